"""Every report of one broken map, whole; and what holds for all of them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from argmap import __version__
from argmap.problem import Edit, Note, Problem, Severity, Span
from argmap.report import REPORTS, Findings, tell
from argmap.report.wording import harmless

GOLDEN = Path(__file__).parent / "golden"
NAME = "maps/the big, 50%: one.argmap.yaml"
TEXT = (
    "argmap: 1\n"
    "title: A\tbroken map\n"
    "claims:\n"
    "  - claim: 日本語 and שלום\n"
    "    id: a\n"
    "    becuase: It \u202erings\u2028\n"
    "    id: a\n"
    "    but:\n"
    "      Two lines\n"
    "      without dashes\n"
)
PROBLEMS = (
    Problem("not-whole", "the map is 100% broken: all, of it", file=NAME),
    Problem(
        "unknown-field",
        "`becuase` is no key of an item of `claims`",
        Span(6, 5, 6, 12),
        hint="did you mean `because`?",
        file=NAME,
        fix=(Edit(Span(6, 5, 6, 12), "because"), Edit(Span(6, 14, 6, 14), "\n")),
    ),
    Problem(
        "repeated-key",
        "`id` stands here twice",
        Span(7, 5, 7, 7),
        notes=(Note("it stands\nhere\r::warning::too", Span(5, 5, 5, 7)),),
        file=NAME,
    ),
    Problem("lines", "two lines", Span(9, 7, 10, 21), Severity.WARNING, file=NAME),
    Problem("support-cycle", "a ring", Span(4, 5, 5, 1), Severity.WARNING, "leave\none out", file=NAME),
    Problem("hostile", "\n::error::\x1b[31m%0A\u2028::\u202e", Span(6, 18, 6, 18), Severity.HINT, file=NAME),
    Problem("elsewhere", "a name that is hostile", Span(1, 1, 1, 1), Severity.HINT, file="\n::stop-commands::x,y:\x1b"),
)
FINDINGS = Findings(PROBLEMS, 3, {NAME: TEXT})
LINES = [name for name, form in REPORTS.items() if not form.is_document]


def versionless(text: str) -> str:
    return text.replace(f'"semanticVersion": "{__version__}"', '"semanticVersion": "VERSION"')


@pytest.mark.parametrize("form", REPORTS)
def test_the_whole_report(form: str) -> None:
    golden = GOLDEN / f"broken.{form}"
    found = versionless(tell(FINDINGS, form))
    if os.environ.get("ARGMAP_UPDATE"):
        golden.write_bytes(found.encode())
    assert found.encode() == golden.read_bytes()


def test_an_unknown_report() -> None:
    with pytest.raises(ValueError, match="'xml' is no format; there are text, concise"):
        tell(FINDINGS, "xml")


@pytest.mark.parametrize("form", LINES)
def test_reports_of_many_files_are_those_of_each(form: str) -> None:
    each = [tell(Findings([p], texts={NAME: TEXT}), form) for p in PROBLEMS]
    assert tell(FINDINGS, form) == "".join(each)
    assert tell(Findings([]), form) == ""


SPANS = st.tuples(*[st.integers(1, 9)] * 4).map(lambda s: Span(s[0], s[1], s[0] + s[2] - 1, s[1] + s[3] - 1))
HOSTILE = texts(controls=True)
FOUND = st.builds(
    Problem,
    st.just("a-code"),
    HOSTILE,
    st.none() | SPANS,
    st.sampled_from(Severity),
    st.none() | HOSTILE,
    st.lists(st.builds(Note, HOSTILE, SPANS), max_size=2).map(tuple),
    st.none() | HOSTILE,
    st.lists(st.builds(Edit, SPANS, HOSTILE), max_size=2).map(tuple),
)


@given(st.lists(FOUND, max_size=3))
def test_a_line_for_each_problem_whatever_stands_in_it(problems: list[Problem]) -> None:
    concise = tell(Findings(problems), "concise")
    assert len(concise.splitlines()) == len(problems)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", concise)
    commands = re.split(r"[\r\n]", tell(Findings(problems), "github"))
    assert len(commands) == len(problems) + 1
    for command, p in zip(commands, problems, strict=False):
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", command, re.DOTALL)
        assert match
        given = dict(part.split("=", 1) for part in match[2].split(","))
        assert unquote(given["title"]) == p.code
        named = re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), given.get("file", ""))
        assert re.split(r"[\r\n]", named) == [harmless(part) for part in re.split(r"[\r\n]", p.file or "")]
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", command)
        assert "col" not in given or given["line"] == given["endLine"]


@given(st.lists(FOUND, max_size=3), texts(controls=True))
def test_the_text_of_a_problem_cannot_steer_a_terminal(problems: list[Problem], text: str) -> None:
    shown = tell(Findings(problems, texts={p.file: text for p in problems if p.file}))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)


@given(st.lists(FOUND, max_size=3))
def test_json_tells_everything(problems: list[Problem]) -> None:
    data = json.loads(tell(Findings(problems, 7), "json"))
    assert (data["version"], data["files"]) == (1, 7)
    assert data["summary"] == {s: sum(p.severity is s for p in problems) for s in Severity}
    back = [
        Problem(
            p["code"],
            p["message"],
            span(p["range"]) if p["range"] else None,
            Severity(p["severity"]),
            p["hint"],
            tuple(Note(n["message"], span(n["range"])) for n in p["notes"]),
            p["file"],
            tuple(Edit(span(e["range"]), e["text"]) for e in p["fix"]),
        )
        for p in data["problems"]
    ]
    assert back == problems


def span(place: dict[str, dict[str, int]]) -> Span:
    return Span(*(place[end][key] for end in ("start", "end") for key in ("line", "column")))


@given(st.lists(FOUND, max_size=3))
def test_sarif_is_what_the_standard_asks_for(problems: list[Problem]) -> None:
    """The rules of the schema for all that is written; no other key may appear."""
    log = json.loads(tell(Findings(problems), "sarif"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"tool", "originalUriBaseIds", "columnKind", "results"}
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) == {"id", "shortDescription", "fullDescription", "help"}
        assert rule["shortDescription"]["text"]
    assert len(run["results"]) == len(problems)
    for result, p in zip(run["results"], problems, strict=True):
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "fixes"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == p.code
        assert result["level"] == {"error": "error", "warning": "warning", "hint": "note"}[p.severity]
        assert result["message"]["text"].startswith(p.message)
        for location in result.get("locations", []) + result.get("relatedLocations", []):
            is_place(location["physicalLocation"])
        assert [n["message"]["text"] for n in result.get("relatedLocations", [])] == (
            [n.message for n in p.notes] if p.file else []
        )
        for change in (c for f in result.get("fixes", []) for c in f["artifactChanges"]):
            is_artifact(change["artifactLocation"])
            assert [r["insertedContent"]["text"] for r in change["replacements"]] == [e.text for e in p.fix]
            for replacement in change["replacements"]:
                is_region(replacement["deletedRegion"])


def is_place(place: dict[str, Any]) -> None:
    assert set(place) <= {"artifactLocation", "region"}
    is_artifact(place["artifactLocation"])
    if "region" in place:
        is_region(place["region"])


def is_artifact(location: dict[str, str]) -> None:
    assert re.fullmatch(r"(file://)?([A-Za-z0-9/._~-]|%[0-9A-F]{2})+", location["uri"])
    assert location.get("uriBaseId") == (None if location["uri"].startswith("file:") else "%SRCROOT%")


def is_region(region: dict[str, int]) -> None:
    assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
    assert all(isinstance(n, int) and n >= 1 for n in region.values())
    assert region["startLine"] <= region["endLine"]


@pytest.mark.parametrize(
    ("file", "root", "uri"),
    [
        ("maps/a.yaml", "", "maps/a.yaml"),
        ("./maps/a.yaml", "/some", "maps/a.yaml"),
        ("/some/maps/a.yaml", "/some", "maps/a.yaml"),
        ("/elsewhere/a.yaml", "/some", "file:///elsewhere/a.yaml"),
        ("/something/a.yaml", "/some", "file:///something/a.yaml"),
        ("a:b #1%.yaml", "", "a%3Ab%20%231%25.yaml"),
        ("Zürich.yaml", "", "Z%C3%BCrich.yaml"),
        ("\udcff.yaml", "", "%FF.yaml"),
    ],
)
def test_addresses_in_sarif(file: str, root: str, uri: str) -> None:
    log = json.loads(tell(Findings([Problem("a-code", "m", file=file)], root=root), "sarif"))
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert "region" not in location["physicalLocation"]


def test_the_reference_names_every_key_of_a_problem() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    keys = re.findall(r"^\| `(\w+)` \|", page.split("### A problem")[1], re.MULTILINE)
    assert keys == list(json.loads(tell(FINDINGS, "json"))["problems"][0])
