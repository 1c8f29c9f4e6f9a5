"""Maps built in Python: statements that hand out arguments, checked when the map is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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
    Statement,
)
from argmap.naming import NameMaker


class Step:
    """An argument of a map that is being built; holds its id."""

    def __init__(self, builder: Builder, id: str) -> None:
        self._builder = builder
        self.id = id

    def unless(self, *premises: StatementHandle | str, **about: Any) -> Step:
        """Add an undercutter: what would break this step. Several premises only count together."""
        return self._builder._argue(premises, about, target=self.id, direction=Direction.UNDERCUTS)


class StatementHandle:
    """A statement of a map that is being built; holds its id."""

    def __init__(self, builder: Builder, id: str) -> None:
        self._builder = builder
        self.id = id

    def because(self, *premises: StatementHandle | str, **about: Any) -> Step:
        """Add an argument for it.

        A premise is a statement of the same builder, or the text of a new claim; several premises only count together.
        Keywords are those of `Argument`: warrant, qualifier, scheme, strength, weigh, label, by …
        """
        return self._builder._argue(premises, about, conclusion=self.id, direction=Direction.FOR)

    def but(self, *premises: StatementHandle | str, **about: Any) -> Step:
        """Add an argument against it, like `because`."""
        return self._builder._argue(premises, about, conclusion=self.id, direction=Direction.AGAINST)


class Builder:
    """Collects statements and arguments; `build` makes the map.

    The first statement that is made is the thesis, unless ``thesis`` names another. Keywords are those of
    `ArgumentMap`: question, author, date, language, summary, given …
    """

    def __init__(self, title: str, **about: Any) -> None:
        self._title = title
        self._about = about
        self._statements: list[Statement] = []
        self._arguments: list[Argument] = []
        self._sources: list[Source] = []
        self._issues: list[Issue] = []
        self._maker = NameMaker()
        self._taken: set[str] = set()

    def claim(self, text: str, id: str | None = None, **about: Any) -> StatementHandle:
        """A new claim; keywords are those of `Statement`, with ``cite`` for its citations."""
        return self._add(Claim, text, id, about)

    def counterclaim(self, text: str, id: str | None = None, **about: Any) -> StatementHandle:
        """A new statement that opposes the thesis, like `claim`."""
        return self._add(Counterclaim, text, id, about)

    def evidence(self, text: str, id: str | None = None, **about: Any) -> StatementHandle:
        """A new piece of evidence, like `claim`."""
        return self._add(Evidence, text, id, about)

    def source(self, key: str, **fields: str) -> str:
        """Add a text that statements can cite by its key; keywords are title, author, date, url and so on."""
        self._sources.append(Source(key, tuple(fields.items())))
        return key

    def issue(
        self, *positions: StatementHandle | str, question: str | None = None, standard: str | None = None
    ) -> None:
        """Say that at most one of some statements can win."""
        ids = tuple(p.id if isinstance(p, StatementHandle) else p for p in positions)
        self._issues.append(Issue(ids, question, standard))

    def build(self) -> ArgumentMap:
        """The map. Raises `MapError` with every reason why it is none."""
        first = {"thesis": self._statements[0].id} if self._statements else {}
        return ArgumentMap(
            title=self._title,
            statements=tuple(self._statements),
            arguments=tuple(self._arguments),
            sources=tuple(self._sources),
            issues=tuple(self._issues),
            **{**first, **self._about},
        )

    def _add(self, kind: type[Statement], text: str, id: str | None, about: dict[str, Any]) -> StatementHandle:
        cite = about.pop("cite", ())
        cited = [cite] if isinstance(cite, str | Citation) else cite
        citations = tuple(_citation(c) for c in cited)
        about = {**about, "citations": citations, "named": id is not None}
        name = id or self._free(self._maker.name(text))
        self._taken.add(name)
        self._statements.append(kind(name, text, **about))
        return StatementHandle(self, name)

    def _argue(self, premises: Iterable[StatementHandle | str], about: dict[str, Any], **bearing: Any) -> Step:
        about = dict(about)
        id = about.pop("id", None)
        name = id or self._free(f"step-{len(self._arguments) + 1}")
        self._taken.add(name)
        slot = len(self._arguments)
        held = tuple(Premise((p if isinstance(p, StatementHandle) else self.claim(p)).id) for p in premises)
        self._arguments.insert(slot, Argument(name, held, named=id is not None, **bearing, **about))
        return Step(self, name)

    def _free(self, name: str) -> str:
        while name in self._taken:
            name += "-"
        return name


def _citation(cite: str | Citation) -> Citation:
    """`KEY, PLACE` as a citation."""
    if isinstance(cite, Citation):
        return cite
    key, _, place = cite.partition(",")
    return Citation(key.strip(), place.strip() or None)
