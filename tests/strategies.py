"""What tests are tried with: texts, names and whole maps of every shape, drawn by hypothesis."""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from argmap import looks
from argmap.model import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Counterclaim,
    Direction,
    Evidence,
    Issue,
    Premise,
    Source,
)
from argmap.validity import CHOICES

_PIECES = (
    *("a", "word", "Zürich", "don’t", "it's", "1.10", "no", "null", "x" * 90),
    *('"', "'", "\\", "\\n", "\\N", "\\l", "`", "“", "”"),
    *("<b>", "</text>", "&amp;", "&", "<", ">", "]]>", "<![CDATA[", "<!--", "-->", "<BR/>"),
    *("%", "%s", "$", "${HOME}", "{}", "{0}", "{", "}", "[1]", "(", ")"),
    *(": ", " #", "- ", "* ", "| ", "? ", "!", "@", "~", "#", "_", "**", ","),
    *("\n", "\r\n", "\r", "\n\n", "\t", "  ", "\u00a0", "\u2028", "\u2029", "\u0085", "\ufeff", "\u200b"),
    *("🙂", "👩\u200d👩\u200d👧", "🇨🇭", "e\u0301", "日本語", "ﬁ", "\ufffd", "𝔸"),
    *("שלום", "مرحبا", "\u200f", "\u202e", "\u202c", "\u2067", "\u2069", "\u061c"),
)
_CONTROLS = ("\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x80", "\x9f", "\ufffe")


def texts(controls: bool = False, longest: int = 6) -> st.SearchStrategy[str]:
    """Texts that are not blank, with everything in them that some output must escape.

    ``controls`` adds the characters that a Python string can hold and a YAML file cannot; ``longest`` is how many
    pieces there are at most.
    """
    pieces = st.sampled_from(_PIECES + _CONTROLS if controls else _PIECES)
    letters = st.characters(exclude_categories=("Cs",) if controls else ("Cs", "Cc", "Cn"))
    return st.lists(pieces | letters, min_size=1, max_size=longest).map("".join).filter(str.strip)


def names() -> st.SearchStrategy[str]:
    """Names as the language allows them, among them words that mean something to some output."""
    known = st.sampled_from(("graph", "node", "edge", "digraph", "strict", "null", "true", "1", "-", ".", "_", "a.b"))
    return known | st.text(st.sampled_from("abcxyzABC019-_.éßж語"), min_size=1, max_size=8)


_PLACE = st.integers(0, 19)
"""Which of the things that are there, counted round: drawn more quickly than one of a list that is made anew."""
_PREMISES = st.lists(st.tuples(_PLACE, st.booleans()), max_size=3)
_STEP = st.tuples(st.sampled_from(tuple(Direction)), _PLACE, _PREMISES, _PLACE)
_KIND = st.sampled_from((Claim, Counterclaim, Evidence))
_PLACES = st.lists(_PLACE, max_size=7)


@st.composite
def shapes(draw: st.DrawFn, statements: int = 7, arguments: int = 8) -> ArgumentMap:
    """Any graph that can be, with nothing in it that does not belong to the graph.

    It may have rings, several roots, groups, empty groups, statements in many places, undercutters of undercutters and
    issues. Statements are called ``s0``, ``s1`` …, arguments ``a0``, ``a1`` …; each is at most as many as is said.
    """
    kinds = draw(st.lists(_KIND, min_size=1, max_size=statements))
    ids = [f"s{n}" for n in range(len(kinds))]
    steps: list[Argument] = []
    order: list[tuple[int, int]] = []
    for n, (direction, about, premises, place) in enumerate(draw(st.lists(_STEP, max_size=arguments))):
        bearing: dict[str, Any] = {"conclusion": ids[about % len(ids)], "direction": direction}
        if direction is Direction.UNDERCUTS:
            # It breaks one that was drawn before, so that none are in a ring; the order is shuffled below.
            bearing = {"target": steps[about % n].id, "direction": direction} if n else {"conclusion": ids[0]}
        others = [s for s in ids if s != bearing.get("conclusion")]
        held = tuple(Premise(others[p % len(others)], is_ref=is_ref) for p, is_ref in premises if others)
        steps.append(Argument(f"a{n}", held, **bearing))
        order.append((place, n))
    top, positions = draw(_PLACES), draw(_PLACES)
    thesis = draw(st.none() | _PLACE)
    return ArgumentMap(
        title="A title",
        statements=[kind(s, f"Text of {s}") for s, kind in zip(ids, kinds, strict=True)],
        arguments=[steps[n] for _, n in sorted(order)],
        top=tuple(dict.fromkeys(ids[p % len(ids)] for p in top)),
        thesis="" if thesis is None else ids[thesis % len(ids)],
        issues=_issues([ids[p % len(ids)] for p in positions]),
    )


