"""Another name for a statement, a step, a source or a speaker, wherever it stands in a file, and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from argmap.mapfile import events
from argmap.mapfile.edit import Places, edited, plain
from argmap.mapfile.mentions import Mention, mentions
from argmap.mapfile.read import read_text
from argmap.mapfile.tree import line_of
from argmap.mapfile.values import NAME, short
from argmap.model import Argument, ArgumentMap, Citation, Statement
from argmap.naming import nearest
from argmap.problem import Edit, MapError, Severity, Span


def renamed(
    text: str, old: str, new: str, file: str | None = None, folder: str | os.PathLike[str] | None = None
) -> str:
    """The text of a map in which what was called ``old`` is called ``new``.

    ``old`` is the id of a statement, the name of a step (`argument`), the key of a source that stands in the text, or
    what a speaker is called in `by` and under `speakers`; a key of the `bibliography` is not the map's to change.
    ``folder`` is where the map lies, so that those keys are known. Raises `MapError` when the text is no map,
    ValueError with a sentence when there is no such name or the new one cannot be taken.
    """
    m, problems = read_text(text, file, folder)
    if m is None:
        raise MapError(problems)
    typed = plain(text)
    found = list(mentions(events.parse(typed, [])))
    kind = _kind_of(found, m, old)
    _refuse(m, new, kind)
    if old == new:
        return text
    places = Places(typed)
    edits = []
    for mention in found:
        if _kind(mention) == kind:
            span = _span(mention.node)
            raw = typed[places.slice(span)]
            instead = _instead(mention, raw, old, new)
            if instead != raw:
                edits.append(Edit(span, instead))
    result = edited(text, edits)
    after, problems = read_text(result, file, folder)
    if after is None:
        p = next(p for p in problems if p.severity is Severity.ERROR)
        raise ValueError(f"`{short(new)}` cannot be taken: {p.message} (line {_line(p.span)})")
    if kind == "source" and (taken := _bibliography_of(after, new)):
        raise ValueError(f"`{short(new)}` is a key of the bibliography `{short(taken)}` already")
    if _without_made_names(after) != _with_name(_without_made_names(m), old, new, kind):
        raise ValueError(f"`{short(old)}` cannot be renamed without changing more than the name")
    return result


def _span(node: Any) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _line(span: Span | None) -> int:
    return span.line if span else 1


def _kind(mention: Mention) -> str:
    """Statements and steps share one set of names; sources and speakers have each a set of their own."""
    return mention.kind if mention.kind in ("source", "speaker") else "name"


def _is_called(mention: Mention, name: str) -> bool:
    value = mention.node.value
    return bool(_one_line(value) == _one_line(name) if mention.kind == "speaker" else value.strip() == name)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _kind_of(found: Sequence[Mention], m: ArgumentMap, old: str) -> str:
    """Whether a name is that of a source, a speaker, or a statement or step; raises ValueError when not just one."""
    named = [x for x in found if (x.is_home or x.kind == "speaker") and _is_called(x, old)]
    homes = [x for x in named if x.is_home] or named  # nobody need be listed who says something
    first = {_kind(x): x for x in reversed(homes)}
    kinds = set(first)
    if len(kinds) > 1:
        called = " and ".join(f"a {kind}" for kind in sorted(kinds, key=("source", "speaker", "name").index))
        lines = " and ".join(str(line) for line in sorted(line_of(x.node) for x in first.values()))
        raise ValueError(f"`{short(old)}` is both {called} (lines {lines}); change one of them by hand")
    if kinds == {"source"} and (home := _bibliography_of(m, old)):
        raise ValueError(
            f"`{short(old)}` is also a key of the bibliography `{short(home)}`, from which it has the rest of its "
            "fields; change it there and here by hand"
        )
    if kinds:
        return kinds.pop()
    if home := _bibliography_of(m, old):
        raise ValueError(f"`{short(old)}` is a key of the bibliography `{short(home)}`; change it where that is made")
    for thing in _bearers(m):
        if thing.id == old:
            key = "id" if isinstance(thing, Statement) else "argument"
            where = f" on line {thing.span.line}" if thing.span else ""
            raise ValueError(f"`{short(old)}` is not written in the file; add `{key}: …` to the item{where}")
    known = {x.node.value.strip() for x in found if x.is_home or x.kind == "speaker"}
    near = nearest(old, known)
    raise ValueError(f"nothing is called `{short(old)}`" + (f"; did you mean `{near}`?" if near else ""))


def _bibliography_of(m: ArgumentMap, key: str) -> str | None:
    """The bibliography from which a source of the map comes, None when it stands in the map alone."""
    return next((source.bibliography for source in m.sources if source.key == key), None)


def _bearers(m: ArgumentMap) -> tuple[Statement | Argument, ...]:
    return (*m.statements, *m.arguments)


def _refuse(m: ArgumentMap, new: str, kind: str) -> None:
    """Raise ValueError when a name cannot be taken."""
    if kind == "speaker":
        if not new.strip() or new != _one_line(new):
            raise ValueError(f"`{short(new)}` cannot be what a speaker is called: write words with one space between")
        if not _is_plain(new):
            raise ValueError(f"`{short(new)}` would need quotes in YAML; change it by hand, in quotes")
        if any(_one_line(thing.by or "") == new for thing in _bearers(m)) or m.speaker(new):
            raise ValueError(f"a speaker is called `{short(new)}` already")
        return
    if kind == "source":
        if not new.strip() or new != new.strip() or re.search(r"[,;\n]", new):
            raise ValueError(
                f"`{short(new)}` cannot be the key of a source: citations are cut at commas and semicolons"
            )
        if not _is_plain(new):
            raise ValueError(f"`{short(new)}` would need quotes in YAML; choose a key of letters and digits")
        if any(s.key == new for s in m.sources):
            raise ValueError(f"a source is called `{short(new)}` already")
        return
    if not NAME.fullmatch(new):
        raise ValueError(f"`{short(new)}` is no name: letters, digits, `-`, `_` and `.` make one")
    if not new.strip("-."):
        raise ValueError(f"`{short(new)}` has neither a letter nor a digit; choose a word")
    taken = next((t for t in _bearers(m) if t.id == new and t.named), None)
    if taken:
        raise ValueError(f"`{short(new)}` is taken" + (f", on line {taken.span.line}" if taken.span else ""))


def _instead(mention: Mention, raw: str, old: str, new: str) -> str:
    """What to type for a scalar, with the new name for the old one; raises ValueError when that is hidden."""
    value = mention.node.value
    if mention.in_text:
        count = sum(part.partition(",")[0].strip() == old for part in value.split(";"))
        pattern = rf"(^[\"']?|^[>|][^\n]*\n|;)(\s*){re.escape(old)}(?=\s*(?:,|;|[\"']?\s*$))"
    else:
        count = int(_is_called(mention, old))
        typed = r"\s+".join(map(re.escape, old.split())) if mention.kind == "speaker" else re.escape(old)
        pattern = rf"(^[\"']?|^[>|][^\n]*\n)(\s*){typed}(?=[\"']?\s*$)"
    instead, made = re.subn(pattern, lambda match: f"{match[1]}{match[2]}{new}", raw) if count else (raw, 0)
    if made != count:
        line = line_of(mention.node)
        raise ValueError(f"on line {line} `{short(old)}` is typed in a way that hides it; write it plainly there")
    return instead


def _is_plain(value: str) -> bool:
    """Whether a text may stand without quotes anywhere: as a value, in brackets, as a key."""
    problems: list[Any] = []
    try:
        tree: Any = events.parse(f"- {value}\n- [{value}]\n- {value}: x\n", problems)
        first, second, third = tree.children
        shown = [first.value, second.children[0].value, third.children[0].value]
    except (events.NotYaml, ValueError, AttributeError, IndexError):
        return False
    return not problems and shown == [value] * 3 and len(second.children) == 1


def _with_name(m: ArgumentMap, old: str, new: str, kind: str) -> ArgumentMap:
    """The map as it should read after the change."""

    def named(name: Any) -> Any:
        return new if name == old else name

    def cited(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(evolve(c, source=named(c.source)) for c in citations)

    if kind == "speaker":

        def heard(by: Any) -> Any:
            return new if by is not None and _one_line(by) == _one_line(old) else by

        return evolve(
            m,
            statements=[evolve(s, by=heard(s.by)) for s in m.statements],
            arguments=[evolve(a, by=heard(a.by)) for a in m.arguments],
            speakers=tuple(evolve(s, name=heard(s.name)) for s in m.speakers),
            is_sound=True,
        )
    if kind == "source":
        return evolve(
            m,
            statements=[evolve(s, citations=cited(s.citations)) for s in m.statements],
            arguments=[evolve(a, citations=cited(a.citations)) for a in m.arguments],
            sources=tuple(evolve(s, key=named(s.key)) for s in m.sources),
            is_sound=True,
        )
    return _mapped(m, {old: new})


def _mapped(m: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    """The map with other names for statements and steps."""

    def named(name: Any) -> Any:
        return names.get(name, name)

    return evolve(
        m,
        statements=[evolve(s, id=named(s.id)) for s in m.statements],
        arguments=[
            evolve(
                a,
                id=named(a.id),
                conclusion=named(a.conclusion),
                target=named(a.target),
                premises=tuple(evolve(p, statement=named(p.statement)) for p in a.premises),
            )
            for a in m.arguments
        ],
        top=tuple(map(named, m.top)),
        thesis=named(m.thesis),
        issues=tuple(evolve(i, positions=tuple(map(named, i.positions))) for i in m.issues),
        expect={label: tuple(map(named, ids)) for label, ids in m.expect.items()},
        is_sound=True,
    )


def _without_made_names(m: ArgumentMap) -> ArgumentMap:
    """The map with names by place where none is written: those follow from the texts and from the other names."""
    made = [thing.id for thing in _bearers(m) if not thing.named]
    return _mapped(m, {name: f"#{number}" for number, name in enumerate(made)})
