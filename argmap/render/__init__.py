"""What a map looks like: pictures, outlines and data, each from a function of its own.

A renderer is imported when it is first used: who only checks a map should not pay for drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.evaluate.verdicts import Evaluation
    from argmap.looks import Style
    from argmap.model import ArgumentMap
    from argmap.outline_style import OutlineStyle
    from argmap.render.rows import Table
    from argmap.selection import Shown
    from argmap.sources.reading import Unreadable
    from argmap.sources.texts import Text

PICTURES: Mapping[str, tuple[str, str]] = {
    "svg": ("argmap.render.drawing", "to_svg"),
    "png": ("argmap.render.drawing", "to_png"),
    "pdf": ("argmap.render.drawing", "to_pdf"),
    "html": ("argmap.render.page", "to_html"),
    "dot": ("argmap.render.dot", "to_dot"),
    "mermaid": ("argmap.render.mermaid", "to_mermaid"),
    "d2": ("argmap.render.d2", "to_d2"),
    "tikz": ("argmap.render.tikz", "to_tikz"),
    "graphml": ("argmap.render.graphml", "to_graphml"),
    "json": ("argmap.render.data", "to_json"),
}
"""What `argmap render` makes, by format: the module and the function."""

ENDINGS: Mapping[str, str] = {"mermaid": "mmd", "tikz": "tex"}
"""How the names of files end, where not like the format."""

OUTLINES: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.outlines.text", "to_text"),
    "markdown": ("argmap.render.outlines.markdown", "to_markdown"),
    "html": ("argmap.render.outlines.html", "to_html"),
    "latex": ("argmap.render.outlines.latex", "to_latex"),
    "opml": ("argmap.render.outlines.opml", "to_opml"),
    "docx": ("argmap.render.outlines.pandoc.word", "to_docx"),
    "odt": ("argmap.render.outlines.pandoc.word", "to_odt"),
    "pptx": ("argmap.render.outlines.pandoc.deck", "to_pptx"),
}
"""What `argmap outline` makes, by format; each function takes a `Document` and gives a text, or the bytes of a file."""

BY_PANDOC = ("docx", "odt", "pptx")
"""Those of them that pandoc makes, when it is installed."""

_DEEPEST = {"docx": 9, "odt": 9}
"""How deep the lines of an outline may stand where a format has fewer levels than others: lists of Word have nine."""

TABLES: Mapping[str, tuple[str, str]] = {
    "csv": ("argmap.render.tables.spreadsheet", "to_csv"),
    "markdown": ("argmap.render.tables.pipes", "to_markdown"),
}
"""What `argmap table` makes, by format."""

ROWS: Mapping[str, tuple[str, str]] = {
    name: ("argmap.render.rows", name) for name in ("statements", "arguments", "citations")
}
"""What there may be a table of: each has a row."""

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "text": ("argmap.render.questions", "to_text"),
    "json": ("argmap.render.questions", "to_json"),
}
"""What `argmap questions` makes, by format."""


ENGINES = ("auto", "dot", "tidy", "system")
"""What may lay a picture out; see `draw`."""

PAPERS = ("a4", "letter", "a4-portrait", "letter-portrait")
"""The sheets of paper that `draw_pages` fills."""


BITMAPS = ("png",)
"""The formats that have pixels."""

SHEETS = ("svg", "png", "pdf")
"""The formats that are one finished sheet, on which a reader must find everything. The page folds what is too much, a
program lays DOT out as it likes, and data are read by programs: these have no limit."""

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

    ``engine`` is "tidy" (argmap's own layout), "dot" (the Graphviz that pip brought), "system" (the Graphviz on the
    PATH) or "auto" (the usual one, tidy); what is to be told about the drawing is added to ``notes``. ``style`` says
    how pictures look, the map's own style unless given; ``evaluation`` is one of the whole map whose findings are to be
    seen; ``dpi`` is how many pixels per inch a PNG has, 144 unless given, with which text is twice as large as on a
    screen. More than `MOST` statements are drawn as SVG, PNG or PDF only with ``force``. Raises ValueError for an
    unknown format or engine, for ``dpi`` of another format and for an evaluation of another map,
    `argmap.LayoutError` when the map cannot be drawn, `argmap.render.layout.TooLargeError` when it should
    not be.
    """
    from argmap.looks import Style

    renderer, home = _renderer(PICTURES, form), PICTURES[form][0]
    fine = _fineness(form, dpi)
    if form in SHEETS and not force:
        _refuse_too_many(shown)
    shown = _evaluated(shown, evaluation)
    if form in ("html", "json"):
        return str(renderer(shown)).encode()
    look = style or Style.of(_style_of(shown))
    shown = _narrowed(shown, look, form, notes)
    if home == "argmap.render.drawing":
        drawing = renderer(shown, engine, look, **fine)
        if notes is not None:
            notes += drawing.notes
        return bytes(drawing.data)
    return str(renderer(shown, look, notes)).encode()


