"""What an argument map is: its parts put together, and pure questions about them.

The parts themselves are those of `argmap.parts`, and can be had from here, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, fields, frozen

from argmap import graph
from argmap.graph import Visit
from argmap.index import Index
from argmap.parts import (
    CSL_NAMES,
    Argument,
    Citation,
    Claim,
    Counterclaim,
    Direction,
    Evidence,
    Extra,
    Issue,
    Premise,
    Side,
    Source,
    Speaker,
    Statement,
)
from argmap.problem import MapError, Span
from argmap.validity import faults

if TYPE_CHECKING:
    import networkx

    from argmap.evaluate.verdicts import Evaluation
    from argmap.render.as_pandas import Tables
    from argmap.render.page.frame import Frame
    from argmap.selection import View

__all__ = [
    "CSL_NAMES",
    "Argument",
    "ArgumentMap",
    "Citation",
    "Claim",
    "Counterclaim",
    "Direction",
    "Evidence",
    "Extra",
    "Issue",
    "Premise",
    "Side",
    "Source",
    "Speaker",
    "Statement",
]


def _statements(given: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(given)


def _arguments(given: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(given)


@frozen
class ArgumentMap:
    """A whole map.

    ``statements`` and ``arguments`` stand in the order in which they were written, ``top`` holds the ids of those that
    stand on no other (found when not given), ``thesis`` the id of the statement that the map is about (the first of
    ``top`` when not given). ``given`` says what evaluation takes as given: leaves, evidence or none; ``expect`` maps
    accepted, rejected and undecided to the ids that should be so, ``expected_at`` tells where in a file each stands,
    ``expect_extra`` holds the user's own keys there; ``style`` has the settings with which the map is to be drawn, by
    the names of `argmap.looks.Style.of`; ``speakers`` tells who those are whose names stand in ``by``, as far as that
    is told; ``bibliography`` has the files of reference managers that some of ``sources``
    are from, as paths from the map; ``is_sound`` tells that the parts were examined already.

    Raises `MapError` with every reason why the parts are not a map: an unknown or repeated id, an empty text, a
    statement that is its own premise, a number out of range.
    """

    title: str
    statements: tuple[Statement, ...] = field(converter=_statements)
    arguments: tuple[Argument, ...] = field(converter=_arguments, default=())
    top: tuple[str, ...] = ()
    thesis: str = ""
    question: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    summary: str | None = None
    sources: tuple[Source, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    issues: tuple[Issue, ...] = ()
    given: str = "leaves"
    expect: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    style: Mapping[str, Any] = field(factory=dict, hash=False)
    extra: Extra = ()
    expect_extra: Extra = ()
    bibliography: tuple[str, ...] = ()
    file: str | None = field(default=None, eq=False)
    expected_at: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)
    is_sound: bool = field(default=False, eq=False, repr=False)
    _index: Index = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a map, then complete what was left out."""
        problems = () if self.is_sound else tuple(faults(self))
        if problems:
            raise MapError(problems)
        object.__setattr__(self, "_index", Index(self))
        object.__setattr__(self, "is_sound", False)  # a changed copy (attrs.evolve) is to be examined again
        if not self.top:
            object.__setattr__(self, "top", tuple(s.id for s in self.statements if s.id not in self._index.uses))
        if not self.thesis and self.statements:
            object.__setattr__(self, "thesis", (self.top or (self.statements[0].id,))[0])
        self._index.top, self._index.thesis = self.top, self.thesis

    def statement(self, id: str) -> Statement:
        """The statement of that id; raises KeyError."""
        return self._index.statements[id]

    def argument(self, id: str) -> Argument:
        """The argument of that id; raises KeyError."""
        return self._index.arguments[id]

    def source(self, key: str) -> Source:
        """The source of that key; raises KeyError."""
        return self._index.sources[key]

    def speaker(self, by: str | None) -> Speaker | None:
        """What is told of who asserts something, by the words of ``by``; None where that is nothing."""
        return self._index.speakers.get(" ".join(by.split())) if by else None

    @property
    def roots(self) -> tuple[str, ...]:
        """Where reading begins: the thesis, then the top statements that nothing rests on.

        A top statement that is referred to elsewhere is no root but is read where it is used, unless it cannot be
        reached otherwise (statements that rest on each other in a ring).
        """
        return self._index.roots

    def walk(self) -> Iterator[Visit]:
        """Every place of every statement in reading order; see `argmap.graph.walk`."""
        return iter(self._index.walk)

    def reading_order(self) -> tuple[Statement, ...]:
        """Every statement once, in the order in which a reader meets it from the thesis on."""
        return tuple(self._index.statements[v.statement] for v in self.walk() if v.first and v.statement is not None)

    def arguments_on(self, statement: str) -> tuple[Argument, ...]:
        """The arguments for and against a statement, in the order written."""
        return tuple(self._index.graph.on(statement))

    def arguments_for(self, statement: str) -> tuple[Argument, ...]:
        """The arguments whose conclusion it is."""
        return tuple(a for a in self._index.graph.on(statement) if a.direction is Direction.FOR)

    def arguments_against(self, statement: str) -> tuple[Argument, ...]:
        """The arguments against it: its rebuttals."""
        return tuple(a for a in self._index.graph.on(statement) if a.direction is Direction.AGAINST)

    def arguments_from(self, statement: str) -> tuple[Argument, ...]:
        """The arguments of which it is a premise, each once."""
        return tuple(self._index.uses.get(statement, ()))

    def undercutters(self, argument: str) -> tuple[Argument, ...]:
        """The arguments that would break the step of that argument."""
        return tuple(self._index.graph.cutting(argument))

    def side(self, statement: str) -> Side:
        """Its side along the shortest path from the thesis, or from another root where none leads there."""
        return Side.FOR if self._index.nearest_side[statement] else Side.AGAINST

    def sides(self, statement: str) -> frozenset[Side]:
        """The sides of all its places: for, against, or both."""
        return frozenset([Side.FOR if is_for else Side.AGAINST for is_for in self._index.all_sides[statement]])

    def siding(self, claims: Iterable[str]) -> ArgumentMap:
        """The map in which each of these claims is a counterclaim if it only opposes the thesis.

        For texts that were written without a word of their own: they take the side of their place.
        """
        opposing = {name for name in claims if self.sides(name) == {Side.AGAINST}}
        if not opposing:
            return self
        turned = (_as_counterclaim(s) if s.id in opposing else s for s in self.statements)
        return evolve(self, statements=tuple(turned), is_sound=True)

    def part(self, statements: Collection[str], arguments: Iterable[Argument], top: Sequence[str]) -> ArgumentMap:
        """The map of some of its statements and of these arguments, which may have lost premises.

        It is about the thesis, or about the first of ``top`` where the thesis is none of the statements. Sides and
        possibilities are those of the whole map; sources that nothing cites and speakers who say nothing any more are
        left out, and issues of which fewer than two positions are left. `ArgumentMap.select` finds parts that make
        sense.
        """
        arguments = tuple(arguments)
        shown = tuple(s for s in self.statements if s.id in statements)
        cited = {c.source for s in shown for c in s.citations} | {c.source for a in arguments for c in a.citations}
        names = {by for things in (shown, arguments) for thing in things if (by := thing.by)}
        heard = {speaker.name for by in names if (speaker := self.speaker(by))}
        issues = (evolve(i, positions=tuple(p for p in i.positions if p in statements)) for i in self.issues)
        expect = {label: tuple(s for s in ids if s in statements) for label, ids in self.expect.items()}
        found = evolve(
            self,
            statements=shown,
            arguments=arguments,
            top=tuple(top),
            thesis=self.thesis if self.thesis in statements else next(iter(top), ""),
            sources=tuple(s for s in self.sources if s.key in cited),
            speakers=tuple(s for s in self.speakers if s.name in heard),
            issues=tuple(i for i in issues if len(i.positions) > 1),
            expect={label: ids for label, ids in expect.items() if ids},
            is_sound=True,
        )
        found._index.inherit(self._index)
        return found

    def select(self, **wishes: Any) -> View:
        """What is shown of it where not everything is: see `argmap.selection.Selection` for the names of wishes.

        Raises ValueError for a name, a kind or a tag that the map does not have.
        """
        from argmap.selection import Selection, select

        return select(self, Selection(**wishes))

    def focus(self, id: str, depth: int | None = None) -> View:
        """The branch of one statement or argument, with what leads up to it greyed; notebooks show it as a picture.

        ``depth`` is how many steps are shown below it, all unless given. Raises ValueError for an unknown id.
        """
        return self.select(focus=id, depth=depth)

    def descendants(self, statement: str, depth: int | None = None) -> dict[str, int]:
        """The statements below it, nearest first, with the number of steps; see `argmap.graph.descendants`."""
        return graph.descendants(self._index.graph, statement, depth)

    def cycles(self, support_only: bool = False) -> tuple[tuple[str, ...], ...]:
        """One ring of ids for each set that depends on itself; with ``support_only``, by arguments for alone."""
        return tuple(graph.rings(self._index.graph, self._index.statements, support_only))

    def is_possibility(self, argument: Argument) -> bool:
        """Whether it is a mere "unless": one premise, that nobody asserts, argues for or uses elsewhere."""
        return argument.id in self._index.possible

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """How a notebook shows the map: as a picture, and as an outline where pictures cannot be shown."""
        from argmap.render import in_notebook

        return in_notebook(self)

    def issue_of(self, statement: str) -> Issue | None:
        """The issue of which it is a position, None when it is in none."""
        return self._index.positions.get(statement)

    def page(self, height: int = 640) -> Frame:
        """The interactive page of the map, to be shown in a notebook, ``height`` pixels high.

        ``argmap.draw(m, "html")`` is the same page as a file. Raises `argmap.render.errors.LayoutError` when the
        map cannot be drawn.
        """
        from argmap.render.page.frame import Frame

        return Frame(self, height)

    def to_networkx(self, evaluation: Evaluation | None = None) -> networkx.MultiDiGraph:
        """The map as a graph of networkx: statements and arguments are nodes, of the ``type`` that they are.

        An edge of the ``relation`` premise leads from a statement to each argument of which it is a premise; one that
        supports or attacks from the argument to its conclusion, one that undercuts to the argument that it breaks.
        Issues are nodes, too, to which their positions lead. Attributes are plain (texts, numbers, truth values; lists
        and mappings as JSON text) and there only where something is stated; an evaluation adds ``status`` and
        ``evaluated_strength``. Raises ImportError without the extra ``argmap[networkx]``.
        """
        from argmap.render.as_networkx import to_networkx

        return to_networkx(self, evaluation)

    def to_pandas(self, evaluation: Evaluation | None = None) -> Tables:
        """The map as tables of pandas; see `argmap.render.as_pandas.Tables`.

        An evaluation adds the columns ``status`` and ``evaluated_strength``. Raises ImportError without the extra
        ``argmap[pandas]``.
        """
        from argmap.render.as_pandas import to_pandas

        return to_pandas(self, evaluation)

    def rivals(self, statement: str) -> tuple[str, ...]:
        """The other positions of its issue, none when it is in no issue."""
        issue = self.issue_of(statement)
        return tuple([p for p in issue.positions if p != statement]) if issue else ()


def _as_counterclaim(s: Statement) -> Counterclaim:
    return Counterclaim(**{f.name: getattr(s, f.name) for f in fields(Statement)})
