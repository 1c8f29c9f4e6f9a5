"""Maps built in Python: statements that hand out arguments, checked when the map is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

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
    Speaker,
    Statement,
)
from argmap.naming import NameMaker, step_name


class Step:
    """An argument of a map that is being built; holds its id."""

    def __init__(self, builder: Builder, id: str) -> None:
        self._builder = builder
        self.id = id

    def __repr__(self) -> str:
        return f"<step {self.id}>"

    def unless(self, *premises: StatementHandle | str, **about: Any) -> Step:
        """Add an undercutter: what would break this step. Several premises only count together."""
        return self._builder._argue(premises, about, target=self.id, direction=Direction.UNDERCUTS)


class StatementHandle:
    """A statement of a map that is being built; holds its id."""

    def __init__(self, builder: Builder, id: str) -> None:
        self._builder = builder
        self.id = id

    def __repr__(self) -> str:
        return f"<statement {self.id}>"

    def because(self, *premises: StatementHandle | str, **about: Any) -> Step:
        """Add an argument for it.

        A premise is a statement of the same builder, or the text of a new one (a claim, or a counterclaim where it only
        opposes the thesis, as in a file); several premises only count together.
        Keywords are those of `Argument`: id, warrant, qualifier, scheme, strength, weigh, label, by …, with ``cite``;
        ``answers`` is one name or several.
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
        self._speakers: list[Speaker] = []
        self._issues: list[Issue] = []
        self._maker = NameMaker()
        self._taken: set[str] = set()
        self._bare: list[str] = []

    def claim(self, text: str, id: str | None = None, **about: Any) -> StatementHandle:
        """A new claim; keywords are those of `Statement`, with ``cite`` for its citations.

        A citation is written as in a file (``"smith, p. 7"``, several joined by ``;``) or is a `Citation`, or a list of
        these; ``quote`` holds the exact words of the one citation beside it.
        """
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

    def speaker(self, name: str, description: str | None = None, **about: Any) -> str:
        """Tell who somebody is that says something (``by``); keywords are reliability, url, note and extra."""
        self._speakers.append(Speaker(name, description, **about))
        return name

    def issue(
        self, *positions: StatementHandle | str, question: str | None = None, standard: str | None = None
    ) -> None:
        """Say that at most one of some statements can win; a position is a statement or its id."""
        ids = tuple(p if isinstance(p, str) else self._own(p).id for p in positions)
        self._issues.append(Issue(ids, question, standard))

    def build(self) -> ArgumentMap:
        """The map. Raises `MapError` with every reason why it is none."""
        first = {"thesis": self._statements[0].id} if self._statements else {}
        made = ArgumentMap(
            title=self._title,
            statements=tuple(self._statements),
            arguments=tuple(self._arguments),
            sources=tuple(self._sources),
            speakers=tuple(self._speakers),
            issues=tuple(self._issues),
            **{**first, **self._about},
        )
        return made.siding(self._bare)

    def _add(self, kind: type[Statement], text: str, id: str | None, about: dict[str, Any]) -> StatementHandle:
        name = self._maker.name(text) if id is None else id
        self._take(name)
        self._statements.append(kind(name, text, named=id is not None, **_with_citations(about)))
        return StatementHandle(self, name)

    def _argue(self, premises: Iterable[StatementHandle | str], about: dict[str, Any], **bearing: Any) -> Step:
        about = _with_citations(about)
        held = tuple([Premise(self._own(p).id) for p in premises])
        answers = about.pop("answers", ())
        about["answers"] = (answers,) if isinstance(answers, str) else tuple(answers)
        id = about.pop("id", None)
        name = step_name(len(self._arguments) + 1, self._taken) if id is None else id
        self._take(name)
        self._arguments.append(Argument(name, held, named=id is not None, **bearing, **about))
        return Step(self, name)

    def _own(self, premise: StatementHandle | str) -> StatementHandle:
        """A premise as a statement of this map, a new one where it is a text."""
        if isinstance(premise, str):
            made = self.claim(premise)
            self._bare.append(made.id)
            return made
        if not isinstance(premise, StatementHandle):
            raise TypeError(f"a premise is a statement of this builder or a text, not {premise!r}")
        if premise._builder is not self:
            raise ValueError(f"{premise.id} is a statement of another builder")
        return premise

    def _take(self, name: str) -> None:
        self._taken.add(name)
        self._maker.take(name)


def _with_citations(about: dict[str, Any]) -> dict[str, Any]:
    """Keywords with what stands under ``cite`` and ``quote`` among their citations."""
    about = dict(about)
    cite, quote = about.pop("cite", ()), about.pop("quote", None)
    cited = [cite] if isinstance(cite, str | Citation) else cite
    found = [citation for c in cited for citation in _citations(c)]
    if quote is not None:
        if len(found) != 1 or found[0].quote is not None:
            raise ValueError("a quote needs exactly one citation beside it, which has no quote yet")
        found = [evolve(found[0], quote=quote)]
    return {**about, "citations": (*about.get("citations", ()), *found)}


def _citations(cite: str | Citation) -> list[Citation]:
    """`KEY, PLACE`, several joined by `;`, as citations."""
    if isinstance(cite, Citation):
        return [cite]
    parts = [part.partition(",") for part in cite.split(";")]
    return [Citation(key.strip(), place.strip() or None) for key, _, place in parts]
