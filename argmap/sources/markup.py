"""HTML as a text: what a browser shows, in blocks that lead back into the file."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from argmap.sources.mapped import Pieces
from argmap.sources.texts import Text, is_prose


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names("head title script style template noscript svg math nav button select textarea iframe object")
"""Elements whose text is none of the source's."""
_BLOCKS_UNSEEN = _names("head nav")
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby s samp small span "
    "strike strong sub sup time tt u var wbr"
)
"""Elements that stand within a block; all others begin and end one."""
_HEADINGS = _names("h1 h2 h3 h4 h5 h6 caption figcaption th legend")
_OF_HEAD = _names("title meta link base script style template noscript")


class _Reader(HTMLParser):
    """Gathers the text of a page, in blocks."""

    def __init__(self, whole: str, count: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces = Pieces()
        self.blocks: list[tuple[int, int, bool]] = []
        self._count = count
        self._lines = [0]
        self._lines += [n + 1 for n, letter in enumerate(whole) if letter == "\n"]
        self._whole = whole
        self._words: list[str] = []
        self._start = self._end = 0
        self._unseen: list[str] = []
        self._headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if self._unseen == ["head"] and tag not in _OF_HEAD:
            self._unseen = []  # its end need not be written
        if self._unseen or tag in _UNSEEN:
            self._unseen += [tag] if tag in _UNSEEN else []
            if tag not in _BLOCKS_UNSEEN:
                return
        if tag == "br":
            self._add(" ", len(self.get_starttag_text() or ""))
        elif tag not in _INLINE:
            self.end_block()
        self._headings += tag in _HEADINGS

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("svg", "math"):  # to a browser any other has only begun
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
            return
        if self._unseen:
            return
        if tag not in _INLINE:
            self.end_block()
        if tag in _HEADINGS and self._headings:
            self._headings -= 1

    def handle_data(self, data: str) -> None:
        self._add(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        line, column = self.getpos()
        after = self._lines[line - 1] + column + len(written)
        closed = self._whole[after : after + 1] == ";"
        self._add(unescape(f"{written};"), len(written) + closed)

    def _add(self, text: str, length: int) -> None:
        if self._unseen or not text or (not self._words and not text.strip()):
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        if not self._words:
            self._start = start
        self._words.append(text)
        self.pieces.add(text, start, start + length)
        if text.strip():
            self._end = start + length

    def end_block(self) -> None:
        """What comes now stands by itself."""
        if self._words:
            text = "".join(self._words)
            counts = self._count != "prose" or (not self._headings and is_prose(text))
            self.blocks.append((self._start, self._end, counts))
            self.pieces.add("\n\n", self._end, self._end)
            self._words = []


def markup(whole: str, count: str = "prose") -> Text:
    """A page in HTML. Its blocks are its block elements; headings and captions are no paragraphs."""
    reader = _Reader(whole, count)
    reader.feed(whole)
    reader.close()
    reader.end_block()
    return Text(whole, reader.blocks, reader.pieces.mapped(), form="html")
