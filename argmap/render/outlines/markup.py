"""The lines of an outline in HTML."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from argmap.render.markup import escaped
from argmap.render.outlines.document import Role, Run, Runs

_TAGS = {
    Role.LEAD: "b", Role.LABEL: "b", Role.SPEAKER: "i", Role.WARRANT: "i", Role.REMARK: "i", Role.TEXT: "bdi",
    Role.TITLE: "bdi", Role.PLACE: "bdi", Role.QUOTE: "bdi",
}  # fmt: skip
_CITED = {Role.CITED, Role.SOURCE, Role.PLACE, Role.QUOTE}

Linked = Callable[[Run, str], str]
"""What becomes of a run that leads somewhere, given its markup."""


def inline(runs: Runs, linked: Linked | None = None) -> str:
    """Runs in markup, those of a citation in a `span`; ``linked`` makes links of those that lead somewhere."""
    told = []
    for is_cited, part in groupby(runs, lambda run: run.role in _CITED):
        words = "".join(_run(run, linked) for run in part)
        told.append(f'<span class="cited">{words}</span>' if is_cited else words)
    return "".join(told)


def _run(run: Run, linked: Linked | None) -> str:
    words = escaped(run.text)
    tag = _TAGS.get(run.role)
    if run.role is Role.SIGN and run.means:
        words = f'<span role="img" aria-label="{escaped(run.means)}">{words}</span>'
    elif tag:
        words = f"<{tag}>{words}</{tag}>"
    return linked(run, words) if linked and run.to else words
