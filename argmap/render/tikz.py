r"""A picture for LaTeX: the scene of the tidy layout as TikZ, in a document that compiles as it stands.

What stands between ``\begin{document}`` and ``\end{document}`` brings all that it needs but packages, so that it can be
put into any other document that loads those above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.looks import Style
from argmap.render import style as looks
from argmap.render.errors import LayoutError
from argmap.render.metrics import width
from argmap.render.picture import compose
from argmap.render.style import Theme, Tone
from argmap.render.tex import COMMANDS, PACKAGES, escaped
from argmap.render.tidy.drawing import scene
from argmap.render.tidy.scene import Curve, Part, Point, Polygon, Scene, Shape, Text, Thing
from argmap.selection import Shown

LONGEST = 14_400.0
"""The longest side of a page of PDF, in points: 200 inches (ISO 32000-1, annex C)."""

_HEAD = r"""% Written by argmap. Compile it with pdflatex, lualatex or xelatex; or put what stands within the document
% environment into a document of your own that loads these packages.
\documentclass{article}
"""

_FONTS = r"""\usepackage{tikz}
\ifPDFTeX
  \IfFileExists{helvet.sty}{\usepackage{helvet}}{}
\else
  \IfFontExistsTF{TeX Gyre Heros}{\setsansfont{TeX Gyre Heros}}{}
