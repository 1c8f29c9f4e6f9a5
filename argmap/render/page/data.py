"""What a page is told of its map: everything that stands in it, worded, in the order in which it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.languages import ENGLISH
from argmap.looks import WRAP, Style
from argmap.model import Argument, Citation, Direction, Extra, Side, Source, Statement
from argmap.render.bibliography import BIBLIOGRAPHY, bibliography_entry
from argmap.render.evaluated import badge, briefly, told
from argmap.render.links import link
from argmap.render.page.colours import NAMES
from argmap.render.picture import USE_WORDS, Box, Chip, Picture, Rivalry, Step, role
from argmap.render.style import POSSIBLE_SIGN, RIVALS_SIGN, SIDE_SIGNS, SIGNS
from argmap.render.styles.bars import AND, OR, QUESTION, UNFOUNDED, room, strip, thickness
from argmap.render.styles.boxes import BY, MORE, MOST_USES, RIVAL, SEE, USE, Boxes
from argmap.render.wording import Wording

Data = dict[str, Any]


def to_data(picture: Picture) -> Data:
    """The whole of a picture as plain data; what is not stated is left out.

    Statements are named by their places in ``statements``, which is in reading order, arguments and sources likewise.
    """
    return _Told(picture).data()


def words() -> Data:
    """The words and signs that stand on every picture."""
    return {
        "signs": {**SIGNS, "possible": POSSIBLE_SIGN, "rivals": RIVALS_SIGN},
        "sides": {str(side): SIDE_SIGNS[side] for side in Side},
        "leads": {str(direction): ENGLISH.relations[direction].lead for direction in Direction},
        "uses": {str(direction): USE_WORDS[direction] for direction in Direction},
        "see": SEE, "by": BY, "use": USE, "rival": RIVAL, "more": MORE, "mostUses": MOST_USES, "unfounded": UNFOUNDED,
        "question": QUESTION, "and": AND, "or": OR,
    }  # fmt: skip


class _Told:
    """Puts one picture into data."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._map = picture.map
        self._boxes = Boxes(picture.view, Style(), NAMES)
        self._findings = picture.view.findings
        self._wording = Wording(picture.view.whole)
        self._numbers = {s.id: n for n, s in enumerate(picture.map.reading_order())}
        self._sources = {s.key: n for n, s in enumerate(picture.map.sources)}
        self._tags: dict[tuple[tuple[str, str], ...], int] = {}
        self._steps: list[Data] = []

    def data(self) -> Data:
        m = self._map
        tops = [self._top(root) for root in self._picture.roots]
        for start, step in self._picture.steps:
            self._tell(start, step)
        return {
            "title": m.title,
            **_given(language=m.language),
            "words": words(),
            "thesis": self._numbers.get(m.thesis),
            "tops": tops,
            "statements": [self._statement(s) for s in m.reading_order()],
            "arguments": self._steps,
            "tags": [[list(piece) for piece in tag] for tag in self._tags],
            "sources": [_source(s) for s in m.sources],
        }

    def _top(self, root: Box | Rivalry) -> Data:
        if isinstance(root, Box):
            return {"statement": self._numbers[root.statement.id], "tag": self._tag(root)}
        return {
            "question": root.issue.question or "",
            "positions": [
                {"statement": self._numbers[p.statement.id], **self._position(p)} for p in root.positions
            ],
            **_given(facts=_facts(("Standard", root.issue.standard), *_own(root.issue.extra))),
        }  # fmt: skip

    def _position(self, position: Box | Chip) -> Data:
        return {"tag": self._tag(position)} if isinstance(position, Box) else {"side": str(position.side)}

    def _statement(self, s: Statement) -> Data:
        m = self._map
        rivals = [self._numbers[r] for r in m.rivals(s.id)]
        facts = _facts(
            ("Speaker", s.by), *self._known(s.by), ("Confidence", s.confidence), ("Assumed", s.assume),
            ("Proof standard", s.standard), ("Address", None if link(s.url) else s.url), *_own(s.extra),
        )  # fmt: skip
        return {
            "id": s.id,
            "kind": s.kind,
            "text": s.text,
            "sides": sorted(m.sides(s.id)),
            **_given(
                label=s.label, by=s.by, implicit=s.implicit, tags=list(s.tags), rivals=rivals,
                place="; ".join(self._boxes.place(c) for c in s.citations),
                citations=[self._citation(c) for c in s.citations], note=s.note, url=link(s.url), facts=facts,
                found=self._found(s),
            ),
        }  # fmt: skip

    def _found(self, s: Statement) -> Data | None:
        """What an evaluation has found of a statement: its status, what its badge says, and both in words."""
        if self._findings is None:
            return None
        findings = self._findings
        return {
            "status": findings.statements[s.id].status or "",
            "badge": badge(findings, s.id)[0],
            "brief": briefly(findings, s.id),
            "told": told(findings, s.id),
        }

    def _tell(self, conclusion: str, top: Step) -> None:
        """A step on a statement, then what breaks it, from the top."""
        helps = self._map.side(conclusion) is Side.FOR
        todo: list[tuple[Step, Data, bool]] = [(top, {"on": self._numbers[conclusion]}, helps)]
        while todo:
            step, bears_on, helps = todo.pop()
            argument = step.argument
            helps = helps if argument.direction is Direction.FOR else not helps
            cut = {"cuts": len(self._steps)}
            self._steps.append({"id": argument.id, **bears_on, **self._step(step, helps)})
            todo += [(below, cut, helps) for below in reversed(step.undercutters)]

    def _step(self, step: Step, helps: bool) -> Data:
        a = step.argument
        does = role(a, helps, step.possible)
        statements = [premise.statement for premise in step.premises]
        tags = [self._tag(Box(s, does, self._map.sides(s.id))) for s in statements]
        home = [n for n, premise in enumerate(step.premises) if isinstance(premise, Box)]
        wide = room(step)
        facts = _facts(
            ("Found", self._boxes.fate(a)), ("Name", a.label),
             ("Drawn by", a.by), *self._known(a.by), ("Added by", "the author of the map" if a.implicit else None),
            ("Qualifier", a.qualifier), ("Warrant", a.warrant), ("Scheme", a.scheme),
            ("Answers", ", ".join(a.answers)), ("Strength", a.strength),
            ("Premises count", None if a.weigh == "linked" else a.weigh), ("Tags", ", ".join(a.tags)), ("Note", a.note),
            *((f"Role of {p.statement}", p.role) for p in a.premises), ("Address", None if link(a.url) else a.url),
            *_own(a.extra), *(own for p in a.premises for own in _own(p.extra)),
        )  # fmt: skip
        found = None if step.possible else self._findings  # of a mere possibility nobody asks
        return {
            "direction": str(a.direction),
            "means": self._boxes.step_tooltip(a),
            "side": str(Side.FOR if helps else Side.AGAINST),
            "premises": [self._numbers[s.id] for s in statements],
            "tags": tags,
            "home": home,
            "line": thickness(self._strength(a)),
            **_given(
                possible=step.possible, wider=wide - WRAP,
                broken=found is not None and found.is_broken(a.id),
                undecided=found is not None and found.is_undecided(a.id),
                strip=strip(a, self._wording), facts=facts,
                citations=[self._citation(c) for c in a.citations], url=link(a.url),
            ),
        }  # fmt: skip

    def _known(self, by: str | None) -> Iterable[tuple[str, Any]]:
        """What the map tells of a speaker."""
        if (speaker := self._map.speaker(by)) is None:
            return
        yield "Who that is", speaker.description
        if letter := speaker.reliability:
            yield "Reliability", f"{letter}: {ENGLISH.reliabilities[letter]}"
        yield "Of the speaker", speaker.note
        yield "Page of the speaker", speaker.url
        yield from _own(speaker.extra)

    def _strength(self, argument: Argument) -> float | None:
        """The strength that a line shows: the one that was found, where strengths are what is found."""
        return self._findings.strength(argument) if self._findings else argument.strength

    def _tag(self, box: Box) -> int:
        """The number of the tag of a box: its pieces, each with its colour."""
        tag = tuple((w.text, w.colour) for w in self._boxes.tag(box, self._boxes.tone(box)))
        return self._tags.setdefault(tag, len(self._tags))

    def _citation(self, c: Citation) -> Data:
        given = _given(at=c.at, quote=c.quote, before=c.before, after=c.after, facts=_facts(*_own(c.extra)))
        return {"source": self._sources[c.source], **given}


def _source(s: Source) -> Data:
    """A source as a bibliography names it, and what else is known of it."""
    more = [(n.upper() if n in ("doi", "isbn") else n.capitalize(), v) for n, v in s.fields if n not in BIBLIOGRAPHY]
    return {"text": bibliography_entry(s), **_given(url=link(s.get("url")), facts=_facts(*more, *_own(s.extra)))}


def _given(**known: Any) -> Data:
    """What is stated."""
    return {name: value for name, value in known.items() if value not in (None, "", [], False, 0)}


def _facts(*known: tuple[str, Any]) -> list[list[str]]:
    """Names and values of what is stated, as text."""
    return [[name, f"{value:g}" if isinstance(value, float) else str(value)] for name, value in known
            if value not in (None, "")]  # fmt: skip


def _own(extra: Extra) -> Iterable[tuple[str, str]]:
    """The user's own keys; what is no text as JSON."""
    for name, value in extra:
        yield name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
