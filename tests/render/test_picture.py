"""What is drawn where."""

from __future__ import annotations

import pytest

import argmap
from argmap.render.picture import Box, Chip, Picture, Rivalry, TooDeepError, compose


def composed(claims: str, rest: str = "") -> Picture:
    return compose(argmap.loads(f"argmap: 1\ntitle: T\nclaims:\n{claims}\n{rest}"))


def roles(picture: Picture) -> dict[str, str]:
    return {box.statement.text: box.role for box in picture.boxes()}


def test_the_role_of_a_statement_follows_from_what_it_does() -> None:
    picture = composed("""
  - claim: Thesis
    because:
      - claim: Reason
        unless:
          - evidence: Cut
            unless: Perhaps
        but: Doubt
    but:
      - claim: Objection
        but: Answer
        because: Backing
  - claim: Another
""")
    assert roles(picture) == {
        "Thesis": "thesis",
        "Another": "claim",
        "Reason": "reason",
        "Cut": "cut",
        "Perhaps": "possible",
        "Doubt": "objection",
        "Objection": "objection",
        "Answer": "rebuttal",
        "Backing": "reason",
    }


def test_a_statement_is_a_box_where_it_is_written_and_a_chip_elsewhere() -> None:
    picture = composed("""
  - claim: Thesis
    because:
      - ref: shared
      - claim: Reason
        because:
          - claim: Shared
            id: shared
            because: Ground
    but:
      - ref: shared
""")
    drawn = {step.argument.id: step.premises for _, step in picture.steps}
    kinds = [(type(p), p.statement.text) for premises in drawn.values() for p in premises]
    assert kinds.count((Box, "Shared")) == 1
    assert kinds.count((Chip, "Shared")) == 2
    starts = [start for start, _ in picture.steps]
    assert starts == ["thesis", "thesis", "thesis", "reason", "shared"]
    (shared,) = (b for b in picture.boxes() if b.statement.text == "Shared")
    assert shared.uses == (("also supports", "Thesis"), ("also attacks", "Thesis"))
    assert {str(side) for side in shared.sides} == {"for", "against"}


def test_a_chip_takes_the_side_of_its_place() -> None:
    picture = composed("""
  - claim: Thesis
    id: thesis
    because:
      - claim: Shared
        id: shared
    but:
      - claim: Objection
        because: [{ref: shared}]
""")
    (chip,) = (p for _, step in picture.steps for p in step.premises if isinstance(p, Chip))
    assert chip.side == "against"


def test_rivals_stand_together_roots_as_boxes_and_others_as_chips() -> None:
    picture = composed(
        """
  - claim: Thesis
    id: thesis
    but:
      - claim: Inner rival
        id: inner
  - counterclaim: Rival
    id: rival
  - claim: Other
""",
        "issues:\n  - question: Which?\n    positions: [thesis, rival, inner]\n",
    )
    rivalry, other = picture.roots
    assert isinstance(rivalry, Rivalry)
    assert [type(p) for p in rivalry.positions] == [Box, Box, Chip]
    assert [p.role for p in rivalry.positions if isinstance(p, Box)] == ["thesis", "position"]
    assert isinstance(other, Box)
    (inner,) = (b for b in picture.boxes() if b.statement.id == "inner")
    assert inner.rivals == ("Thesis", "Rival")


def test_everything_is_drawn_once_also_in_a_ring() -> None:
    picture = composed("""
  - claim: A
    id: a
    because: [{ref: b}]
  - claim: B
    id: b
    because: [{ref: a}]
""")
    assert [b.statement.text for b in picture.boxes()] == ["A", "B"]
    assert len(picture.steps) == 2


def test_a_premise_given_twice_in_a_group_is_a_box_and_a_chip() -> None:
    picture = composed("""
  - claim: A
    because:
      - all:
          - claim: B
            id: b
          - ref: b
""")
    ((_, step),) = picture.steps
    assert [type(p) for p in step.premises] == [Box, Chip]


def test_undercutters_nested_beyond_all_reading_are_refused() -> None:
    build = argmap.Builder("T")
    step = build.claim("Thesis").because("Reason")
    for number in range(500):
        step = step.unless(f"Cut {number}")
    with pytest.raises(TooDeepError, match="nested"):
        compose(build.build())


def test_a_dense_ring_is_composed_and_headed_at_once() -> None:
    """Every statement rests on all others, many times over: walks must not follow every way."""
    names = ["a", "b", "c", "d"]
    steps = [
        argmap.Argument(f"s{n}{name}", tuple(argmap.Premise(p) for p in names if p != name), name)
        for n in range(10)
        for name in names
    ]
    dense = argmap.ArgumentMap("T", tuple(argmap.Claim(n, n.upper()) for n in names), tuple(steps))
    assert len(compose(dense).steps) == 40
    assert "statement-d" in argmap.draw(dense, "dot").decode()
