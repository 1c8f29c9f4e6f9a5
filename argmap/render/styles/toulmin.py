"""Which arguments are drawn as Toulmin drew them, and what each statement does in them.

After S. Toulmin, "The Uses of Argument", 1958, chapter 3. A premise with the role warrant is the warrant, and what
supports it the backing; a text under ``warrant`` is one that nothing can back. What would break the step is the
rebuttal: it sets the authority of the warrant aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attrs import evolve

from argmap.model import Argument, ArgumentMap, Premise
from argmap.render.picture import Box, Picture, Step
from argmap.selection import Shown, View, viewed
from argmap.selection.choice import part

WARRANT, BACKING = "warrant", "backing"
"""The roles of premises that are not data."""


class Layout(NamedTuple):
    """The parts of one argument, each in full; ``step`` is None where nothing is said for or against the claim."""

    claim: Box
    step: Step | None = None
    data: tuple[Box, ...] = ()
    warrants: tuple[Box, ...] = ()
    backings: tuple[Box, ...] = ()
    rebuttals: tuple[Box, ...] = ()


def narrowed(shown: Shown) -> View:
    """What of a map, or of a part of it, is drawn: the argument that was asked for, else those on the thesis.

    Of a statement that was asked for, they are the arguments on it, or, where there are none, those of which it is a
    premise. What breaks a step is drawn with that step.
    """
    view = viewed(shown)
    m = view.map
    chosen = list(_chosen(m, view.focus))
    conclusions = list(dict.fromkeys(a.conclusion for a in chosen if a.conclusion)) or [view.focus or m.thesis]
    if conclusions[0] not in {s.id for s in m.statements}:
        conclusions = [m.thesis]
    steps = dict.fromkeys(a.id for a in chosen)
    for argument in chosen:
        steps.update(dict.fromkeys(cut.id for cut in m.undercutters(argument.id)))
        warrants = [p.statement for p in argument.premises if p.role == WARRANT]
        steps.update(dict.fromkeys(a.id for warrant in warrants for a in m.arguments_for(warrant)))
    held = {p.statement for id in steps for p in m.argument(id).premises}
    kept = [a for a in m.arguments if a.id in steps]
    found = part(view.whole, held | set(conclusions), kept, top=conclusions)
    drawn = _said(m, chosen, conclusions)
    return evolve(found, selection=view.selection, findings=view.findings, drawn=drawn)


def _chosen(m: ArgumentMap, focus: str | None) -> Iterator[Argument]:
    """The arguments on statements that are drawn."""
    start = focus or m.thesis
    if start not in {s.id for s in m.statements}:
        yield _broken(m, m.argument(start))
        return
    on = m.arguments_on(start)
    if on or focus is None:
        yield from on
    else:
        yield from {a.id: a for a in (_broken(m, a) for a in m.arguments_from(start))}.values()


def _broken(m: ArgumentMap, argument: Argument) -> Argument:
    """An argument on a statement, or that which it breaks."""
    while argument.target is not None:
        argument = m.argument(argument.target)
    return argument


def _said(m: ArgumentMap, chosen: list[Argument], conclusions: list[str]) -> str:
    """What is drawn, in words."""
    titles = " and ".join(f"“{' '.join(m.statement(c).title.split())}”" for c in conclusions)
    number = {0: "no argument", 1: "the argument"}.get(len(chosen), f"the {len(chosen)} arguments")
    return f"{number} on {titles}"


def told(shown: Shown, view: View) -> list[str]:
    """What is to be said where less is drawn than was asked for."""
    asked = viewed(shown)
    if len(view.map.statements) == len(asked.map.statements):
        return []
    number = view.told().split(":")[0]
    choose = "; --focus ID chooses another statement or argument" if asked.focus is None else ""
    return [f"toulmin draws {view.about}, {number}{choose}"]


def layouts(picture: Picture) -> list[Layout]:
    """The arguments on the top statements of what is drawn, in their order."""
    m = picture.map
    boxes = {box.statement.id: box for box in picture.boxes()}
    steps = {step.argument.id: step for _, step in picture.steps}
    found = []
    for claim in m.top:
        box = boxes[claim]._replace(role="thesis" if claim == picture.view.whole.thesis else "claim")
        on = [steps[a.id] for a in m.arguments_on(claim) if a.id in steps]
        found += [_layout(picture, boxes, box, step) for step in on] or [Layout(box)]
    return found


def _layout(picture: Picture, boxes: Mapping[str, Box], claim: Box, step: Step) -> Layout:
    def parts(premises: Iterable[Premise], role: str) -> tuple[Box, ...]:
        return tuple(boxes[p.statement]._replace(role=role) for p in premises)

    premises = step.argument.premises
    warrants = [p for p in premises if p.role == WARRANT]
    backings = [p for p in premises if p.role == BACKING]
    for warrant in warrants:
        on = picture.map.arguments_for(warrant.statement)
        backings += [p for argument in on if argument.id != step.argument.id for p in argument.premises]
    data = [p for p in premises if p.role not in (WARRANT, BACKING)]
    rebuttals = [parts(cut.argument.premises, "possible" if cut.possible else "cut") for cut in step.undercutters]
    return Layout(
        claim, step, parts(data, "datum"), parts(warrants, WARRANT), parts(backings, BACKING), tuple(sum(rebuttals, ()))
    )