\fi
"""

_TEXT = r"""% \argmaptext{place}{anchor}{width}{size}{colour}{font}{words}: never wider than it may be
\providecommand\argmaptext{}
\renewcommand\argmaptext[7]{\node[anchor=base #2, inner sep=0pt, outer sep=0pt, text=#5] at #1 {%
  \setbox0\hbox{\sffamily#6\fontsize{#4bp}{#4bp}\selectfont#7}%
  \ifdim\wd0>#3bp \pgfmathsetmacro\argmapshrunk{#3bp/\the\wd0}\scalebox{\argmapshrunk}[1]{\box0}%
  \else\box0 \fi};}
"""

_DASHES = {"5,2": "on 5bp off 2bp", "1,3": "on 1bp off 3bp"}


def to_tikz(shown: Shown, style: Style, notes: list[str] | None = None) -> str:
    """A map, or what is shown of it, as a LaTeX document of one page of its own size.

    What is to be told is added to ``notes``.
    Raises `LayoutError` for what no page can hold, and `argmap.render.picture.TooDeepError`.
    """
    placed = scene(compose(shown), style)
    if max(placed.width, placed.height) > LONGEST:
        size = f"{placed.width:,.0f} by {placed.height:,.0f} points"
        raise LayoutError(
            f"the picture would be {size}, too large for a page of PDF", "use --depth, --focus or --split"
        )
    document = _Painting(placed, looks.THEMES[style.theme]).document()
    if notes is not None and r"\argmapcode{" in document.split(r"\begin{tikzpicture}")[1]:
        notes.append(
            "pdflatex draws letters that its fonts lack as numbers; lualatex has them in a font that you choose"
        )
    return document


class _Painting:
    def __init__(self, placed: Scene, theme: Theme) -> None:
        self._scene = placed
        self._names = _names(theme)
        self._used: dict[str, str] = {}
        self._has_links = False

    def document(self) -> str:
        """The whole file."""
        wide, high = _number(self._scene.width), _number(self._scene.height)
        body = [*self._things(self._scene.things)]
        x, y = self._scene.origin
        colours = [rf"\definecolor{{{name}}}{{HTML}}{{{value[1:]}}}" for value, name in self._used.items()]
        frame = rf"\path[use as bounding box] ({_at((-x, -y))}) rectangle ({_at((float(wide) - x, float(high) - y))});"
        ground = []
        if self._scene.background != "#FFFFFF":
            ground = [rf"\fill[{self._colour(self._scene.background)}] (current bounding box.south west)"]
            ground = [f"{ground[0]} rectangle (current bounding box.north east);"]
            colours.append(
                rf"\definecolor{{{self._colour(self._scene.background)}}}{{HTML}}{{{self._scene.background[1:]}}}"
            )
        return "\n".join(
            [
                _HEAD + PACKAGES + _FONTS.rstrip(),
                *([r"\usepackage[hidelinks]{hyperref}"] if self._has_links else []),
                rf"\usepackage[paperwidth={wide}bp,paperheight={high}bp,margin=0bp]{{geometry}}",
                r"\pagestyle{empty}\parindent=0pt\topskip=0pt",
                r"\begin{document}",
                COMMANDS.rstrip(),
                _TEXT.rstrip(),
                *([r"\providecommand\href[2]{#2}"] if self._has_links else []),
                *dict.fromkeys(colours),
                r"\begin{tikzpicture}[x=1bp, y=-1bp, line width=1bp]",
                frame,
                *ground,
                *body,
                r"\end{tikzpicture}",
                r"\end{document}",
                "",
            ]
        )

    def _colour(self, value: str) -> str:
        """The name of a colour."""
        return self._used.setdefault(value, self._names.get(value, f"argmap-{value[1:].lower()}"))

    def _things(self, things: Iterable[Thing]) -> Iterator[str]:
        for thing in things:
            if isinstance(thing, Text):
                yield self._text(thing)
            elif isinstance(thing, Shape):
                yield self._shape(thing)
            elif isinstance(thing, Curve):
                yield self._curve(thing)
            elif isinstance(thing, Polygon):
                yield self._polygon(thing)
            else:
                yield from self._part(thing)

    def _part(self, part: Part) -> Iterator[str]:
        if part.id:
            yield f"% {''.join(letter for letter in part.id if letter.isprintable())}"
        yield from self._things(part.things)
        zone = next((thing for thing in part.things if isinstance(thing, Shape)), None)
        if part.link and zone:
            self._has_links = True
            size = f"{_number(zone.right - zone.left)}bp}}{{{_number(zone.bottom - zone.top)}bp"
            area = rf"\href{{{_address(part.link)}}}{{\phantom{{\rule{{{size}}}}}}}"
            yield rf"\node[anchor=south west, inner sep=0pt] at ({_at((zone.left, zone.bottom))}) {{{area}}};"

    def _text(self, text: Text) -> str:
        x, y, words, size, colour, bold, italic, to_left = text
        font = r"\bfseries\boldmath" * bold + r"\itshape" * italic
        side = "east" if to_left else "west"
        wide = f"{width(words, size, bold) + 0.5:.1f}"
        given = [f"({_at((x, y))})", side, wide, str(size), self._colour(colour), font, escaped(words)]
        return rf"\argmaptext{''.join(f'{{{one}}}' for one in given)}"

    def _shape(self, shape: Shape) -> str:
        how = [f"fill={self._colour(shape.fill)}"] if shape.fill else []
        how += [f"draw={self._colour(shape.line)}"] if shape.line else []
        how += [f"dash pattern={_DASHES[shape.dash]}"] if shape.dash else []
        how += [f"rounded corners={_number(shape.radius)}bp"] if shape.radius else []
        corners = (shape.left, shape.top), (shape.right, shape.bottom)
        return rf"\path[{', '.join(how)}] ({_at(corners[0])}) rectangle ({_at(corners[1])});"

    def _curve(self, curve: Curve) -> str:
        dash = ", dash pattern=on 1bp off 3bp" if curve.dotted else ", dash pattern=on 5bp off 2bp" * curve.dashed
        first, *others = [f"({_at(point)})" for point in curve.points]
        ways = [f".. controls {others[n]} and {others[n + 1]} .. {others[n + 2]}" for n in range(0, len(others), 3)]
        how = f"draw={self._colour(curve.colour)}, line width={curve.width:g}bp{dash}"
        return rf"\path[{how}] {first} {' '.join(ways)};"

    def _polygon(self, polygon: Polygon) -> str:
        how = f"fill={self._colour(polygon.fill)}, draw={self._colour(polygon.line)}"
        return rf"\path[{how}] {' -- '.join(f'({_at(point)})' for point in polygon.points)} -- cycle;"


def _names(theme: Theme) -> dict[str, str]:
    """What the colours of a theme are called, the first name of each."""
    named: dict[str, str] = {}
    for field, value in theme._asdict().items():
        if isinstance(value, Tone):
            named.setdefault(value.line, f"argmap-{field}-line")
            named.setdefault(value.fill, f"argmap-{field}-fill")
        elif isinstance(value, str):
            named.setdefault(value, f"argmap-{field}")
    return named


def _address(link: str) -> str:
    r"""An address as the argument of ``\href``."""
    safe = quote(link, safe=":/?#[]@!$&'()*+,;=%-._")
    return "".join(f"\\{letter}" if letter in "%#&$_" else letter for letter in safe)


def _at(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    """A length to a tenth of a point, in as few digits as can be."""
    return f"{value:.1f}".removesuffix(".0")
