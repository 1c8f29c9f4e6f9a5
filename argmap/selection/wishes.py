"""What can be asked for: a branch, a depth, a side, tags, kinds; and what is wrong with such a wish."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from attrs import field, frozen

from argmap.languages import ENGLISH, Language
from argmap.model import Argument, ArgumentMap, Side, Statement
from argmap.naming import nearest

KINDS = {"claims": "claim", "counterclaims": "counterclaim", "evidence": "evidence"}
"""The kinds of statements by the words of a wish."""

LINKS = ("chips", "lines", "none")
"""How references to statements that stand elsewhere may be shown."""


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    """One word or several."""
    return (given,) if isinstance(given, str) else tuple(given)


def _side(given: str | None) -> Side | None:
    if given is not None and given not in tuple(Side):
        raise ValueError(f"`{given}` is no side; there are for and against")
    return None if given is None else Side(given)


def _known(known: Collection[str], called: str) -> Any:
    def check(_: Any, __: Any, words: tuple[str, ...]) -> None:
        for word in words:
            if word not in known:
                raise ValueError(f"`{word}` is no {called}; {_meant(word, known) or 'there are ' + ', '.join(known)}")

    return check


def _is_natural(_: Any, __: Any, number: int | None) -> None:
    if number is not None and (isinstance(number, bool) or not isinstance(number, int) or number < 0):
        raise ValueError(f"the depth is a whole number from 0 up, not {number!r}")


@frozen
class Selection:
    """What of a map is to be shown; everything unless something is asked for.

    ``focus`` is the id of a statement or of an argument: its branch is shown. ``depth`` is how many steps below the
    roots, or below the focus, are shown. ``side`` (for, against), ``tags`` and ``only`` (words of `KINDS`) name the
    statements that are wanted: those that answer to all three. A tag stands for the tags below it, too:
    ``Background`` for ``Background/Military``; of several tags, one is enough. ``hide`` names kinds that are not shown
    at all. ``links`` (one of `LINKS`) says how references to statements that stand elsewhere are shown. Raises
    ValueError for anything else.
    """

    focus: str | None = None
    depth: int | None = field(default=None, validator=_is_natural)
    side: Side | None = field(default=None, converter=_side)
    tags: tuple[str, ...] = field(default=(), converter=_words)
    only: tuple[str, ...] = field(default=(), converter=_words, validator=_known(KINDS, "kind of statement"))
    hide: tuple[str, ...] = field(default=(), converter=_words, validator=_known(KINDS, "kind of statement"))
    links: str = field(
        default="chips", validator=lambda _, __, word: _known(LINKS, "way to show links")(_, __, (word,))
    )

    def wants(self, m: ArgumentMap, s: Statement) -> bool:
        """Whether a statement has the side, a tag, and a kind that are asked for."""
        return (
            (self.side is None or self.side in m.sides(s.id))
            and (not self.tags or any(_is_under(tag, asked) for tag in s.tags for asked in self.tags))
            and (not self.only or s.kind in {KINDS[word] for word in self.only})
        )

    def hides(self, s: Statement) -> bool:
        """Whether a statement is of a kind that is not to be shown."""
        return any(s.kind == KINDS[word] for word in self.hide)

    def check(self, m: ArgumentMap) -> None:
        """Raise ValueError, with the nearest name, for a focus or a tag that the map does not have."""
        things: list[Statement | Argument] = [*m.statements, *m.arguments]
        names = [thing.id for thing in things]
        if self.focus is not None and self.focus not in names:
            given = [thing.id for thing in things if thing.named]
            near = _meant(self.focus, given) or _meant(self.focus, names) or "`argmap table` lists them"
            raise ValueError(f"no statement or argument has the id `{self.focus}`; {near}")
        tags = {part: None for s in m.statements for tag in s.tags for part in _paths(tag)}
        for tag in self.tags:
            if tag not in tags:
                some = f"there are {', '.join(list(tags)[:8])}" if tags else "no statement has one"
                raise ValueError(f"no statement has the tag `{tag}`; {_meant(tag, tags) or some}")

    def said(self, m: ArgumentMap, words: Language = ENGLISH) -> str:
        """The wish in words, for the heading of what is shown."""
        known, told = words.wishes, []
        if self.focus is not None:
            told.append(known["focus"].format(_title(m, self.focus, words)))
        if self.depth is not None:
            told.append(known["step" if self.depth == 1 else "depth"].format(self.depth))
        if self.side is not None:
            told.append(known[self.side])
        if self.tags:
            told.append(known["tags"].format(f" {words.or_} ".join(self.tags)))
        if self.only:
            told.append(known["only"].format(f" {words.and_} ".join(known[kind] for kind in self.only)))
        if self.hide:
            told.append(known["hide"].format(f" {words.and_} ".join(known[kind] for kind in self.hide)))
        if self.links == "none":
            told.append(known["links"])
        return ", ".join(told)


def _is_under(tag: str, asked: str) -> bool:
    return tag == asked or tag.startswith(f"{asked}/")


def _paths(tag: str) -> list[str]:
    """A tag and those above it."""
    parts = tag.split("/")
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


def _meant(word: str, known: Iterable[str]) -> str:
    known = list(known)
    near = next((k for k in known if k.casefold() == word.casefold()), None) or nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


def _title(m: ArgumentMap, id: str, words: Language) -> str:
    """What to call a statement or an argument."""
    if any(s.id == id for s in m.statements):
        return _quoted(m.statement(id), words)
    argument = m.argument(id)
    premises = [_quoted(m.statement(p.statement), words) for p in argument.premises]
    return argument.label or f" {words.and_} ".join(premises) or words.argument.format(id)


def _quoted(s: Statement, words: Language) -> str:
    return words.quoted.format(" ".join(s.title.split()))
