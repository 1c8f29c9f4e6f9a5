"""A root under a heading of its own: what the heading says is not said again below it."""

from __future__ import annotations

from argmap.render.outlines.document import Entry, Role, Run, Runs, joined, plain
from argmap.render.wording import flat


def headed(root: Entry) -> tuple[str, Runs]:
    """The words of the heading, and the line below it without them."""
    label = root.statement and root.statement.label
    lead = plain(root.lead)
    if not label:
        return lead.rstrip(":"), joined(root.said, root.tail)
    said: list[Run] = []
    for run in root.said:
        if run.role is Role.LABEL and any(other.role is Role.TEXT for other in root.said):
            continue
        if not (run.text == " " and said and said[-1].text.endswith(" ")):
            said.append(run)
    if said and said[0].text == " ":
        del said[0]
    return f"{lead} {flat(label).rstrip('.')}", joined(tuple(said), root.tail)
