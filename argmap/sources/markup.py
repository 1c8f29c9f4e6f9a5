"""HTML as a text: what a browser shows, in blocks that lead back into the file."""

from __future__ import annotations

import re
from html import unescape

from argmap.sources.comments import without_comments
from argmap.sources.mapped import Pieces
from argmap.sources.tags import Token, tokens
from argmap.sources.texts import Text, is_prose


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names("head title script style template noscript svg math nav button select textarea iframe object")
"""Elements whose text is none of the source's."""
_IN_BLOCKS = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby s samp small span "
    "strike strong sub sup time tt u var wbr script style template noscript svg math button select textarea iframe "
    "object"
)
"""Elements that stand within a block; all others begin and end one."""
_HEADINGS = _names("h1 h2 h3 h4 h5 h6 caption figcaption th legend")
_OF_HEAD = _names("title meta link base script style template noscript")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


def markup(whole: str, count: str = "prose") -> Text:
    """A page in HTML. Its blocks are its block elements; headings and captions are no paragraphs."""
    seen = without_comments(whole)
    page = _Page(seen, count)
    for token in tokens(seen):
        page.take(token)
    page.end_block()
    return Text(whole, page.blocks, page.pieces.mapped(), form="html")


class _Page:
    """Gathers the text of a page, in blocks."""

    def __init__(self, whole: str, count: str) -> None:
        self.pieces = Pieces()
        self.blocks: list[tuple[int, int, bool]] = []
        self._whole = whole
        self._count = count
        self._words: list[str] = []
        self._start = self._end = 0
        self._unseen: list[str] = []
        """The elements around here that nobody sees, from the outermost on."""
        self._headings = 0

    def take(self, token: Token) -> None:
        """A tag, or the text between two."""
        if not token.name:
            self._take_text(token.start, token.end)
        elif token.is_end:
            self._close(token.name)
        else:
            self._open(token)

    def _open(self, token: Token) -> None:
        name = token.name
        if self._unseen == ["head"] and name not in _OF_HEAD:
            self._unseen = []  # its end need not be written
        is_empty = self._whole[token.end - 2] == "/" and name in (
            "svg",
            "math",
        )  # to a browser any other has only begun
        if name in _UNSEEN and not is_empty:
            self._unseen.append(name)
        if len(self._unseen) > (name in _UNSEEN):
            return
        if name == "br":
            self._add(" ", token.start, token.end)
        elif name not in _IN_BLOCKS:
            self.end_block()
        self._headings += name in _HEADINGS

    def _close(self, name: str) -> None:
        if name in self._unseen:
            while self._unseen.pop() != name:
                pass
        elif not self._unseen:
            if name not in _IN_BLOCKS:
                self.end_block()
            if name in _HEADINGS and self._headings:
                self._headings -= 1

    def _take_text(self, start: int, end: int) -> None:
        here = start
        for match in _REFERENCE.finditer(self._whole, start, end):
            self._add(self._whole[here : match.start()], here, match.start())
            self._add(unescape(match[0]), *match.span())
            here = match.end()
        self._add(self._whole[here:end], here, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._unseen or not text or (not self._words and not text.strip()):
            return
        if not self._words:
            self._start = start
        self._words.append(text)
        self.pieces.add(text, start, end)
        if text.strip():
            self._end = end

    def end_block(self) -> None:
        """What comes now stands by itself."""
        if self._words:
            counts = self._count != "prose" or (not self._headings and is_prose("".join(self._words)))
            self.blocks.append((self._start, self._end, counts))
            self.pieces.add("\n\n", self._end, self._end)
            self._words = []
