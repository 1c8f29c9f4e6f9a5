"""What a problem looks like in one line, and the exception that holds problems."""

from __future__ import annotations

import pickle

import pytest

from argmap.problem import MapError, Note, Problem, Severity, Span

PLACE = Span(3, 5, 3, 9)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("no-map", "there is none"), "error: no-map: there is none"),
        (Problem("no-map", "there is none", file="a.yaml"), "a.yaml: error: no-map: there is none"),
        (Problem("bad", "it is", PLACE), "3:5: error: bad: it is"),
        (
            Problem("bad", "it is", PLACE, Severity.WARNING, "mend it", file="a.yaml"),
            "a.yaml:3:5: warning: bad: it is (mend it)",
        ),
        (Problem("bad", "it is", severity=Severity.HINT), "hint: bad: it is"),
        (Problem("bad", "it is", PLACE, notes=(Note("it began here", Span(1, 1, 1, 2)),)), "3:5: error: bad: it is"),
    ],
)
def test_problem_in_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_error_has_a_line_for_each_problem() -> None:
    problems = (Problem("one", "first", PLACE), Problem("two", "second", hint="mend it"))
    error = MapError(problems)
    assert error.problems == problems
    assert str(error) == "3:5: error: one: first\nerror: two: second (mend it)"


def test_error_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="one: first"):
        raise MapError((Problem("one", "first"),))


def test_error_can_be_pickled() -> None:
    error = MapError((Problem("one", "first", PLACE, notes=(Note("here", PLACE),)),))
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), back.problems, str(back)) == (MapError, error.problems, str(error))


def test_problems_compare_by_what_they_say() -> None:
    assert Problem("one", "first", PLACE) == Problem("one", "first", Span(3, 5, 3, 9))
    assert Problem("one", "first", PLACE) != Problem("one", "first")
    assert len({Problem("one", "first"), Problem("one", "first"), Problem("two", "first")}) == 2
