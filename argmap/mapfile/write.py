"""A map to the text of a new file, the way a person would write it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.mapfile import places, put
from argmap.mapfile.arrange import arranged, needs_group
from argmap.mapfile.read import VERSION, read_text
from argmap.mapfile.scalars import Text, columns
from argmap.mapfile.sheet import Block, Entry, listed, text_of
from argmap.mapfile.shelf import as_unread
from argmap.mapfile.tree import MAX_DEPTH
from argmap.mapfile.values import NAME
from argmap.model import Argument, ArgumentMap, Citation, Direction, Extra, Premise, Side, Statement
from argmap.problem import MapError, Problem

_NAMES = ("id", "argument", "scheme", "role", "thesis")
_SHARED = ("label", "by", "note", "url")
_PARTED = ("style", "bibliography", "sources", "speakers", "claims", "issues", "expect")
"""Keys above which an empty line stands."""
_WORDS = {Direction.FOR: "because", Direction.AGAINST: "but", Direction.UNDERCUTS: "unless"}


def dumps(map: ArgumentMap) -> str:
    """The text of a map file, which reads as the map again: `loads(dumps(m)) == m`.

    Where the map has a bibliography, the text names it and holds nothing that comes from there, so that it reads as the
    same map in the same folder: `loads(dumps(m), folder=…)`.

    A file is a set of trees, and says no more than they do. So a map that was made otherwise comes back as a file
    arranges it: the arguments for a statement before or after all those against it, the whole listed from the top
    down; a statement that is used in several places is written out in one of them, and has an id that is written; steps
    without a name are numbered anew; and what no tree reaches is a root.

    Raises `MapError` with every part that no file can hold, such as a text that ends with a space, a source without
    a key, an `x-` key that holds a number, or a branch deeper than reading goes.
    """
    whole = arranged(map)
    writer = _Writer(whole)
    text = text_of(writer.whole())
    if writer.problems:
        raise MapError(tuple(dict.fromkeys(writer.problems)))
    found, problems = read_text(text)
    if found != (expected := as_unread(whole)):
        raise MapError(tuple(_unread(problems)) if found is None else (_differs(expected, found),))
    return text


def dump(map: ArgumentMap, path: str | os.PathLike[str]) -> None:
    """Write a map to a file, whole or not at all; see `dumps`. Raises `MapError`, or OSError as `open` does."""
    data = dumps(map).encode()
    beside = f"{os.fspath(path)}.{os.getpid()}.part"
    try:
        with open(beside, "xb") as stream:
            stream.write(data)
        os.replace(beside, path)
    except OSError:
        if os.path.exists(beside):
            os.unlink(beside)
        raise


def _unread(problems: Iterable[Problem]) -> Iterable[Problem]:
    """What reading said of the text, without places in a file that nobody has."""
    return (p._replace(span=None, notes=()) for p in problems)


def _differs(one: ArgumentMap, other: ArgumentMap) -> Problem:
    """In what a map differs from what was read from its text."""
    parts = (
        "title",
        "thesis",
        "top",
        "statements",
        "arguments",
        "bibliography",
        "sources",
        "speakers",
        "issues",
        "expect",
        "style",
        "extra",
        "expect_extra",
    )
    names = [n for n in parts if getattr(one, n) != getattr(other, n)]
    ids = [s.id for s, t in zip(one.statements, other.statements, strict=False) if s != t]
    ids += [a.id for a, b in zip(one.arguments, other.arguments, strict=False) if a != b]
    message = f"no file says exactly this; its {' and '.join(names) or 'head'} would read otherwise"
    return Problem("not-writable", message + (f", first `{ids[0]}`" if ids else ""))


class _Writer:
    """Writes the parts of a map that is arranged for a file."""

    def __init__(self, m: ArgumentMap) -> None:
        self.problems: list[Problem] = []
        self._m = m
        self._top = set(m.top)
        self._known = {s.id: s for s in m.statements}
        self._number = {a.id: number for number, a in enumerate(m.arguments)}
        self._on: dict[str, list[Argument]] = {}
        for a in m.arguments:
            self._on.setdefault(a.conclusion or a.target or "", []).append(a)

    def whole(self) -> Block:
        """The outermost mapping."""
        m = self._m
        texts = {n: getattr(m, n) for n in ("title", "question", "author", "date", "language", "summary")}
        values: dict[str, Text | Block | None] = {
            "argmap": Text(VERSION),
            **self._texts("the map", texts),
            "thesis": self._text("the map", "thesis", m.thesis) if m.thesis and m.top[:1] != (m.thesis,) else None,
            "style": put.mapping({name: put.setting(value) for name, value in m.style.items()}, places.STYLE),
            "bibliography": self._bibliography(),
            "sources": self._sources(),
            "speakers": self._speakers(),
            "given": Text(m.given) if m.given != "leaves" else None,
            "claims": self._claims(),
            "issues": self._issues() if m.issues else None,
            "expect": self._expect(),
            **self._extra("the map", m.extra),
        }
        if not m.statements:
            self._refuse("the map has no statement")
        block = put.mapping(values, places.MAP)
        for entry in block.entries if block else ():
            if entry.key and entry.key.value in _PARTED:
                entry.above = [""]
        return block or Block(True)

    def _refuse(self, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem("not-writable", message, hint=hint))

    def _expect(self) -> Block | None:
        labels: dict[str, Text | Block | None] = {label: put.names(ids) for label, ids in self._m.expect.items()}
        return put.mapping({**labels, **self._extra("`expect`", self._m.expect_extra)}, places.EXPECT)

    # ---- values

    def _text(self, whose: str, name: str, value: Any) -> Text | None:
        """A text as the reader gives it back: not blank, and without white space at its end."""
        if value is None:
            return None
        if not isinstance(value, str):
            self._refuse(f"the {name} of {whose} is {value!r}, not a text")
        elif not value.strip():
            self._refuse(f"the {name} of {whose} is empty", "leave it out: None")
        elif value != value.rstrip():
            self._refuse(f"the {name} of {whose} ends with white space, which reading drops", "strip it")
        elif not put.is_unicode(value):
            self._refuse(f"the {name} of {whose} has half a character, which no file can hold")
        elif name in _NAMES and not NAME.fullmatch(value):
            self._refuse(f"the {name} of {whose} is no name: letters, digits, `-`, `_` and `.` make one")
        else:
            return Text(value)
        return None

    def _texts(self, whose: str, values: Mapping[str, Any]) -> dict[str, Text | None]:
        return {name: self._text(whose, name, value) for name, value in values.items()}

    def _extra(self, whose: str, extra: Extra) -> dict[str, Text | Block | None]:
        """The user's own keys."""
        found: dict[str, Text | Block | None] = {}
        for name, value in extra:
            if not isinstance(name, str) or not name.startswith("x-") or not put.is_unicode(name):
                self._refuse(f"{name!r} on {whose} is no key of the user's own, which begins with `x-`")
            elif name in found:
                self._refuse(f"`{name}` stands twice on {whose}")
            else:
                found[name] = self._own(f"`{name}` on {whose}", value, 0)
        return found

    def _own(self, what: str, value: Any, depth: int) -> Text | Block:
        """The user's own data: texts, lists and mappings."""
        if depth > MAX_DEPTH:
            self._refuse(f"{what} is nested too deep for a file")
        elif isinstance(value, str) and put.is_unicode(value):
            return Text(value, "" if value else '"')
        elif isinstance(value, list):
            return listed(*[self._own(what, child, depth + 1) for child in value], flow=put.is_simple(value))
        elif isinstance(value, dict) and all(isinstance(key, str) and put.is_unicode(key) for key in value):
            pairs = [(key, self._own(what, child, depth + 1)) for key, child in value.items()]
            return Block(True, [Entry(child, Text(key)) for key, child in pairs])
        else:
            self._refuse(f"{what} holds {type(value).__name__}; a file holds texts, lists and mappings of texts")
        return Text("")

    def _citations(self, whose: str, citations: tuple[Citation, ...]) -> dict[str, Text | Block | None]:
        """`cite`, and `quote` beside a single one."""
        if not citations:
            return {}
        quote = citations[0].quote
        if len(citations) == 1 and put.is_short(citations[0], with_quote=True):
            return {"cite": Text(put.cited(citations[0])), "quote": self._text(whose, "quote", quote)}
        if all(put.is_short(c) for c in citations):
            joined = "; ".join(put.cited(c) for c in citations)
            if columns(joined) <= put.SHORT:
                return {"cite": Text(joined)}
        return {"cite": listed(*[self._citation(whose, c) for c in citations])}

    def _citation(self, whose: str, c: Citation) -> Text | Block:
        if put.is_short(c):
            return Text(put.cited(c))
        known = {"source": c.source, "at": c.at, "quote": c.quote, "before": c.before, "after": c.after}
        known["credibility"] = c.credibility
        texts = self._texts(f"a citation of {whose}", known)
        block = put.mapping({**texts, **self._extra(f"a citation of {whose}", c.extra)}, places.CITATION) or Block(True)
        block.flow = not c.extra and sum(columns(v) for v in known.values() if isinstance(v, str)) <= put.SHORT
        return block

    def _words(self, whose: str, name: str, words: tuple[str, ...]) -> Text | Block | None:
        """One word, or several in brackets."""
        texts = [self._text(whose, name, word) or Text("") for word in words]
        is_single = len(texts) == 1 and texts[0].value == texts[0].value.strip()
        if is_single and "," in texts[0].value:
            return listed(*texts, flow=True)
        return texts[0] if is_single else listed(*texts, flow=True) if texts else None

    # ---- items

    def _claims(self) -> Block:
        """The trees; an empty line stands between two, though not between bare texts."""
        roots = [self._statement(self._known[id], None, None) for id in self._m.top]
        block = listed(*roots)
        for one, other in zip(block.entries, block.entries[1:], strict=False):
            if isinstance(one.value, Block) or isinstance(other.value, Block):
                other.above = [""]
        return block

    def _statement(self, s: Statement, premise: Premise | None, step: Argument | None) -> Text | Block:
        """A statement that is written out: as a root, in a group, or alone with what is said of its step."""
        whose = f"`{s.id}`"
        values: dict[str, Text | Block | None] = {
            s.kind: self._text(whose, "text", s.text),
            "id": Text(s.id) if s.named else None,
            "confidence": put.number(s.confidence),
            "assume": put.choice(s.assume),
            "standard": put.choice(s.standard),
            **self._shared(whose, s),
            **self._extra(whose, s.extra),
            "role": self._text(f"the premise {s.id}", "role", premise.role) if premise else None,
            **(self._step(step) if step else {}),
            **self._lists(s.id, *([step.id] if step else [])),
        }
        block = put.mapping(values, places.STEP) or Block(True)
        if len(block.entries) == 1 and self._is_bare(s):
            return block.entries[0].value
        return block

    def _is_bare(self, s: Statement) -> bool:
        """Whether the text without its word reads as the same statement."""
        m = self._m
        usual = "claim" if s.id in self._top or m.sides(s.id) != {Side.AGAINST} else "counterclaim"
        return s.kind == usual and not (s.text in self._known and self._known[s.text].named)

    def _argument(self, a: Argument) -> Text | Block:
        """An argument as an item of `because`, `but` or `unless`."""
        whose = f"`{a.id}`"
        if not needs_group(a, a.premises) and not a.premises[0].is_ref:
            return self._statement(self._known[a.premises[0].statement], a.premises[0], a)
        values: dict[str, Text | Block | None] = {}
        if needs_group(a, a.premises):
            values["all"] = listed(*[self._member(p) for p in a.premises])
        else:
            values["ref"] = Text(a.premises[0].statement)
            values["role"] = self._text(whose, "role", a.premises[0].role)
        values |= {**self._shared(whose, a), **self._extra(whose, a.extra), **self._step(a), **self._lists(a.id)}
        return put.mapping(values, places.STEP) or Block(True)

    def _member(self, premise: Premise) -> Text | Block:
        """A premise inside `all`."""
        whose = f"the premise `{premise.statement}`"
        if not premise.is_ref:
            if premise.extra:
                self._refuse(f"{whose} has `x-` keys, which can stand beside a `ref` inside `all` alone")
            return self._statement(self._known[premise.statement], premise, None)
        role = self._text(whose, "role", premise.role)
        values = {"ref": Text(premise.statement), "role": role, **self._extra(whose, premise.extra)}
        return put.mapping(values, places.REF_MEMBER) or Block(True)

    def _step(self, a: Argument) -> dict[str, Text | Block | None]:
        """What is said of a step alone."""
        texts = {"warrant": a.warrant, "scheme": a.scheme, "qualifier": a.qualifier}
        return {
            "answers": self._words(f"`{a.id}`", "answer", a.answers),
            **self._texts(f"`{a.id}`", texts),
            "strength": put.number(a.strength),
            "weigh": put.choice(a.weigh) if a.weigh != "linked" else None,
            "argument": Text(a.id) if a.named else None,
        }

    def _shared(self, whose: str, thing: Statement | Argument) -> dict[str, Text | Block | None]:
        """What statements and steps share."""
        return {
            **self._texts(whose, {name: getattr(thing, name) for name in _SHARED}),
            **self._citations(whose, thing.citations),
            "implicit": Text("true") if thing.implicit else None,
            "tags": self._words(whose, "tag", thing.tags),
        }

    def _lists(self, *ids: str) -> dict[str, Text | Block | None]:
        """The arguments on a statement and its step under their words, in the order of the map."""
        found: dict[str, list[Text | Block]] = {}
        for a in sorted((a for id in ids for a in self._on.get(id, ())), key=lambda a: self._number[a.id]):
            found.setdefault(_WORDS[a.direction], []).append(self._argument(a))
        return {word: put.alone(items) or listed(*items) for word, items in found.items()}

    # ---- records

    def _bibliography(self) -> Text | Block | None:
        """The files by their paths; what they hold stays there."""
        paths = self._m.bibliography
        if any(not path.strip() or path != path.strip() or not put.is_unicode(path) for path in paths):
            self._refuse("a bibliography of the map has no path that a file can hold")
        if len(paths) == 1:
            return Text(paths[0])
        return listed(*map(Text, paths)) if paths else None

    def _sources(self) -> Block | None:
        entries = []
        for source in self._m.sources:
            if source.is_borrowed:
                continue
            key, whose = source.key, f"the source {source.key!r}"
            if not key.strip() or key != key.strip() or "," in key or ";" in key or not put.is_unicode(key):
                self._refuse(f"{whose} has a key that cannot be cited", "give it a short key, such as `smith2001`")
            names = [name for name, _ in source.own]
            unknown = [name for name in names if name not in places.SOURCE.fields]
            if unknown or len(set(names)) < len(names):
                self._refuse(f"{whose} has fields that a file does not know, or one twice: {', '.join(names)}")
                continue
            texts = self._texts(whose, dict(source.own))
            block = put.mapping({**texts, **self._extra(whose, source.extra)}, places.SOURCE)
            entries.append(Entry(block or Block(True), Text(key)))
        return Block(True, entries) if entries else None

    def _speakers(self) -> Block | None:
        """Each under its name: who that is as a text, where no more is known."""
        entries = []
        for s in self._m.speakers:
            whose = f"the speaker {s.name!r}"
            if not put.is_unicode(s.name):
                self._refuse(f"{whose} has half a character in the name, which no file can hold")
                continue
            texts = self._texts(
                whose, {"description": s.description, "reliability": s.reliability, "url": s.url, "note": s.note}
            )
            block = put.mapping({**texts, **self._extra(whose, s.extra)}, places.SPEAKER) or Block(True)
            is_bare = [e.key and e.key.value for e in block.entries] == ["description"]
            entries.append(Entry(block.entries[0].value if is_bare else block, Text(s.name)))
        return Block(True, entries) if entries else None

    def _issues(self) -> Block:
        found = []
        for issue in self._m.issues:
            values: dict[str, Text | Block | None] = {
                "question": self._text("an issue", "question", issue.question),
                "positions": put.names(issue.positions),
                "standard": put.choice(issue.standard),
                **self._extra("an issue", issue.extra),
            }
            found.append(put.mapping(values, places.ISSUE) or Block(True))
        return listed(*found)
