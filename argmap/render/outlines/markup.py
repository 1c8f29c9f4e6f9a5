"""The words of an outline in HTML: runs become elements, and nothing in them can become markup."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from argmap.render.markup import escaped
from argmap.render.outlines.document import Role, Run, Runs

_TAGS = {
    Role.LEAD: "b", Role.LABEL: "b", Role.SPEAKER: "i", Role.WARRANT: "i", Role.REMARK: "i", Role.TEXT: "bdi",
    Role.TITLE: "bdi", Role.PLACE: "bdi", Role.QUOTE: "bdi", Role.FOUND: "span", Role.MORE: "span",
}  # fmt: skip
_NAMED = {Role.LEAD, Role.FOUND, Role.MORE, Role.NUMBER}
"""What has a class of its own."""
_CITED = {Role.CITED, Role.SOURCE, Role.PLACE, Role.QUOTE}
_OURS = {Role.LEAD, Role.JOINT, Role.SPEAKER, Role.REMARK, Role.FOUND, Role.MORE}
"""Words that argmap adds, in its own language."""

Linked = Callable[[Run, str], str]
"""What becomes of a run that leads somewhere, given its markup."""


def inline(runs: Runs, linked: Linked | None = None, language: str = "") -> str:
    """Runs in markup, those of a citation in one `span`; all classes begin with ``argmap-``.

    ``linked`` makes links of runs that lead somewhere, and marks those to which others lead; ``language`` is the tag of
    the language of the words between those of the map, where it is another.
    """
    told = []
    for is_cited, part in groupby(runs, lambda run: run.role in _CITED):
        words = "".join(_run(run, linked, language) for run in part)
        told.append(f'<span class="argmap-cited">{words}</span>' if is_cited else words)
    return "".join(told)


def _run(run: Run, linked: Linked | None, language: str) -> str:
    words = escaped(run.text)
    spoken = f' lang="{language}"' if language and run.role in _OURS else ""
    tag = _TAGS.get(run.role, "span" if run.role in _NAMED or spoken else "")
    if run.role is Role.SIGN:
        said = f' role="img" aria-label="{escaped(run.means)}"' if run.means else ""
        words = f'<span class="argmap-sign"{said}>{words}</span>'
    elif tag:
        named = f' class="argmap-{run.role}"' if run.role in _NAMED else ""
        words = f"<{tag}{named}{spoken}>{words}</{tag}>"
    return linked(run, words) if linked and (run.to or run.home) else words
