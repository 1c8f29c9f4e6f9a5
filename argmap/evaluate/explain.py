"""The reasons of an evaluation in words: one sentence for each statement, and below it what the sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.evaluate.objections import answers
from argmap.evaluate.verdicts import Evaluation, Reason, StepStatus, StepVerdict, Verdict
from argmap.evaluate.words import capital, listed, number, quoted, shown_of
from argmap.model import Argument, ArgumentMap

DEPTH = 2
"""How many levels below its first sentence an explanation has, unless told otherwise."""
_LONGEST = 200
"""How many statements are looked at in search of a circle."""
_PREMISES, _STEPS, _OTHERS = 6, 4, 3
"""How many premises of a step, steps that stand, and other things a sentence names."""


class Line(NamedTuple):
    """A line of an explanation: how deep it stands, the statements or the step that it is about, and what it says."""

    depth: int
    about: tuple[str, ...]
    words: str


def explain(evaluation: Evaluation, id: str, depth: int = DEPTH) -> str:
    """Why a statement or a step has its status, a line each for what it rests on, indented by two spaces a level.

    ``depth`` is how many levels there are below the first line. Raises KeyError for an id that the map does not have,
    ValueError for an evaluation that does not hold its map.
    """
    return "".join(f"{'  ' * line.depth}{line.words}\n" for line in lines(evaluation, id, depth))


def lines(evaluation: Evaluation, id: str, depth: int = DEPTH) -> list[Line]:
    """The explanation line by line; each statement is explained once."""
    teller = Teller(evaluation)
    found: list[Line] = []
    seen = {id}
    todo = [(id, 0)]
    while todo:
        here, level = todo.pop()
        words, mentioned = teller.about(here)
        found.append(Line(level, (here,), words))
        if level == depth:
            continue
        new = [s for s in mentioned if s not in seen]
        seen.update(new)
        given = [s for s in new if evaluation.statements[s].why is Reason.GIVEN]
        if given:
            found.append(Line(level + 1, tuple(given), teller.given(given)))
        todo += [(s, level + 1) for s in reversed(new) if s not in given]
    return found


class Teller:
    """Puts the verdicts of an evaluation into words."""

    def __init__(self, evaluation: Evaluation) -> None:
        if evaluation.map is None:
            raise ValueError("this evaluation does not hold its map; take one from argmap.evaluate()")
        self._found = evaluation
        self._map: ArgumentMap = evaluation.map
        self._mentioned: dict[str, None] = {}

    def about(self, id: str) -> tuple[str, list[str]]:
        """A sentence that begins with what it is about, and the statements that it mentions."""
        self._mentioned = {}
        if id in self._found.statements:
            words = f"{quoted(self._map.statement(id))}: {self._why(id, self._found.statements[id])}."
        else:
            words = f"{capital(self.step_to(id))} {self.fate(id)}."
        self._mentioned.pop(id, None)
        return words, list(self._mentioned)

    def why(self, id: str) -> str:
        """What `about` says of a statement, without its title and the stop."""
        return self._why(id, self._found.statements[id])

    def sentence(self, id: str) -> str:
        """The sentence of `about`."""
        return self.about(id)[0]

    def step(self, id: str) -> str:
        """A step by where it starts: the step from “A”."""
        return self._step(self._map.argument(id))

    def step_to(self, id: str) -> str:
        """A step by where it starts and where it leads: the step from “A” to “B”."""
        argument = self._map.argument(id)
        return f"{self._step(argument)} to {self._bears_on(argument)}"

    def fate(self, id: str) -> str:
        """What has become of a step, and why, as the rest of a sentence about it."""
        return self._fate(self._map.argument(id))

    def given(self, ids: Sequence[str]) -> str:
        """A sentence for several statements that are given."""
        are, them = ("are", "them") if len(ids) > 1 else ("is", "it")
        titles = listed([quoted(self._map.statement(s)) for s in ids])
        return f"{titles} {are} given, since nothing speaks against {them}."

    def objection(self, argument: Argument) -> str:
        """What an argument against something says, as a title."""
        return self._titles(argument) or "an objection without a reason"

    def answers(self, steps: Sequence[Argument], them: str) -> str:
        """What answers some steps that stand all the same, as the end of a sentence; empty when nothing does."""
        found = [answers(self._map, a) for a in steps]
        titles = [titles for c in found for a in c.steps if (titles := self._titles(a))]
        titles += [quoted for c in found for quoted in self._quoted(c.rivals)]
        if titles:
            shown = shown_of(len(titles), _OTHERS)
            titles = titles[:shown] + ([f"{len(titles) - shown} more"] if shown < len(titles) else [])
            if any(self._found.arguments[a.id].status is None for a in steps):
                return f", and {listed(titles)} {'answer' if titles[1:] else 'answers'} {them} in part"
            return f", and {listed(titles)} in answer to {them} {'do' if titles[1:] else 'does'} not prevail"
        return f", and only a mere possibility answers {them}" if any(c.possible for c in found) else ""

    # ---- statements

    def _why(self, id: str, v: Verdict) -> str:
        if v.why is None:
            strength = f"the strength {number(v.strength)}" if v.strength is not None else ""
            status = [str(v.status)] if v.status else []
            return f"{', with '.join([*status, *([strength] if strength else [])])}{self._bearing(id)}"
        return f"{_HEADS.get(v.why, str(v.status))}{self._because(id, v)}"

    def _bearing(self, id: str) -> str:
        """What bears on a statement, under a semantics without reasons: how strong that is, or whether it stands."""
        if id in self._found.assume or id in self._found.without:
            return ", because that is supposed here"
        if self._map.statement(id).assume is not None:
            return ", because the map assumes it"
        pro, con = self._map.arguments_for(id), self._map.arguments_against(id)
        rivals = self._map.rivals(id)
        if any(self._found.arguments[a.id].status is None for a in (*pro, *con)):
            told = [self._strengths(pro, "for"), self._strengths(con, "against")]
            return f": {', '.join(words for words in told if words)}"
        standing = [a.id for a in pro if self._found.arguments[a.id].status is StepStatus.STANDS]
        others = [a for a in pro if a.id not in standing]
        shown = shown_of(len(others), _STEPS)
        told = [self._standing(standing)] if standing else []
        told += [f"{self._step(a)} {self._fate(a)}" for a in others[:shown]]
        told += [f"{len(others) - shown} more steps do not stand"] if shown < len(others) else []
        told += [words for words in self._objections(id).split("; ") if words] if con else []
        told += self._rivals(rivals) if self._found.statements[id].strength is None else []
        return f": {'; '.join(told)}" if told else ", and nothing bears on it"

    def _strengths(self, arguments: Sequence[Argument], word: str) -> str:
        """Steps with their strengths, the strongest first, and on which side they count."""
        ordered = sorted(arguments, key=lambda a: -(self._found.arguments[a.id].strength or 0))
        shown = shown_of(len(ordered), _STEPS)
        told = [f"{self._source(a)} ({number(self._found.arguments[a.id].strength)})" for a in ordered[:shown]]
        told += [f"{len(ordered) - shown} weaker ones"] if shown < len(ordered) else []
        comma = "," if any(len(a.premises) > 1 for a in ordered[:shown]) else ""
        return f"{word} it the step{'s' * (len(ordered) > 1)} {listed(told, comma)}" if told else ""

    def _rivals(self, rivals: Sequence[str]) -> list[str]:
        """What has become of rivals."""
        shown = rivals[: shown_of(len(rivals), _OTHERS)]
        told = [f"its rival {self._quoted([r])[0]} is {self._found.statements[r].status}" for r in shown]
        return told + ([f"it has {len(rivals) - len(shown)} more rivals"] if len(shown) < len(rivals) else [])

    def _because(self, id: str, v: Verdict) -> str:
        named, pro = v.named, number(v.strength)
        match v.why:
            case Reason.ASSUMED:
                here = id in self._found.assume or id in self._found.without
                return ", because that is supposed here" if here else ", because the map assumes it"
            case Reason.GIVEN:
                return ", since nothing speaks against it"
            case Reason.ASSERTED:
                return f", since {self._unrivalled(id)}"
            case Reason.SUPPORTED:
                return f", because {self._standing(named)}{self._objections(id)}"
            case Reason.OUTWEIGHS:
                return f", because {self._own(id)} ({pro}{self._strongest(id, v)}) outweighs {self._opponents(named)}"
            case Reason.RIVAL_SETTLED:
                return f", because {self._opponents(named, weights=False)} is assumed"
            case Reason.NOT_ESTABLISHED:
                return self._not_established(named)
            case Reason.CONTESTED:
                weigh = "weigh" if named[1:] else "weighs"
                return f": {self._opponents(named)} {weigh} as much as {self._own(id)}{self._answers(named)}"
            case Reason.OUTWEIGHED:
                outweigh = f"{'outweigh' if named[1:] else 'outweighs'} {self._own(id)} ({pro})"
                return f", because {self._opponents(named)} {outweigh}{self._answers(named)}{self._fallen(id)}"
            case Reason.BELOW_STANDARD:
                beside = f" beside {self._opponents(named)}" if named else ""
                return f", because {self._own(id)} ({pro}) does not meet {self._standard(id)}{beside}{self._fallen(id)}"
            case Reason.TIED:
                others = listed(self._quoted(named))
                return f": tied with {others}, for as much speaks for {'each' if named[1:] else 'both'} ({pro})"
            case Reason.WAITING:
                return f", because {listed(self._quoted(named))} {'are' if named[1:] else 'is'} undecided"
            case Reason.CIRCULAR:
                return f", because {self._circle(id)}"
            case _:
                return ": nobody asserts it, so it breaks nothing"

    def _own(self, id: str) -> str:
        return "what speaks for it" if self._map.arguments_for(id) else "its bare word"

    def _standing(self, steps: Sequence[str]) -> str:
        arguments = [self._map.argument(a) for a in steps]
        shown = shown_of(len(arguments), _STEPS)
        sources = [self._source(a) for a in arguments[:shown]]
        if shown < len(arguments):
            sources.append(f"{len(arguments) - shown} more")
        comma = "," if any(len(a.premises) > 1 for a in arguments) else ""
        word, stand = ("step", "stands") if len(arguments) == 1 else ("steps", "stand")
        return f"the {word} {listed(sources, comma)} {stand}"

    def _strongest(self, id: str, v: Verdict) -> str:
        """The steps that give a statement its weight."""
        steps = [a for a in self._map.arguments_for(id) if self._found.arguments[a.id].strength == v.strength]
        return f", {listed([self._source(a) for a in steps[:_OTHERS]])}" if steps else ""

    def _fallen(self, id: str) -> str:
        """Why what else is said for a statement does not stand."""
        down = (StepStatus.FAILS, StepStatus.UNDERCUT)
        steps = [a for a in self._map.arguments_for(id) if self._found.arguments[a.id].status in down]
        return "".join([f"; {self._step(a)} {self._fate(a)}" for a in steps[:_OTHERS]])

    def _objections(self, id: str) -> str:
        """Why the objections to a statement do not stand."""
        against = self._map.arguments_against(id)
        shown = shown_of(len(against), _OTHERS)
        told = [f"; the objection {self.objection(a)} {self._fate(a)}" for a in against[:shown]]
        if shown < len(against):
            told.append(f"; {len(against) - shown} more objections do not stand")
        return "".join(told)

    def _unrivalled(self, id: str) -> str:
        objections = self._objections(id).removeprefix("; ")
        return objections or "nothing that stands speaks for a rival"

    def _not_established(self, steps: Sequence[str]) -> str:
        if not steps:
            return ": nothing is said for it, and its bare word does not count here"
        arguments = [self._map.argument(a) for a in steps]
        shown = shown_of(len(steps), _STEPS)
        told = [f"{self._step(a)} {self._fate(a)}" for a in arguments[:shown]]
        if shown < len(steps):
            told.append(f"{len(steps) - shown} more steps do not stand")
        return f", because {'; '.join(told)}"

    def _opponents(self, named: Sequence[str], weights: bool = True) -> str:
        """Objections and rivals by their titles, with what they weigh."""
        told = []
        for id in named[: 2 * _OTHERS]:
            if id in self._found.arguments:
                words = f"the objection {self.objection(self._map.argument(id))}"
                weight = self._found.arguments[id].strength
            else:
                words, weight = f"its rival {self._quoted([id])[0]}", self._found.statements[id].strength
            told.append(f"{words} ({number(weight)})" if weights else words)
        if len(named) > 2 * _OTHERS:
            told.append(f"{len(named) - 2 * _OTHERS} more")
        return listed(told)

    def _answers(self, named: Sequence[str]) -> str:
        steps = [self._map.argument(a) for a in named if a in self._found.arguments]
        if not steps:
            return ""
        it = "it" if len(steps) == 1 else "them"
        return self.answers(steps, it) or f", and nobody answers {it}"

    def _standard(self, id: str) -> str:
        own = self._map.statement(id).standard
        issue = self._map.issue_of(id)
        of_issue = issue.standard if issue else None
        usual = (None, "preponderance")
        words = own if of_issue in usual else of_issue if own in usual else f"{own} or {of_issue}"
        return f"the standard {(words or 'preponderance').replace('-', ' ')}"

    # ---- circles

    def _circle(self, id: str) -> str:
        ring = self._ring(id)
        if not ring:
            return "it depends on itself in a long circle"
        links = {self._link(a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)}
        (link,) = links if len(links) == 1 else ("depend on",)
        if len(ring) == 1:
            return "it depends on itself"
        shown = ring if len(ring) <= _PREMISES else ring[:_STEPS]
        titles = self._quoted(shown) + ([f"{len(ring) - _STEPS} more"] if len(shown) < len(ring) else [])
        return f"{listed(titles)} {link} {'each other' if len(ring) == 2 else 'one another in a circle'}"

    def _ring(self, id: str) -> list[str]:
        """A shortest circle of waiting statements, the first of them that is asked for; empty when it is long."""
        came: dict[str, str] = {}
        current = [id]
        while current and id not in came:
            if len(came) > _LONGEST:
                return []
            following = []
            for here in current:
                v = self._found.statements[here]
                for t in v.named if v.why is Reason.CIRCULAR else ():
                    if t not in came:
                        came[t] = here
                        following.append(t)
            current = following
        way = [came.get(id, id)]
        while way[-1] != id:
            way.append(came[way[-1]])
        return way[::-1]

    def _link(self, above: str, below: str) -> str:
        """How one statement of a circle depends on the next."""
        kinds = {
            a.direction for a in self._map.arguments_from(below) if a.conclusion == above and a.id in self._open(above)
        }
        return _LINKS.get(next(iter(kinds)), "depend on") if len(kinds) == 1 else "depend on"

    def _open(self, id: str) -> set[str]:
        arguments = self._map.arguments_on(id)
        return {a.id for a in arguments if self._found.arguments[a.id].status is StepStatus.UNDECIDED}

    # ---- steps

    def _fate(self, argument: Argument) -> str:
        """What has become of a step, and why."""
        v: StepVerdict = self._found.arguments[argument.id]
        match v.status:
            case StepStatus.STANDS:
                return "stands" if v.strength in (1, None) else f"stands ({number(v.strength)})"
            case StepStatus.UNDERCUT:
                return self._undercut(v)
            case StepStatus.FAILS:
                if not v.named:
                    return "does not stand" if v.strength is None else "weighs nothing"
                alone = len(v.named) == len(argument.premises) == 1
                titles = listed(self._quoted(v.named))
                return f"fails, since {'that' if alone else titles} {'are' if v.named[1:] else 'is'} rejected"
            case StepStatus.UNDECIDED:
                cuts = [self._map.argument(a) for a in v.named if a in self._found.arguments]
                waited = self._quoted([s for s in v.named if s in self._found.statements])
                waited += [f"its undercutter {self.objection(a)}" for a in cuts]
                if not waited:
                    return "is undecided"
                return f"is undecided, since {listed(waited)} {'are' if waited[1:] else 'is'}"
            case _:
                return f"has the strength {number(v.strength)}{self._weakened(argument)}"

    def _weakened(self, argument: Argument) -> str:
        """What takes from the strength of a step under a gradual semantics."""
        cuts = [a for a in self._map.undercutters(argument.id) if self._found.arguments[a.id].strength]
        told = [f"{self.objection(a)} ({number(self._found.arguments[a.id].strength)})" for a in cuts[: 2 * _OTHERS]]
        return f", and is undercut in part by {listed(told)}" if told else ""

    def _undercut(self, v: StepVerdict) -> str:
        if not v.named:
            return "is left out here"
        cuts = [self._map.argument(a) for a in v.named]
        by = listed([self._titles(a) or "a step without a reason" for a in cuts[: 2 * _OTHERS]])
        return f"is undercut by {by}{self.answers(cuts, 'that') or ', which nobody answers'}"

    def _step(self, argument: Argument) -> str:
        return f"the step {self._source(argument)}"

    def _source(self, argument: Argument) -> str:
        """Where a step starts from."""
        together = " together" if len(argument.premises) > 1 else ""
        return f"from {self._titles(argument)}{together}" if argument.premises else "without premises"

    def _bears_on(self, argument: Argument) -> str:
        if argument.target is not None:
            return f"{self._step(self._map.argument(argument.target))} (which it undercuts)"
        against = " (against it)" if argument.direction == "against" else ""
        return self._quoted([argument.conclusion or ""])[0] + against

    def _titles(self, argument: Argument) -> str:
        """The premises of a step by their titles."""
        ids = list(dict.fromkeys(p.statement for p in argument.premises))
        shown = shown_of(len(ids), _PREMISES)
        titles = self._quoted(ids[:shown])
        return listed([*titles, f"{len(ids) - shown} more"] if shown < len(ids) else titles)

    def _quoted(self, ids: Iterable[str]) -> list[str]:
        ids = list(ids)
        self._mentioned |= dict.fromkeys(ids)
        return [quoted(self._map.statement(s)) for s in ids]


_HEADS = {
    Reason.GIVEN: "accepted as given",
    Reason.NOT_ESTABLISHED: "rejected as not established",
    Reason.CONTESTED: "rejected as contested",
    Reason.OPEN_POSSIBILITY: "rejected as an open possibility",
    Reason.ASSERTED: "accepted by its bare word",
}
"""How a sentence begins where it does not begin with the status."""
_LINKS = {"for": "support", "against": "attack"}