def _fineness(form: str, dpi: float | None) -> dict[str, float]:
    """The argument for pixels per inch, where they are given. Raises ValueError where they make no sense."""
    if dpi is None:
        return {}
    if form not in BITMAPS:
        raise ValueError(f"dpi is for {' and '.join(BITMAPS)} alone, not for {form}, which has no pixels")
    if not 0 < dpi < float("inf"):
        raise ValueError(f"dpi is a number above nought, not {dpi}")
    return {"dpi": dpi}


def _refuse_too_many(shown: Shown) -> None:
    """Refuse to draw what nobody could read on one sheet."""
    from argmap.selection import viewed

    number = len(viewed(shown).map.statements)
    if number > MOST:
        from argmap.render.layout import TooLargeError

        raise TooLargeError(
            f"{number:,} statements are more than anybody finds their way through in one picture (at most {MOST:,})",
            "show a part with `--depth 2` or `--focus ID`, make a file of each branch with `--split arguments`, or a "
            "page to walk through with `-o map.html`; `--force` draws it all the same",
        )


def _narrowed(shown: Shown, look: Style, form: str, notes: list[str] | None) -> Shown:
    """What of it is drawn in a style: toulmin is for single arguments."""
    if look.style != "toulmin":
        return shown
    from argmap.render.toulmin import narrowed, told

    view = narrowed(shown)
    if notes is not None:
        notes += told(shown, view)
        if look.direction != "RL" and form in (*SHEETS, "tikz"):  # others draw boxes and arrows in its place
            notes.append("toulmin runs from the data on the left to the claim; the direction of the style is left out")
    return view


def _evaluated(shown: Shown, evaluation: Evaluation | None) -> Shown:
    """What is shown, with the findings of an evaluation."""
    if evaluation is None:
        return shown
    from argmap.render.evaluated import with_evaluation

    return with_evaluation(shown, evaluation)


def _style_of(shown: Shown) -> Mapping[str, Any]:
    """The settings of a style that a map asks for itself."""
    from argmap.selection import viewed

    return viewed(shown).whole.style


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
    from argmap.looks import Style

    on_paper = import_module("argmap.render.drawing").on_paper
    fine = _fineness(form, dpi)
    shown = _evaluated(shown, evaluation)
    look = style or Style.of(_style_of(shown))
    pages, told = on_paper(_narrowed(shown, look, form, notes), form, look, paper, **fine)
    if notes is not None:
        notes += told
    return list(pages)


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
    from argmap.render.outlines.compose import DEEPEST, compose

    document = compose(_evaluated(shown, evaluation), style, _DEEPEST.get(form, DEEPEST))
    made: str | bytes = _renderer(OUTLINES, form)(document)
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
    from argmap.selection import viewed

    write = _renderer(TABLES, form)
    found: Table = _renderer(ROWS, of)(viewed(_evaluated(shown, evaluation)))
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
    from argmap.render.layout import LayoutError, TooLargeError

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
    return str(_renderer(QUESTIONS, form)(m))


def _renderer(known: Mapping[str, tuple[str, str]], form: str) -> Callable[..., Any]:
    if form not in known:
        raise ValueError(f"{form!r} is no format; there are {', '.join(known)}")
    module, name = known[form]
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
