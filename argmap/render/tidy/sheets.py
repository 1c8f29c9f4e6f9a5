"""A map on sheets of paper: on one where it can be read there, else on as many as it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod

from argmap.looks import Style
from argmap.render.formats import PAPERS
from argmap.render.picture import Picture, compose
from argmap.render.style import BODY
from argmap.render.styles.toulmin import layouts
from argmap.render.styles.toulmin_parts import Toulmin
from argmap.render.svg import classes
from argmap.render.tidy.drawing import extents, maker, measured, of_arguments, of_nodes
from argmap.render.tidy.fit import fit_panel
from argmap.render.tidy.legend import MARGIN, framed, legend
from argmap.render.tidy.listing import Columns, extent, filled, fitted, placed_list
from argmap.render.tidy.pages import paged
from argmap.render.tidy.scene import Scene
from argmap.render.tidy.toulmin import in_turns, placed_arguments
from argmap.selection import Shown

_EDGE = 28.0
"""The empty edge of a page, in points."""
_USUAL, SMALLEST = 0.7, 7.0
"""How large a picture on several pages is drawn, and the least size of text on paper, in points."""


def scenes(shown: Shown, style: Style, paper: str) -> list[Scene]:
    """The map on as many sheets of one of `PAPERS` as it needs, each as large as can be, but at most at its own size.

    What goes on elsewhere says on which page. Raises `argmap.render.picture.TooDeepError`.
    """
    sheets = _OfArguments if style.style == "toulmin" else _OfNodes
    return sheets(compose(shown), style, paper).scenes()


class _Sheets(ABC):
    """The sheets of one picture."""

    def __init__(self, picture: Picture, style: Style, paper: str) -> None:
        self._picture, self._style = picture, style
        self._names = classes(picture.view)  # once for all pages
        self._wide, self._high = PAPERS[paper]

    def scenes(self) -> list[Scene]:
        """The scene of each."""
        alone = self._sheet(self._whole(self._room(1.0)), 1.0)
        if alone.scale * BODY >= SMALLEST:
            return [alone]
        wide, high = self._room(_USUAL), (self._high - 2 * _EDGE) / _USUAL
        high -= legend(self._picture._replace(page="Page 1 of 1"), self._style, wide)[2]
        return [self._sheet(page, _USUAL) for page in self._pages(wide, high)]

    @abstractmethod
    def _whole(self, room: float) -> Scene:
        """The whole picture, whose heading may be so wide."""

    @abstractmethod
    def _pages(self, wide: float, high: float) -> list[Scene]:
        """The picture in parts of at most such a size."""

    def _room(self, largest: float) -> float:
        """How wide a picture drawn so large may be."""
        return (self._wide - 2 * _EDGE) / largest

    def _sheet(self, found: Scene, largest: float) -> Scene:
        """A scene on a sheet, as large as it fits but at most so large."""
        across, down = found.width - 2 * MARGIN, found.height - 2 * MARGIN
        scale = min(largest, (self._wide - 2 * _EDGE) / across, (self._high - 2 * _EDGE) / down)
        edge = _EDGE / scale - MARGIN
        x, y = found.origin
        width, height = self._wide / scale, self._high / scale
        return found._replace(width=width, height=height, origin=(x + edge, y + edge), scale=scale)


class _OfNodes(_Sheets):
    """Sheets of roots and steps; on several the list comes last."""

    def __init__(self, picture: Picture, style: Style, paper: str) -> None:
        super().__init__(picture, style, paper)
        self._bars = maker(picture, style)

    def _whole(self, room: float) -> Scene:
        return of_nodes(self._picture, self._style, self._bars, self._names, room)

    def _pages(self, wide: float, high: float) -> list[Scene]:
        picture, style = self._picture, self._style
        room = (wide, high) if style.is_upright else (high, wide)
        bare = self._bars.on(picture._replace(steps=()))  # arrows need no more room than that from which they come
        sizes = [extents(node, style) for node in measured(picture, bare, style, room[0])]
        boxes = {b.statement.id: extents(fit_panel(bare.box(b)), style) for b in picture.boxes()}
        pages = paged(picture, sizes, boxes, room)
        items = self._bars.items()
        lists = filled(fitted(items, style.wrap), style.wrap, wide, high) if items else []
        told = _told(len(pages) + len(lists))
        drawn = [
            of_nodes(page._replace(page=words), style, self._bars.on(page), self._names, wide, False, most=room[0])
            for page, words in zip(pages, told, strict=False)
        ]
        listed = [self._list(words, columns, wide) for words, columns in zip(told[len(pages) :], lists, strict=True)]
        return drawn + listed

    def _list(self, page: str, columns: Columns, room: float) -> Scene:
        """A page of the list."""
        things = placed_list(columns, self._style.wrap, 0.0, 0.0)
        blank = Picture(self._picture.view, (), (), page)
        return framed(blank, self._style, room, extent(columns, self._style.wrap), things)


class _OfArguments(_Sheets):
    """Sheets of arguments as Toulmin drew them."""

    def __init__(self, picture: Picture, style: Style, paper: str) -> None:
        super().__init__(picture, style, paper)
        self._parts, self._every = Toulmin(picture, style), layouts(picture)

    def _whole(self, room: float) -> Scene:
        return of_arguments(self._picture, self._style, self._parts, self._names, self._every, room)

    def _pages(self, wide: float, high: float) -> list[Scene]:
        parts = self._parts
        heights = [placed_arguments(parts.parts([one]), parts.word(""), self._names)[2] for one in self._every]
        pages = in_turns(self._every, heights, high)
        pictures = [self._picture._replace(page=words) for words in _told(len(pages))]
        return [
            of_arguments(picture, self._style, parts, self._names, chosen, wide)
            for picture, chosen in zip(pictures, pages, strict=True)
        ]


def _told(number: int) -> list[str]:
    """What each of so many pages says of itself."""
    return [f"Page {at} of {number}" if number > 1 else "" for at in range(1, number + 1)]
