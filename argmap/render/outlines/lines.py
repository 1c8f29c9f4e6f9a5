"""One line of an outline: what leads to a statement, the statement, and what is said after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.languages import Language, Relation
from argmap.model import Argument, Direction, Side, Statement
from argmap.outline_style import OutlineStyle
from argmap.render.evaluated import aloud
from argmap.render.outlines.cited import Citations, put
from argmap.render.outlines.document import Entry, Quote, Role, Run, Runs, joined
from argmap.render.style import POSSIBLE_SIGN, SIDE_SIGNS, SIGNS
from argmap.render.wording import Wording, flat, heading, stopped
from argmap.selection import View

_SIGNS = {**SIGNS, "possible": POSSIBLE_SIGN}


class Lines:
    """Writes the lines of one outline, in the order in which they are read."""

    def __init__(
        self, view: View, style: OutlineStyle, language: Language, numbers: Mapping[str, str], citations: Citations
    ) -> None:
        self.view, self._style, self.words, self._numbers = view, style, language, numbers
        self.citations = citations
        self._wording = Wording(view.whole)
        self._sides: dict[str, Side] = {}
        self._is_brief = style.style == "brief"

    def root(self, s: Statement) -> Entry:
        """A statement at which reading begins."""
        whole, words = self.view.whole, self.words
        is_thesis, is_position = s.id == whole.thesis, bool(whole.rivals(s.id))
        lead = words.thesis if is_thesis else words.position if is_position else words.claim
        return self._statement(s, None, (Run(f"{lead}:", Role.LEAD),))

    def nothing(self, a: Argument) -> Entry:
        """A step without premises."""
        return self._step(a, self._lead(a, self._relation(a).nothing), is_whole=True)

    def group(self, a: Argument) -> Entry:
        """What leads to premises that only count together."""
        row = self._relation(a)
        if self._style.sides == "signs":
            lead = self._lead(a, "") + (Run(" "), Run(self.words.together, Role.LEAD))
        else:
            lead = self._lead(a, row.both if len(a.premises) == 2 else row.all)
        return self._step(a, lead, is_whole=False)

    def premise(self, s: Statement, a: Argument, again: bool, is_first: bool) -> Entry:
        """A premise in its place; with ``again`` only a reference to where it stands."""
        if len(a.premises) > 1:
            lead: Runs = () if is_first else (Run(self.words.and_, Role.LEAD),)
            return self._reference(s, a, lead, "") if again else self._statement(s, a, lead)
        row = self._relation(a)
        if not again:
            return self._statement(s, a, self._lead(a, row.lead))
        if a.by or self._style.sides == "signs":
            return self._reference(s, a, self._lead(a, row.lead), "")
        before, _, after = row.to.partition("{}")
        return self._reference(s, a, self._lead(a, before.strip()), after.strip())

    def number(self, s: Statement) -> str:
        """What a statement is called, empty without numbers."""
        return self._numbers.get(s.id, "")

    # ---- what leads there

    def _relation(self, a: Argument) -> Relation:
        return self.words.relations[relation(self.view, a)]

    def _lead(self, a: Argument, words: str) -> Runs:
        sign = _SIGNS[relation(self.view, a)]
        if self._style.sides == "signs":
            more = [f"({a.qualifier})"] if a.qualifier else []
            more += [self.words.in_argument_of.format("", flat(a.by)).strip(" ,")] if a.by else []
            more += [words] if not a.premises else []
            meant = self._relation(a).lead.rstrip(",:")
            return joined((Run(sign, Role.SIGN, means=meant),), *((Run(flat(m), Role.LEAD),) for m in more))
        words = self.words.qualified.format(flat(a.qualifier), words) if a.qualifier else words
        words = self.words.in_argument_of.format(words, flat(a.by)) if a.by else words
        lead: Runs = (Run(words, Role.LEAD),)
        if self._style.sides == "triangles":
            side = self.side(a)
            return joined((Run(SIDE_SIGNS[side], Role.SIGN, means=self.words.wishes[side]),), lead)
        return lead

    def side(self, a: Argument) -> Side:
        """Whom a step helps at its place."""
        if a.id not in self._sides:
            if a.target is not None:
                above = self.side(self.view.map.argument(a.target))
            else:
                above = self.view.map.side(a.conclusion or "")
            turned = Side.AGAINST if above is Side.FOR else Side.FOR
            self._sides[a.id] = above if a.direction is Direction.FOR else turned
        return self._sides[a.id]

    # ---- lines

    def _statement(self, s: Statement, a: Argument | None, lead: Runs) -> Entry:
        step = _single(a)
        is_short = s.id in self.view.greyed
        number = self._numbers.get(s.id, "")
        cited: Runs = ()
        quotes: tuple[Quote, ...] = ()
        if is_short or self._is_brief:
            said: Runs = (Run(title(s) + (" …" if is_short else ""), Role.TITLE),)
        else:
            said = self._said(s)
            cited, quotes = self.citations.of(s)
        if number and self._style.numbers == "running":
            said = joined((Run(f"({number})", Role.NUMBER),), said)
        elif number:
            lead = joined((Run(number, Role.NUMBER),), lead)
        since, more_quotes = self._since(None if is_short else step, "— {}.")
        tail = joined(cited, since, self.found(s, step), self.more(s, step))
        remarks = () if is_short else self.remarks(s, step)
        return Entry(
            lead, said, tail, number, s, a, **self._relates(a), is_short=is_short, quotes=quotes + more_quotes,
            remarks=remarks,
        )  # fmt: skip

    def _reference(self, s: Statement, a: Argument, lead: Runs, after: str) -> Entry:
        step = _single(a)
        if number := self._numbers.get(s.id):
            said: Runs = (Run(number, Role.REFERENCE, s.id), Run(" ("), Run(title(s), Role.TITLE), Run(")"))
        else:
            said = (Run(self.words.quoted.format(title(s)), Role.REFERENCE, s.id),)
        since, quotes = self._since(step, "— {}.")
        end: Runs = (Run(after, Role.LEAD),) if after else ()
        stop: Runs = () if since or self._is_brief else (Run("."),)
        tail = joined((*end, *stop), since, self.found(s, step), self.more(None, step))
        return Entry(
            lead, said, tail, "", s, a, **self._relates(a), is_reference=True, quotes=quotes,
            remarks=self.remarks(None, step),
        )  # fmt: skip

    def _step(self, a: Argument, lead: Runs, is_whole: bool) -> Entry:
        """A line of a step alone: a whole sentence, or what leads to the lines of its premises."""
        since, quotes = self._since(a, "— {}." if is_whole else ", {}")
        tail = joined(since, self.found(None, a), self.more(None, a))
        if not is_whole:
            lead = (*lead[:-1], lead[-1]._replace(text=lead[-1].text.rstrip(",")))
            tail += (Run(":"),)
        return Entry(lead, (), tail, argument=a, **self._relates(a), quotes=quotes, remarks=self.remarks(None, a))

    def _relates(self, a: Argument | None) -> dict[str, Any]:
        """How a line bears on the one above it."""
        if a is None:
            return {}
        return {"relation": relation(self.view, a), "side": self.side(a)}

    def _said(self, s: Statement) -> Runs:
        """A statement with its label and with who says it."""
        label = heading(s)
        who = self.words.according_to.format(flat(s.by)) if s.by else self.words.left_unsaid if s.implicit else ""
        parts = [(label, Role.LABEL), (who[:1].upper() + who[1:] if label else who, Role.SPEAKER)]
        return joined(*((Run(text, role),) for text, role in (*parts, (stopped(s.text), Role.TEXT)) if text))

    def _since(self, a: Argument | None, pattern: str) -> tuple[Runs, tuple[Quote, ...]]:
        """The warrant of a step and what it cites, and the quotes that stand below the line."""
        if a is None or self._is_brief:
            return (), ()
        warrant: Runs = ()
        if a.warrant:
            told = self._wording.continued(a.warrant, self.words.continues)
            warrant = put(pattern, (Run(self.words.since.format(told), Role.WARRANT),))
        cited, quotes = self.citations.of(a)
        return joined(warrant, cited), quotes

    def found(self, s: Statement | None, a: Argument | None) -> Runs:
        """What an evaluation says of a statement and of the step that it makes."""
        if self.view.findings is None:
            return ()
        told = aloud(self.view.findings, s.id if s else None, a.id if a else None, self.words)
        return (Run(told, Role.FOUND),) if told else ()

    def more(self, *things: Statement | Argument | None) -> Runs:
        """How much is left out here."""
        told = ", ".join(mark for thing in things if thing and (mark := self.view.mark(thing.id, self.words)))
        return (Run(f"({told})", Role.MORE),) if told else ()

    def remarks(self, *things: Statement | Argument | None) -> tuple[Runs, ...]:
        """Notes and tags, where they are asked for."""
        known = [thing for thing in things if thing is not None]
        style, words = self._style, self.words
        told = [(words.note, flat(thing.note)) for thing in known if style.notes and thing.note]
        tags = list(dict.fromkeys(tag for thing in known for tag in thing.tags)) if style.tags else []
        told += [(words.tags, flat(", ".join(tags)))] if tags else []
        return tuple((Run(name, Role.REMARK), Run(" "), Run(text, Role.TEXT)) for name, text in told)


def relation(view: View, a: Argument) -> str:
    """The direction of a step, or "possible" for an undercutter that nobody asserts."""
    return "possible" if view.map.is_possibility(a) else str(a.direction)


def _single(a: Argument | None) -> Argument | None:
    """A step that shares its line with its one premise."""
    return a if a is not None and len(a.premises) == 1 else None


def title(s: Statement) -> str:
    """What to call a statement within a sentence."""
    return flat(s.title).rstrip(".")
