"""The document of an outline, from which every format is written."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import graphs

import argmap
from argmap.outline_style import CHOICES
from argmap.render.outlines.compose import compose
from argmap.render.outlines.document import Entry, Role, plain


def depth(entry: Entry) -> int:
    return 1 + max(map(depth, entry.below), default=0)


@given(graphs(), st.sampled_from(CHOICES["numbering"]))
@settings(max_examples=60, deadline=None)
def test_each_statement_is_told_once_and_called_by_its_number(m: argmap.ArgumentMap, numbering: str) -> None:
    document = compose(m, argmap.OutlineStyle(numbering=numbering, language="en"))
    entries = list(document.entries())
    homes = {e.statement.id: e for e in entries if e.statement and not e.is_reference}
    assert [e.statement for e in homes.values()] == list(m.reading_order())
    assert sum(1 for e in entries if e.statement and not e.is_reference) == len(m.statements)
    numbers = [e.number for e in homes.values() if e.number]
    assert len(set(numbers)) == len(numbers) == (0 if numbering == "none" else len(m.statements))
    for entry in entries:
        for run in entry.line:
            if run.role is Role.REFERENCE and numbering != "none":
                assert run.text == homes[run.to].number
    told = {e.argument.id for e in entries if e.argument}
    assert told == {a.id for a in m.arguments}


@given(graphs(), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_entries_are_nested_no_deeper_than_asked_for(m: argmap.ArgumentMap, deepest: int) -> None:
    full, low = compose(m), compose(m, deepest=deepest)
    entries = [part for section in low.sections for part in section.body]
    assert all(depth(part) <= deepest + 1 for part in entries if isinstance(part, Entry))
    assert [e.statement for e in low.entries()] == [e.statement for e in full.entries()]


@given(graphs(), st.sampled_from(["footnotes", "endnotes"]), st.sampled_from(CHOICES["style"]))
@settings(max_examples=40, deadline=None)
def test_notes_are_numbered_in_the_order_of_their_marks(m: argmap.ArgumentMap, sources: str, style: str) -> None:
    document = compose(m, argmap.OutlineStyle(sources=sources, style=style))
    marks: list[str] = []
    for section in document.sections:
        here = len(marks)
        todo = list(reversed(section.body))
        while todo:
            part = todo.pop()
            runs = part.line if isinstance(part, Entry) else part.runs
            marks += [run.to for run in (*runs, *(r for q in part.quotes for r in q.cited)) if run.role is Role.MARK]
            todo += reversed(part.below) if isinstance(part, Entry) else ()
        assert marks[here:] == [str(note.number) for note in section.notes]
    assert marks == [str(n) for n in range(1, len(marks) + 1)]


def test_the_parts_of_a_line() -> None:
    m = argmap.loads(
        "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nclaims:\n  - claim: A\n    but:\n"
        "      - {claim: B, label: Second, by: X, cite: 's, p. 2', qualifier: perhaps, warrant: It does}\n"
    )
    (section,) = compose(m).sections
    (root,) = section.body
    assert isinstance(root, Entry)
    (entry,) = root.below
    assert [(run.text, run.role) for run in entry.line if run.text.strip()] == [
        ("perhaps, but", Role.LEAD),
        ("(2)", Role.NUMBER),
        ("Second.", Role.LABEL),
        ("According to X:", Role.SPEAKER),
        ("B.", Role.TEXT),
        ("[", Role.CITED),
        ("1", Role.SOURCE),
        (", ", Role.CITED),
        ("p. 2", Role.PLACE),
        ("]", Role.CITED),
        ("—", Role.PLAIN),
        ("since it does", Role.WARRANT),
        (".", Role.PLAIN),
    ]
    assert (entry.relation, entry.side, entry.number, entry.is_reference) == ("against", "against", "2", False)
    assert plain((*entry.lead, *entry.said)) == "perhaps, but(2) Second. According to X: B."
