"""What somebody might say in a map file: nested mappings and lists of texts, with every key of the language."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from argmap import looks
from argmap.mapfile.fields import Owner, of
from argmap.validity import CHOICES
from strategies.words import names, texts

_LONG = "Es läuft weiter und weiter, denn wer eine lange Zeile schreibt, der hat mehr zu sagen als in sie passt"
_PAGE = "https://example.org/"
_PLAIN = ("It rings", "Output held up", "Clients leave", "The trial ran (for a year)", "Die Probe lief gut", "語", "no")
_SAID = st.one_of(
    st.sampled_from(_PLAIN),
    st.sampled_from(_PLAIN),
    st.sampled_from(("12:30", "1.10", "- 5 degrees", "Because: so", "x #1", "issue #3", '"a" it\'s \\')),
    st.sampled_from((_LONG, f"{_LONG}: {_LONG}", f"one\ntwo\n\n{_LONG}", "a\n  b\nc", ("word " * 30).strip())),
    st.sampled_from(("日本語" * 40, f"日本語{' 長' * 50}", _PAGE + "a" * 120, f"see {_PAGE}{'b' * 90} and {'c' * 60}")),
    texts(longest=4).map(str.strip).filter(bool),
)
_KINDS_OF_NAME = names() | st.sampled_from(("it-rings", "no", "word", "word-2", "step-1", "step-2-", "Zürich"))
_OWN_DATA = st.recursive(
    _SAID | st.sampled_from(("", " a ", "a\n", "a\n\n", "\n")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names() | texts(longest=2), inner, max_size=2),
    max_leaves=4,
)
_INTEGER = st.integers(0, 59)


_OF_SOURCE = tuple(of(Owner.SOURCE))


class Author:
    """Thinks of a map: nested mappings and lists of texts, as they may stand in a file."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._names = draw(st.lists(_KINDS_OF_NAME, min_size=2, max_size=9, unique=True))
        self._ids: list[str] = []
        self._left = 12
        self._references: list[tuple[dict[str, Any], str | None]] = []

    def chance(self, one_in: int) -> bool:
        return self._draw(_INTEGER) % one_in == one_in - 1

    def one(self, *words: Any) -> Any:
        return words[self._draw(_INTEGER) % len(words)]

    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = {"argmap": "1", "title": self.said()}
        found |= {n: self.said() for n in ("question", "author", "date", "language", "summary") if self.chance(5)}
        found |= self.own()
        found["sources"] = {key: self.source() for key in ("smith", "long report 2001", "§")}
        if self.chance(3):
            found["speakers"] = {name: self.speaker() for name in ("the mayor", "Bo Smith: junior", "¶")}
        if self.chance(4):
            found["bibliography"] = self.one("library.json", ["a b.json", "../more.bib"])
        if self.chance(3):
            found["style"] = {"theme": self.one(*looks.CHOICES["theme"]), "show": self.one("label", ["text", "id"])}
            found["style"] |= {"key": self.one("true", "false"), "wrap": self.one("100", "250")}
            names = ("style", "direction", "colour-by")
            found["style"] |= {n: self.one(*looks.CHOICES[n]) for n in names if self.chance(2)}
            found["style"] |= {"edge-words": self.one("true", "false")} if self.chance(2) else {}
        found["given"] = self.one("leaves", "evidence", "none")
        roots = [self.statement(1, "root") for _ in range(self.one(1, 1, 2, 3))]
        found["claims"] = self.items([root for root, _ in roots])
        for item, conclusion in self._references:
            usable = [id for id in self._ids if id != conclusion]
            if usable:
                item["ref"] = self.one(*usable)
            else:
                del item["ref"]
                item["claim"] = "Nothing can be referred to"
        ids = self._ids
        if ids and self.chance(2):
            found["thesis"] = self.one(*ids)
        if len(ids) > 1 and self.chance(2):
            found["issues"] = [{"positions": ids[:2]} | self.own(2)]
            if len(ids) > 3:
                found["issues"].append({"positions": ids[2:4]})
            if self.chance(2):
                found["issues"][0] |= {"question": self.said(), "standard": self.one(*CHOICES["standard"])}
        if ids and self.chance(2):
            found["expect"] = {"accepted": ids[:1], "rejected": ids[1:], "undecided": []} | self.own()
        return found

    def said(self) -> str:
        return self._draw(_SAID)

    def own(self, one_in: int = 7) -> dict[str, Any]:
        if not self.chance(one_in):
            return {}
        # Inside braces the reader takes a key of an item that has nothing beside it for a text that was cut.
        return {f"x-{name}": self._draw(_OWN_DATA.filter(bool)) for name in ("a", self._draw(names()))}

    def source(self) -> dict[str, Any]:
        fields = {self.one(*_OF_SOURCE) for _ in range(self.one(0, 1, 1, 2, 3, 6))}
        fixed = {"file": "texts/a.txt"} | {n: self.one(*CHOICES[n]) for n in ("paragraphs", "reliability")}
        return {n: fixed.get(n) or self.said() for n in sorted(fields)} | self.own()

    def speaker(self) -> Any:
        """A text, or what is known by its key."""
        if self.chance(2):
            return self.said()
        found = {"reliability": self.one(*CHOICES["reliability"]), "description": self.said()}
        return found | {n: self.said() for n in ("note", "url") if self.chance(2)} | self.own()

    def name(self) -> str | None:
        return self._names.pop() if self._names and self.chance(2) else None

    def items(self, found: list[Any]) -> Any:
        is_alone = len(found) == 1 and not (isinstance(found[0], str) and "\n" in found[0])
        return found[0] if is_alone and self.chance(2) else found

    def statement(self, depth: int, place: str) -> tuple[Any, str | None]:
        """A statement that is written out, and its id."""
        self._left -= 1
        text = self.said()
        if self.chance(12 if place == "root" else 3) and text not in self._names and text not in self._ids:
            return text, None
        found: dict[str, Any] = {self.one("claim", "counterclaim", "evidence"): text}
        id = self.name()
        if id:
            found["id"] = id
            self._ids.append(id)
        found |= self.shared()
        if self.chance(8):
            found |= {"confidence": self.one("0", "1", ".5", "0.25"), "assume": self.one(*CHOICES["assume"])}
            found["standard"] = self.one(*CHOICES["standard"])
        if place != "root" and self.chance(8):
            found["role"] = self.one("warrant", "major")
        if place == "step":
            found |= self.step(depth)
        for word in ("because", "but"):
            if self._left > 0 and depth < 4 and self.chance(2):
                found[word] = self.arguments(depth + 1, id)
        return found, id

    def arguments(self, depth: int, conclusion: str | None) -> Any:
        return self.items([self.argument(depth, conclusion) for _ in range(self.one(1, 1, 1, 2, 3))])

    def argument(self, depth: int, conclusion: str | None) -> dict[str, Any] | str:
        kind = self.one("text", "text", "statement", "statement", "ref", "all")
        text = self.said() if kind == "text" else ""
        if text and text not in self._names and text not in self._ids:
            return text
        if kind not in ("ref", "all"):
            kind = "statement"
        if kind == "statement":
            found: Any = self.statement(depth, "step")[0]
            return found
        item: dict[str, Any] = {"ref": ""} if kind == "ref" else {"all": self.members(depth, conclusion)}
        if kind == "ref":
            self._references.append((item, conclusion))
            if self.chance(4):
                item["role"] = "minor"
        return self.into(item, self.shared() | self.step(depth))

    def into(self, item: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
        item |= more  # the same object, whose reference is chosen at the end
        return item

    def members(self, depth: int, conclusion: str | None) -> list[Any]:
        found: list[Any] = []
        for _ in range(self.one(0, 1, 2, 3)):
            if self.chance(3):
                item: dict[str, Any] = {"ref": ""} | ({"role": "major"} if self.chance(3) else {}) | self.own(4)
                self._references.append((item, conclusion))
                found.append(item)
            else:
                found.append(self.statement(depth + 1, "member")[0])
        return found

    def step(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.chance(6):
            found |= {"warrant": self.said(), "scheme": "argument-from-sign", "qualifier": self.said()}
        if self.chance(6):
            found |= {"strength": self.one("0.5", "1"), "weigh": self.one(*CHOICES["weigh"])}
        if self.chance(8):
            found["answers"] = self.one("bias", ["bias"], ["other-signs", "sign"])
        name = self.name() if self.chance(4) else None
        found |= {"argument": name} if name else {}
        if depth < 4 and self._left > 0 and self.chance(3):
            found["unless"] = self.arguments(depth + 1, None)
        return found

    def shared(self) -> dict[str, Any]:
        found: dict[str, Any] = {n: self.said() for n in ("label", "by", "note", "url") if self.chance(8)}
        if self.chance(8):
            found["implicit"] = self.one("true", "false")
        if self.chance(8):
            found["tags"] = self.one("plan", ["plan"], ["plan", "a b", "Background/Military", "one, two"])
        if self.chance(3):
            short = self.one("smith", "smith", "smith, p. 7", "long report 2001, a, b", "smith, 1; §, 2")
            long = {"source": self.one("smith", "§")} | self.own()
            long |= {n: self.said() for n in ("at", "quote", "before", "after") if self.chance(2)}
            if self.chance(3):
                long["credibility"] = self.one(*CHOICES["credibility"])
            found["cite"] = self.one(short, short, short, long, [short, long], [long], [short], [short, short, long])
            if isinstance(found["cite"], str) and ";" not in found["cite"] and self.chance(2):
                found["quote"] = self.said()
        return found | self.own()
