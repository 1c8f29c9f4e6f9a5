"""`argmap questions` and `argmap schemes`: what they print, and how they end.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/cli/test_questions_command.py` writes the files
anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import graphs

import argmap
from argmap.cli import main
from argmap.model import ArgumentMap
from argmap.render import in_questions
from argmap.schemes import SCHEMES

GOLDEN = Path(__file__).parent / "golden"
ARTICLE = ROOT / "maps" / "us-russia-after-9-11.argmap.yaml"
WITNESS = """\
argmap: 1
title: Who broke the window
claims:
  - claim: Tom broke the window.
    because:
      - claim: Tom broke it with a ball.
        by: Ada
        scheme: argument-from-witness-testimony
        unless:
          - claim: Ada was looking the other way.
            answers: perception
            scheme: argument-from-sign
            unless:
              - It was reflected in the glass.
        but:
          - claim: There was no ball anywhere.
            answers: [facts, bias]
      - all:
          - He broke one before.
          - He plays there daily.
        scheme: argument-from-precedent
    but:
      - claim: Ben says that it was a bird.
        answers: other-witnesses
"""


def run(*arguments: str, text: str | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def same(result: Result, name: str) -> None:
    if os.environ.get("ARGMAP_UPDATE"):
        (GOLDEN / name).write_text(result.stdout, encoding="utf-8")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_questions_of_the_article() -> None:
    same(run("questions", str(ARTICLE)), "questions-article.txt")


def test_answers_and_undercutters_of_undercutters() -> None:
    same(run("questions", "-", text=WITNESS), "questions-witness.txt")
    same(run("questions", "-", "-f", "json", text=WITNESS), "questions-witness.json")


def test_a_map_without_schemes() -> None:
    result = run("questions", "-", text="argmap: 1\ntitle: T\nclaims: A\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "No argument of this map names a scheme that argmap knows; `argmap schemes` lists them.\n"


def test_the_form_follows_from_the_file(tmp_path: Path) -> None:
    out = tmp_path / "open.json"
    result = run("questions", str(ARTICLE), "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    assert json.loads(out.read_text(encoding="utf-8"))["summary"]["arguments"] > 0


def test_a_map_with_errors_has_no_questions() -> None:
    result = run("questions", "-", text="argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    becuase: B\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "unknown-field" in result.stderr


def test_the_list_of_schemes_and_one_of_them() -> None:
    same(run("schemes"), "schemes.txt")
    same(run("schemes", "argument-from-sign"), "schemes-sign.txt")


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_is_shown(name: str) -> None:
    result = run("schemes", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{name}\n\n")
    for question in SCHEMES[name].questions:
        assert question.asks in result.stdout


def test_a_scheme_by_a_part_of_its_name() -> None:
    assert run("schemes", "sign").stdout == run("schemes", "argument-from-sign").stdout


def test_a_scheme_that_there_is_not() -> None:
    result = run("schemes", "zzz")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: `zzz` is no scheme; `argmap schemes` lists those there are\n"


@given(graphs(), st.lists(st.sampled_from(sorted(SCHEMES))))
@settings(max_examples=60)
def test_any_map_can_be_asked(m: ArgumentMap, names: list[str]) -> None:
    names += ["mine"] * len(m.arguments)
    m = evolve(m, arguments=[evolve(a, scheme=name) for a, name in zip(m.arguments, names, strict=False)])
    found = argmap.critical_questions(m)
    told = in_questions(m)
    data = json.loads(in_questions(m, "json"))
    assert told.count(" schemes") >= 1
    assert [a["id"] for a in data["arguments"]] == [q.argument.id for q in found]
    assert data["summary"]["open"] == sum(len(q.open) for q in found)
    known = {a.id for a in m.arguments}
    for argument in data["arguments"]:
        for question in argument["questions"]:
            assert set(question["answered_by"]) <= known


def test_of_many_answers_the_first_are_told() -> None:
    answers = "".join(f"          - {{claim: Reason {n} is told, answers: other-explanations}}\n" for n in range(20))
    head = "argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because:\n      - claim: B\n"
    told = run("questions", "-", text=f"{head}        scheme: argument-from-sign\n        unless:\n{answers}").stdout
    assert told.count(" is told") == 7
    assert "unless Reason 6 is told; … (13 more)" in " ".join(told.split())
