"""A page inside another page, such as a notebook."""

from __future__ import annotations

from argmap.model import ArgumentMap
from argmap.render.markup import escaped
from argmap.render.page import to_html


def framed(title: str, page: str, height: int = 640) -> str:
    """The markup of a frame with a whole page in it, ``height`` pixels high."""
    return (
        f'<iframe title="{escaped(title)}" sandbox="allow-scripts allow-popups" loading="lazy" '
        f'style="width: 100%; height: {height}px; border: 1px solid #888" '
        f'srcdoc="{escaped(page)}"></iframe>'
    )


class Frame:
    """The page of a map in a frame, ``height`` pixels high; a notebook shows it where it is the last line of a cell.

    The frame keeps the page apart: its script cannot reach the notebook. Raises
    `argmap.render.picture.TooDeepError` for a map that cannot be drawn.
    """

    def __init__(self, m: ArgumentMap, height: int = 640) -> None:
        self._title = m.title
        self._page = to_html(m)
        self._height = height

    def _repr_html_(self) -> str:
        """The frame in markup, with the whole page in it."""
        return framed(self._title, self._page, self._height)

    def __repr__(self) -> str:
        return f"<page of {self._title!r}>"