def _issues(positions: list[str]) -> tuple[Issue, ...]:
    """No, one or two issues that share no position."""
    different = tuple(dict.fromkeys(positions))
    middle = len(different) // 2
    groups = (different[:middle], different[middle:]) if middle >= 2 else (different,)
    return tuple(Issue(group) for group in groups if len(group) >= 2)


_TEXT, _SHORT = texts(longest=3), texts(longest=2)
_NUMBER = st.floats(0, 1)
_STANDARD = st.sampled_from(CHOICES["standard"])
_VALUE = _SHORT | st.lists(_SHORT, max_size=2) | st.dictionaries(names(), _SHORT, max_size=2)
_EXTRA = st.dictionaries(names().map("x-{}".format), _VALUE, max_size=2).map(lambda found: tuple(found.items()))
_KEYS = ("smith", "long report 2001", "§")
_CITATION = st.fixed_dictionaries(
    {"source": st.sampled_from(_KEYS)},
    optional={"at": _SHORT, "quote": _SHORT, "before": _SHORT, "after": _SHORT, "extra": _EXTRA},
)
_SHARED = {
    "label": _SHORT,
    "by": _SHORT,
    "citations": st.lists(_CITATION.map(lambda found: Citation(**found)), min_size=1, max_size=2).map(tuple),
    "implicit": st.booleans(),
    "tags": st.lists(names() | st.just("Background/Military"), max_size=2).map(tuple),
    "note": _SHORT,
    "url": st.sampled_from(("https://example.org/a?b=c&d=%22", "mailto:a@example.org")),
    "extra": _EXTRA,
    "named": st.booleans(),
}
_ASSUME = st.sampled_from(CHOICES["assume"])
_OF_STATEMENT = {**_SHARED, "confidence": _NUMBER, "assume": _ASSUME, "standard": _STANDARD}
_OF_STEP = {"warrant": _TEXT, "qualifier": _SHORT, "scheme": names(), "strength": _NUMBER}
_OF_STEP["answers"] = st.lists(names() | _SHORT, max_size=2).map(tuple)
_OF_ARGUMENT = {**_SHARED, **_OF_STEP, "weigh": st.sampled_from(CHOICES["weigh"])}
_OF_PREMISE = {"role": st.sampled_from(("warrant", "major")) | _SHORT, "extra": _EXTRA}
_OF_ISSUE = {"question": _TEXT, "standard": _STANDARD, "extra": _EXTRA}
_OF_SOURCE = dict.fromkeys(("title", "author", "date", "url", "publisher"), _SHORT)
_STYLE = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from(words) for name, words in looks.CHOICES.items() if name != "show"},
        "show": st.lists(st.sampled_from(looks.CHOICES["show"]), min_size=1, max_size=3).map(tuple),
        "key": st.booleans(),
        "wrap": st.integers(looks.NARROWEST, looks.WIDEST),
    },
)
_OF_MAP = {
    "style": _STYLE,
    **dict.fromkeys(("question", "author", "date", "summary"), _TEXT),
    "language": st.sampled_from(("en", "he", "de-CH")),
    "given": st.sampled_from(CHOICES["given"]),
    "extra": _EXTRA,
}


