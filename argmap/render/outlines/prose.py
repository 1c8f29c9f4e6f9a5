"""The outline in connected sentences: each statement stands unchanged behind what leads to it and a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model import Argument, Direction, Side, Statement
from argmap.render.outlines.cited import put
from argmap.render.outlines.document import Paragraph, Quote, Role, Run, Runs, joined
from argmap.render.outlines.lines import Lines, relation, title
from argmap.render.outlines.places import Place
from argmap.render.wording import flat, stopped

_LARGE = 5
"""Places from which on a step, or a premise, begins a paragraph."""
_SHORT, _LONG = 5, 9
"""Places that a paragraph has at the least before a way back ends it, and before a way further down does."""


def paragraphs(found: Sequence[Place], lines: Lines, told: set[str]) -> Iterator[Paragraph]:
    """One root with everything below it. ``told`` holds the ids of the statements that were told before, and grows."""
    sizes = _sizes(found)
    sentences = _Sentences(lines, told)
    runs: Runs = ()
    count = 0
    for n, place in enumerate(found):
        is_down = n > 0 and place.depth > found[n - 1].depth
        least = _LONG if is_down else 2 if sizes[n] >= _LARGE else _SHORT
        is_back = n > 0 and _level(place) < found[n - 1].depth
        if runs and (_level(place) == 1 or (count >= least and (sizes[n] >= _LARGE or is_back))):
            yield Paragraph(runs)
            runs, count = (), 0
        more, quotes, remarks = sentences.tell(place)
        runs, count = joined(runs, more), count + 1
        if quotes or remarks:
            yield Paragraph(runs, quotes, remarks)
            runs, count = (), 0
    if runs:
        yield Paragraph(runs)


def _level(place: Place) -> int:
    """How deep the step of a place begins, or the place itself where its step has begun before."""
    is_group = place.argument is not None and len(place.argument.premises) > 1
    return place.depth - (is_group and place.is_new)


def _sizes(found: Sequence[Place]) -> list[int]:
    """How many places belong to each, itself among them."""
    sizes = [0] * len(found)
    above: list[int] = []
    for n, place in enumerate(found):
        while above and _level(found[above[-1]]) >= _level(place):
            ended = above.pop()
            sizes[ended] = n - ended
        above.append(n)
    for n in above:
        sizes[n] = len(found) - n
    return sizes


class _Told(NamedTuple):
    """The sentences of a place, and the quotes and remarks that follow them."""

    runs: Runs = ()
    quotes: tuple[Quote, ...] = ()
    remarks: tuple[Runs, ...] = ()


class _Sentences:
    """Tells one place after the other."""

    def __init__(self, lines: Lines, told: set[str]) -> None:
        self._lines, self._told = lines, told
        self._map, self._words = lines.view.map, lines.words.prose
        self._last: Place | None = None
        self._is_explained = False
        self._positions: dict[str, tuple[int, bool]] = {}

    def tell(self, place: Place) -> _Told:
        """The sentences of a place, and the quotes and remarks that follow them."""
        s, a = place.statement, place.argument
        if a is None:
            assert s is not None
            found = self._statement(place, self._root(s), [], None)
        elif s is None:
            since, quotes = self._since(a)
            granted = ", ".join([self._words.granted[a.direction].rstrip("."), *self._besides(a)])
            end = (self._lines.found(None, a), self._lines.more(None, a))
            found = _Told(joined((Run(f"{granted}."),), since, *end), quotes, self._lines.remarks(a))
        elif len(a.premises) == 1:
            found = self._statement(place, self._step(a), self._besides(a), a)
        else:
            found = self._premise(place, s, a)
        if s is not None and place.first:
            self._told.add(s.id)
        self._last = place
        return found

    def _premise(self, place: Place, s: Statement, a: Argument) -> _Told:
        """One of several premises, the first after a sentence about all of them."""
        before = _Told()
        if place.is_new:
            since, quotes = self._since(a)
            end = (self._lines.found(None, a), self._lines.more(None, a))
            before = _Told(joined(self._parts(a), since, *end), quotes, self._lines.remarks(a))
        at = [p.statement for p in a.premises].index(s.id)
        ordinals = self._words.ordinals
        ordinal = ordinals[at] if at < len(ordinals) else self._words.next
        lead: Runs = (Run(ordinal, Role.JOINT),)
        is_far = not place.is_new and not (self._last and self._last.argument and self._last.argument.id == a.id)
        if is_far and a.conclusion is not None:
            above = self._called_later(self._map.statement(a.conclusion))
            lead = put(self._words.still_on, lead, above, role=Role.JOINT)
        found = self._statement(place, lead, [], None)
        return _Told(joined(before.runs, found.runs), before.quotes + found.quotes, before.remarks + found.remarks)

    def _parts(self, a: Argument) -> Runs:
        """The sentence about several premises that only count together."""
        many = len(a.premises) - 2
        number = self._words.numbers[many] if many < len(self._words.numbers) else str(many + 2)
        besides = self._besides(a)
        step = self._step(a, is_noun=True)
        if besides:
            step = self._with(step, besides)
            step = (*step, Run(",")) if a.direction is not Direction.UNDERCUTS else step
        pattern = self._words.doubt_parts if a.direction is Direction.UNDERCUTS else self._words.parts
        together = "" if self._is_explained else self._words.together
        self._is_explained = True
        return (*put(pattern, step, (Run(number),)), Run(f"{together}."))

    def _statement(self, place: Place, lead: Runs, besides: list[str], a: Argument | None) -> _Told:
        """What leads to a statement, a colon, and the statement, or the reference to it."""
        s = place.statement
        assert s is not None
        lines = self._lines
        is_short = s.id in lines.view.greyed
        is_possible = a is not None and relation(lines.view, a) == "possible"
        cited: Runs = ()
        quotes: tuple[Quote, ...] = ()
        if not place.first:
            see = self._words.above if s.id in self._told else self._words.below
            said = (*self._called(s), Run(f" ({see})."))
        elif is_short:
            said = (Run(f"{title(s)} …", Role.TITLE, home=s.id),)
        else:
            if s.by:
                besides = [*besides, self._words.according_to.format(flat(s.by))]
            elif s.implicit and not is_possible:
                besides = [*besides, self._words.left_unsaid]
            said = (Run(stopped(s.text), Role.TEXT, home=s.id),)
            cited, quotes = lines.citations.of(s)
        since, more_quotes = self._since(a) if a is not None and not is_short else ((), ())
        number = lines.number(s) if place.first else ""
        numbered: Runs = (Run(f"({number})", Role.NUMBER),) if number else ()
        first = joined((*self._with(lead, besides), Run(":", Role.JOINT)), numbered, said, cited)
        here = s if place.first else None
        runs = joined(first, since, lines.found(s, a), lines.more(here, a))
        return _Told(runs, quotes + more_quotes, () if is_short else lines.remarks(here, a))

    def _with(self, lead: Runs, besides: list[str]) -> Runs:
        for words in besides:
            lead = put(self._words.besides, lead, (Run(words, Role.JOINT),), role=Role.JOINT)
        return lead

    def _besides(self, a: Argument) -> list[str]:
        """What is said of a step besides."""
        found = [flat(a.qualifier)] if a.qualifier else []
        return found + ([self._words.in_argument_of.format(flat(a.by))] if a.by else [])

    def _since(self, a: Argument) -> tuple[Runs, tuple[Quote, ...]]:
        cited, quotes = self._lines.citations.of(a)
        if not a.warrant:
            return cited, quotes
        principle = (Run(f"{self._words.principle}:", Role.JOINT), Run(" "), Run(stopped(a.warrant), Role.WARRANT))
        return joined(principle, cited), quotes

    # ---- what leads there

    def _root(self, s: Statement) -> Runs:
        whole = self._lines.view.whole
        words = self._words
        is_thesis = s.id == whole.thesis
        lead = words.thesis if is_thesis else words.position if whole.rivals(s.id) else words.claim
        return (Run(lead, Role.JOINT),)

    def _step(self, a: Argument, is_noun: bool = False) -> Runs:
        """What leads to the premise of a step; with ``is_noun`` what something can be said of."""
        words = self._words
        if a.target is not None:
            return self._doubt(a, self._map.argument(a.target))
        assert a.conclusion is not None
        at, several = self._position(a.id, a.conclusion)
        near = self._is_near(a.conclusion)
        is_below = several and at == 0 and self._is_just_above(a.conclusion)
        if a.direction is Direction.FOR:
            lead = words.reasons[min(at, len(words.reasons) - 1)] if several else words.reason
            lead = words.reason_below if is_below else lead
            pattern = words.for_
        else:
            alone = words.answer if self._lines.side(a) is Side.FOR else words.objection
            one = alone if near and not is_noun else words.an_objection
            lead = words.objections[min(at, len(words.objections) - 1)] if several else one
            lead = words.objection_below if is_below else lead
            pattern = words.against
        if near:
            return (Run(lead, Role.JOINT),)
        called = self._called_later(self._map.statement(a.conclusion))
        return put(pattern, (Run(lead, Role.JOINT),), called, role=Role.JOINT)

    def _position(self, argument: str, conclusion: str) -> tuple[int, bool]:
        """The place of an argument among those that do the same to a statement, and whether there are others."""
        if argument not in self._positions:
            for direction in Direction:
                same = [b.id for b in self._map.arguments_on(conclusion) if b.direction is direction]
                self._positions |= {id: (at, len(same) > 1) for at, id in enumerate(same)}
        return self._positions[argument]

    def _doubt(self, a: Argument, target: Argument) -> Runs:
        words = self._words
        is_possible = relation(self._lines.view, a) == "possible"
        last = self._last.argument if self._last else None
        if last is not None and target.id in (last.id, last.target):
            known = words.possible_doubts if is_possible else words.doubts
            is_another = last.target == target.id and not is_possible
            return (Run(words.another_doubt if is_another else known[target.direction], Role.JOINT),)
        premises = [self._called(self._map.statement(p.statement)) for p in target.premises]
        pattern = words.possible_doubt_of if is_possible else words.doubt_of
        return put(pattern, joined(*premises, by=f" {self._lines.words.and_} "), role=Role.JOINT)

    def _is_near(self, statement: str) -> bool:
        """Whether a statement, or something that bears on it, was told just before."""
        last = self._last
        if last is None or last.statement is None:
            return last is None
        return last.statement.id == statement or (last.argument is not None and last.argument.conclusion == statement)

    def _is_just_above(self, statement: str) -> bool:
        """Whether a statement that bears on another was told just before, so that what bears on it must say so."""
        last = self._last
        return bool(last and last.argument and last.statement and last.statement.id == statement)

    def _called_later(self, s: Statement) -> Runs:
        is_thesis = s.id == self._lines.view.whole.thesis
        return (Run(self._words.the_thesis, Role.REFERENCE, s.id),) if is_thesis else self._called(s)

    def _called(self, s: Statement) -> Runs:
        return (Run(self._lines.words.quoted.format(title(s)), Role.REFERENCE, s.id),)
