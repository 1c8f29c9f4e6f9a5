"""What a map looks like: pictures, pages of paper, outlines, tables, each from a function of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.garbage import no_collection
from argmap.render.formats import BITMAPS, LEVELS, OUTLINES, PICTURES, QUESTIONS, ROWS, SHEETS, SKETCHES, TABLES, writer

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.looks import Style
    from argmap.model import ArgumentMap
    from argmap.outline_style import OutlineStyle
    from argmap.render.rows import Table
    from argmap.selection import Shown
    from argmap.sources.reading import Unreadable
    from argmap.sources.texts import Text

_LARGE = 1_000
"""Statements from which on the garbage collector would take long while they are drawn."""
MOST = 1_500
"""Statements that one sheet may show: at its own size it is then nearly thirty metres high."""


def draw(
    shown: Shown,
    form: str = "svg",
    engine: str = "auto",
    notes: list[str] | None = None,
    style: Style | None = None,
    evaluation: Evaluation | None = None,
    dpi: float | None = None,
    force: bool = False,
) -> bytes:
    """A map, or what is shown of it, as a picture or as data: the bytes of a file in one of the formats of `PICTURES`.

    ``engine`` arranges the boxes: "tidy" (argmap's own layout), "dot" (the Graphviz that pip brought), "system" (the
    Graphviz on the PATH) or "auto" (the usual one, tidy); what is to be told about the drawing is added to ``notes``.
    ``style`` says how pictures look, the map's own style unless given; ``evaluation`` is one of the whole map whose
    findings are to be seen; ``dpi`` is how many pixels per inch a PNG has, 144 unless given, with which text is twice
    as large as on a screen. More than `MOST` statements are drawn as SVG, PNG or PDF only with ``force``. Raises
    ValueError for an unknown format or engine, for ``dpi`` of another format and for an evaluation of another map,
    `argmap.LayoutError` when the map cannot be drawn, `argmap.render.errors.TooLargeError` when it should not be.
    """
    from argmap.render.evaluated import with_evaluation
    from argmap.selection import viewed

    write = writer(PICTURES, form)
    fine = _fineness(form, dpi)
    number = len(viewed(shown).map.statements)
    if form in SHEETS and not force:
        _refuse_too_many(number)
    with no_collection(number > _LARGE):
        shown = with_evaluation(shown, evaluation)
        if form in ("html", "json"):
            return str(write(shown)).encode()
        look = style or _own_style(shown)
        shown = _narrowed(shown, look, form, notes)
        if form not in SHEETS:
            return str(write(shown, look, notes)).encode()
        drawing = write(shown, engine, look, **fine)
        if notes is not None:
            notes += drawing.notes
        return bytes(drawing.data)


def _fineness(form: str, dpi: float | None) -> dict[str, float]:
    """The argument for pixels per inch, where they are given. Raises ValueError where they make no sense."""
    if dpi is None:
        return {}
    if form not in BITMAPS:
        raise ValueError(f"dpi is for {' and '.join(BITMAPS)} alone, not for {form}, which has no pixels")
    if not 0 < dpi < float("inf"):
        raise ValueError(f"dpi is a number above nought, not {dpi}")
    return {"dpi": dpi}


def _refuse_too_many(number: int) -> None:
    """Refuse to draw so many statements that nobody could read them on one sheet."""
    if number > MOST:
        from argmap.render.errors import TooLargeError

        raise TooLargeError(
            f"{number:,} statements are more than anybody finds their way through in one picture (at most {MOST:,})",
            "show a part with `--depth 2` or `--focus ID`, make a file of each branch with `--split arguments`, or a "
            "page to walk through with `-o map.html`; `--force` draws it all the same",
        )


def _narrowed(shown: Shown, look: Style, form: str, notes: list[str] | None) -> Shown:
    """What of it is drawn in a style: toulmin is for single arguments."""
    if look.style != "toulmin":
        return shown
    from argmap.render.styles.toulmin import narrowed, told

    view = narrowed(shown)
    if notes is not None:
        notes += told(shown, view)
        if look.direction != "RL" and form in SKETCHES:  # others draw boxes and arrows in its place
            notes.append("toulmin runs from the data on the left to the claim; the direction of the style is left out")
    return view


def _own_style(shown: Shown) -> Style:
    """The style that a map asks for itself."""
    from argmap.looks import Style
    from argmap.selection import viewed

    return Style.of(viewed(shown).whole.style)


def draw_pages(
    shown: Shown,
    form: str = "pdf",
    paper: str = "a4",
    notes: list[str] | None = None,
    style: Style | None = None,
    evaluation: Evaluation | None = None,
    dpi: float | None = None,
) -> list[bytes]:
    """A map, or what is shown of it, on as many pages of paper as it needs: one file as PDF, one a page as SVG or PNG.

    ``paper`` is one of `PAPERS`, in landscape where it does not say portrait. What goes on elsewhere says on which
    page; what is to be told is added to ``notes``; ``evaluation`` and ``dpi`` are those of `draw`. Each page can be
    read, so that there may be any number of statements. Raises ValueError for another format or paper, for ``dpi`` of
    another format and for an evaluation of another map, and `argmap.LayoutError`.
    """
    from argmap.render.drawing import on_paper
    from argmap.render.evaluated import with_evaluation

    fine = _fineness(form, dpi)
    shown = with_evaluation(shown, evaluation)
    look = style or _own_style(shown)
    pages, told = on_paper(_narrowed(shown, look, form, notes), form, look, paper, **fine)
    if notes is not None:
        notes += told
    return pages


def outline(
    shown: Shown, form: str = "text", evaluation: Evaluation | None = None, style: OutlineStyle | None = None
) -> str:
    """A map, or what is shown of it, in words, in one of those formats of `OUTLINES` that are text.

    ``evaluation`` is one of the whole map whose findings are to be told, ``style`` how the outline is to be. Raises
    ValueError for an unknown format or one that is no text, and for an evaluation of another map.
    """
    made = _outlined(shown, form, evaluation, style)
    if isinstance(made, bytes):
        raise ValueError(f"{form} is no text; argmap.outline_file gives its bytes")
    return made


def outline_file(
    shown: Shown, form: str = "text", evaluation: Evaluation | None = None, style: OutlineStyle | None = None
) -> bytes:
    """The same as the bytes of a file, in any of the formats of `OUTLINES`.

    Of these docx, odt and pptx raise `argmap.PandocError` where pandoc is not there.
    """
    made = _outlined(shown, form, evaluation, style)
    return made if isinstance(made, bytes) else made.encode()


def _outlined(shown: Shown, form: str, evaluation: Evaluation | None, style: OutlineStyle | None) -> str | bytes:
    from argmap.render.evaluated import with_evaluation
    from argmap.render.outlines.compose import DEEPEST, compose

    document = compose(with_evaluation(shown, evaluation), style, LEVELS.get(form, DEEPEST))
    made: str | bytes = writer(OUTLINES, form)(document)
    return made


def table(
    shown: Shown,
    of: str = "statements",
    form: str = "csv",
    columns: Sequence[str] = (),
    evaluation: Evaluation | None = None,
) -> str:
    """A map, or what is shown of it, as a table ``of`` what `ROWS` names, in one of the formats of `TABLES`.

    ``columns`` names those that are wanted, in their order; all unless given, in Markdown all that say something.
    ``evaluation`` is one of the whole map, whose findings are columns, too. Raises ValueError for an unknown format,
    column or thing to have a table of, and for an evaluation of another map.
    """
    from argmap.render.evaluated import with_evaluation
    from argmap.selection import viewed

    write = writer(TABLES, form)
    found: Table = writer(ROWS, of)(viewed(with_evaluation(shown, evaluation)))
    chosen = found.of(columns) if columns else found.telling() if form == "markdown" else found
    return str(write(chosen))


def reading_view(m: ArgumentMap, texts: Mapping[str, Text | Unreadable]) -> bytes:
    """The texts that a map cites and its outline beside each other: the bytes of one page of HTML.

    ``texts`` has them by the keys of their sources, as `argmap.sources.reading.read_source` gives them; the page
    contains them. Raises ValueError where none is of a source of the map, and for one that could not be read.
    """
    from argmap.render.reading import to_html
    from argmap.render.sources.listing import Held, listed
    from argmap.sources.reading import Unreadable

    for key, text in texts.items():
        if isinstance(text, Unreadable):
            raise ValueError(f"{key}: {text.reason}; {text.hint}")
    found = listed(m, {key: Held(key, text) for key, text in texts.items()})
    return to_html(m, found).encode("utf-8", "backslashreplace")


def in_notebook(shown: Shown) -> dict[str, str]:
    """How a notebook shows a map: as a picture, and as an outline where pictures cannot be shown.

    Where there is no picture, a word above the outline says why, and what to do.
    """
    from argmap.render.errors import LayoutError, TooLargeError

    words = outline(shown)
    try:
        return {"text/plain": words, "image/svg+xml": draw(shown).decode()}
    except TooLargeError as error:
        told = f"{error.why}; `.focus(id)` and `.select(depth=2)` of the map show a part, `.page()` all of it"
    except LayoutError as error:
        told = str(error)
    return {"text/plain": f"(no picture: {told})\n\n{words}"}


def in_questions(m: ArgumentMap, form: str = "text") -> str:
    """The critical questions of a map, in one of the formats of `QUESTIONS`. Raises ValueError for an unknown one."""
    return str(writer(QUESTIONS, form)(m))