def _some(optional: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


_STATEMENT, _ARGUMENT, _PREMISE, _ISSUE, _SOURCE, _MAP = map(
    _some, (_OF_STATEMENT, _OF_ARGUMENT, _OF_PREMISE, _OF_ISSUE, _OF_SOURCE, _OF_MAP)
)


@st.composite
def graphs(draw: st.DrawFn, statements: int = 5, arguments: int = 6, controls: bool = False) -> ArgumentMap:
    """Any map that can be: one of `shapes` with hostile texts, names, sources and all else that a map can hold.

    ``controls`` as for `texts`.
    """
    m = draw(shapes(statements, arguments))
    old = [thing.id for thing in (*m.statements, *m.arguments)]
    new = dict(zip(old, draw(st.lists(names(), min_size=len(old), max_size=len(old), unique=True)), strict=True))
    text = texts(controls)
    found = [evolve(s, id=new[s.id], text=draw(text), **draw(_STATEMENT)) for s in m.statements]
    steps = [
        evolve(
            a,
            id=new[a.id],
            premises=tuple(evolve(p, statement=new[p.statement], **draw(_PREMISE)) for p in a.premises),
            conclusion=a.conclusion and new[a.conclusion],
            target=a.target and new[a.target],
            **draw(_ARGUMENT),
        )
        for a in m.arguments
    ]
    cited = {c.source for thing in (*found, *steps) for c in thing.citations}
    keys = [key for key in _KEYS if key in cited or draw(st.booleans())]
    expected = {s.assume: (s.id,) for s in found if s.assume}
    return ArgumentMap(
        title=draw(text),
        statements=found,
        arguments=steps,
        top=tuple(new[s] for s in m.top),
        thesis=new[m.thesis],
        sources=tuple(Source(key, tuple(draw(_SOURCE).items()), draw(_EXTRA)) for key in keys),
        issues=tuple(Issue(tuple(new[p] for p in i.positions), **draw(_ISSUE)) for i in m.issues),
        expect=expected,
        **draw(_MAP),
    )


# ---- files: everything that the language can say, as somebody might type it

_ONE_LINE = re.compile("[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\U0001f300-\U0001f9ff]+")
_SAFE = re.compile(r"[A-Za-z][\w’.]*(?: [\w’.(][\w’.()]*)*")
_LONG = "Es läuft weiter und weiter, denn wer eine lange Zeile schreibt, der hat mehr zu sagen als in sie passt"
_PAGE = "https://example.org/"
_SAID = st.one_of(
    st.sampled_from(
        ("It rings", "no", "12:30", "1.10", "- 5 degrees", "Because: so", "x #1", "issue #3", '"a" it\'s \\')
    ),
    st.sampled_from((_LONG, f"{_LONG}: {_LONG}", f"one\ntwo\n\n{_LONG}", "a\n  b\nc", ("word " * 30).strip())),
    st.sampled_from(("日本語" * 40, f"日本語{' 長' * 50}", _PAGE + "a" * 120, f"see {_PAGE}{'b' * 90} and {'c' * 60}")),
    texts(longest=4).map(str.strip).filter(bool),
)
_KINDS_OF_NAME = names() | st.sampled_from(("it-rings", "no", "word", "word-2", "step-1", "step-2-", "Zürich"))
_OWN_DATA = st.recursive(
    _SAID | st.sampled_from(("", " a ", "a\n", "a\n\n", "\n")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names() | _SHORT, inner, max_size=2),
    max_leaves=4,
)
_INTEGER = st.integers(0, 59)


class _Author:
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
            found["style"] = {"theme": self.one(*looks.CHOICES["theme"]), "show": self.one("label", ["text", "id"])}
            found["style"] |= {"key": self.one("true", "false"), "wrap": self.one("100", "250")}
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
            found["issues"] = [{"positions": ids[:2], **self.own()}]
            if self.chance(2):
                found["issues"][0] |= {"question": self.said(), "standard": self.one(*CHOICES["standard"])}
        if ids and self.chance(2):
            found["expect"] = {"accepted": ids[:1], "rejected": ids[1:], "undecided": []}
        return found

    def said(self) -> str:
        return self._draw(_SAID)

    def own(self) -> dict[str, Any]:
        if not self.chance(7):
            return {}
        # Inside braces the reader takes a key of an item that has nothing beside it for a text that was cut.
        return {f"x-{name}": self._draw(_OWN_DATA.filter(bool)) for name in ("a", self._draw(names()))}

    def source(self) -> dict[str, Any]:
        fields = [n for n in ("url", "title", "author", "date", "file") if self.chance(3)]
        return {n: "texts/a.txt" if n == "file" else self.said() for n in fields} | self.own()

    def name(self) -> str | None:
        return self._names.pop() if self._names and self.chance(2) else None

    def items(self, found: list[Any]) -> Any:
        is_alone = len(found) == 1 and not (isinstance(found[0], str) and "\n" in found[0])
        return found[0] if is_alone and self.chance(2) else found

    def statement(self, depth: int, place: str) -> tuple[Any, str | None]:
        """A statement that is written out, and its id."""
        self._left -= 1
        text = self.said()
        if self.chance(3) and text not in self._names and text not in self._ids:
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
        return self.items([self.argument(depth, conclusion) for _ in range(self.one(1, 1, 2, 3))])

    def argument(self, depth: int, conclusion: str | None) -> dict[str, Any] | str:
        kind = self.one("statement", "statement", "ref", "all")
        if kind == "statement":
            found: Any = self.statement(depth, "step")[0]
            return found
        item: dict[str, Any] = {"ref": ""} if kind == "ref" else {"all": self.members(depth, conclusion)}
        if kind == "ref":
            self._references.append((item, conclusion))
            if self.chance(4):
                item["role"] = "minor"
        return item | self.shared() | self.step(depth) if kind == "all" else self.into(item, self.step(depth))

    def into(self, item: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
        item |= more  # the same object, whose reference is chosen at the end
        return item

    def members(self, depth: int, conclusion: str | None) -> list[Any]:
        found: list[Any] = []
        for _ in range(self.one(0, 1, 2, 3)):
            if self.chance(3):
                item: dict[str, Any] = {"ref": ""} | ({"role": "major"} if self.chance(3) else {})
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
        if depth < 4 and self._left > 0 and self.chance(5):
            found["unless"] = self.arguments(depth + 1, None)
        return found

    def shared(self) -> dict[str, Any]:
        found: dict[str, Any] = {n: self.said() for n in ("label", "by", "note", "url") if self.chance(8)}
        if self.chance(8):
            found["implicit"] = self.one("true", "false")
        if self.chance(8):
            found["tags"] = self.one("plan", ["plan"], ["plan", "a b", "Background/Military", "one, two"])
        if self.chance(4):
            short = self.one("smith", "smith, p. 7", "long report 2001, a, b", "smith, 1; §, 2")
            long = {"source": "smith", "at": self.said(), "before": self.said(), **self.own()}
            found["cite"] = self.one(short, long, [short, long], [long], [short])
            if found["cite"] == "smith, p. 7":
                found["quote"] = self.said()
        return found | self.own()


_NAME_LISTS = ("positions", "accepted", "rejected", "undecided", "tags", "answers", "cite")


class _Typist:
    """Types what the author thought of, in a style that changes from line to line."""

    def __init__(self, author: _Author, is_tidy: bool, comments: bool) -> None:
        self._chance, self._one = author.chance, author.one
        self._is_tidy = is_tidy
        self._comments = comments
        self._number = 0
        self._lines: list[str] = []
        self._is_below_block = False

    def file(self, document: dict[str, Any]) -> str:
        self._mapping(document, 0, "")
        self._remark(0)
        return "\n".join(self._lines) + self._one("\n", "\n", "")

    def _words(self) -> str:
        self._number += 1
        return self._one("# c{}", "# c{}: 'x' \"y #z", "#! c{}", "## c{} - [a, b]", "#\tc{}").format(self._number)

    def _remark(self, column: int) -> None:
        """Perhaps comments and empty lines between two entries."""
        for _ in range(self._one(0, 0, 0, 1, 2) if self._comments else 0):
            if self._chance(3):
                self._lines.append("")
            else:
                at = self._one(column, column, 0, column if self._is_below_block else column + 2, column // 2)
                self._lines.append(" " * at + self._words())

    def _add(self, line: str, is_block: bool = False) -> None:
        comment = self._one(" ", "  ", "      ") + self._words() if self._comments and self._chance(5) else ""
        self._lines.append(line.rstrip(" ") + comment)
        self._is_below_block = is_block

    def _mapping(self, pairs: dict[str, Any], column: int, lead: str) -> None:
        """A mapping whose first key goes on with the line that ``lead`` begins."""
        for key in self._keys(pairs):
            if lead:
                start, lead = lead, ""
            else:
                self._remark(column)
                start = " " * column
            self._value(key, pairs[key], column, f"{start}{self._key(key)}:")

    def _keys(self, pairs: dict[str, Any]) -> list[str]:
        """The keys of a mapping as they are typed: in order, or from the last to the first."""
        keys = list(pairs)
        if self._is_tidy and not _ORDERED.isdisjoint(keys):
            keys.sort(key=lambda key: _TIDY.index(key if key in _TIDY else "x-"))
        return keys[::-1] if not self._is_tidy and self._chance(2) else keys

    def _key(self, key: str) -> str:
        if key in ("§",) or not _SAFE.fullmatch(key) or self._chance(12):
            return _double(key)
        return key

    def _value(self, key: str, value: Any, column: int, start: str) -> None:
        is_own = key.startswith("x-") or key in ("", "ref", "thesis", "source", "cite", "argmap", *_NAME_LISTS)
        if isinstance(value, str):
            self._text(value, column, start, is_own)
        elif not value or (self._chance(3) and (is_own or key in (*_NAME_LISTS, "all", "because", "but"))):
            self._brackets(value, column, start)
        elif isinstance(value, dict):
            self._add(start)
            self._mapping_below(value, column)
        else:
            self._add(start)
            self._list(key, value, column + self._one(0, 2, 2, 4) if key else column + 2)

    def _mapping_below(self, value: dict[str, Any], column: int) -> None:
        self._mapping(value, column + self._one(2, 2, 1, 4), "")

    def _list(self, key: str, values: list[Any], column: int) -> None:
        inner = "" if key.startswith("x-") or key == "" else key
        for value in values:
            self._remark(column)
            if isinstance(value, dict) and value and not (inner == "cite" and self._chance(2)):
                dash = "-" + " " * self._one(1, 1, 3)
                if self._chance(8) and self._comments:
                    self._lines.append(" " * column + "-  " + self._words())
                    self._mapping(value, column + len(dash), "")
                else:
                    self._mapping(value, column + len(dash), " " * column + dash)
            else:
                self._value(
                    "" if not inner else "cite" if inner == "cite" else inner, value, column, " " * column + "-"
                )

    def _brackets(self, value: Any, column: int, start: str) -> None:
        """A value in brackets, over one line or several."""
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if isinstance(value, dict):
            parts = [f"{_double(key)}: {_in_flow(value[key])}," for key in self._keys(value)]
        else:
            parts = [f"{_in_flow(part)}," for part in value]
        if not self._comments or self._chance(2):
            self._add(f"{start} {opening}{' '.join(parts)[:-1]}{closing}")
            return
        self._add(f"{start} {opening}")
        for part in parts:
            self._remark(column + 3)
            self._add(" " * (column + 3) + part)
        self._add(" " * (column + 1) + closing)

    def _text(self, text: str, column: int, start: str, is_own: bool) -> None:
        """A text in one of the styles that fit."""
        indent = " " * (column + self._one(2, 2, 3))
        lines = text.split("\n")
        fits_block = all(line == line.strip() and _ONE_LINE.fullmatch(line) for line in lines)
        style = self._one("plain", "plain", "single", "literal", "folded", "double", "wrapped")
        if style == "plain" and _SAFE.fullmatch(text) and len(text) < 90:
            self._add(f"{start} {text}")
        elif style == "single" and _ONE_LINE.fullmatch(text):
            self._add(start + " '" + text.replace("'", "''") + "'")
        elif style == "literal" and fits_block:
            self._add(f"{start} |" + ("-" if is_own else self._one("-", "", "+")))
            self._lines += [indent + line for line in lines]
            self._is_below_block = True
        elif style == "folded" and fits_block and len(lines) == 1:
            self._add(f"{start} >" + ("-" if is_own else self._one("-", "", "+")))
            self._lines += [indent + word for word in re.split(r"(?<=\S) (?=\S)", text)]
            self._is_below_block = True
        elif style == "wrapped" and _SAFE.fullmatch(text):
            self._add(f'{start} "' + f"\n{indent}".join(text.split(" ")) + '"')
        else:
            self._add(f"{start} {_double(text)}")


_TIDY = (
    *("argmap", "title", "question", "author", "date", "language", "summary", "thesis", "style"),
    *("theme", "direction", "colour-by", "key", "show", "wrap"),
    *("claim", "counterclaim", "evidence", "ref", "all", "id", "argument", "label", "by"),
    *("cite", "source", "at", "quote", "before", "after", "implicit", "tags", "note", "url"),
    *("confidence", "assume", "positions", "standard", "role", "answers"),
    *("warrant", "scheme", "qualifier", "strength", "weigh"),
    *("x-", "sources", "given", "claims", "issues", "expect", "accepted", "rejected", "undecided"),
    *("unless", "because", "but"),
)
_ORDERED = frozenset(
    ("argmap", "claim", "counterclaim", "evidence", "ref", "all", "positions", "accepted", "source", "theme")
)
"""Keys that tell a mapping whose keys have an order."""


@st.composite
def files(draw: st.DrawFn, is_tidy: bool = False, comments: bool = True) -> str:
    """The text of a map file without errors, with every construct of the language in every style of YAML.

    ``is_tidy`` says that keys stand in the order that `argmap fmt` gives them; ``comments`` that there may be comments,
    each with words of its own, and empty lines.
    """
    author = _Author(draw)
    text = _Typist(author, is_tidy, comments).file(author.document())
    return text.replace("\n", "\r\n") if author.chance(6) else text


def _double(text: str) -> str:
    """A text in double quotes, with an escape for all that is not plain."""
    plain = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}
    return '"' + "".join(plain.get(c) or (c if _ONE_LINE.fullmatch(c) else f"\\U{ord(c):08X}") for c in text) + '"'


def _in_flow(value: Any) -> str:
    if isinstance(value, str):
        return _double(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_double(k)}: {_in_flow(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(map(_in_flow, value)) + "]"
