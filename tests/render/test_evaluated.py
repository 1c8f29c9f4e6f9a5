"""What an evaluation adds to pictures, outlines and data; without one they are what they were.

After a change that is meant, `ARGMAP_UPDATE=1 python -m pytest tests/render/test_evaluated.py` writes the golden files
anew: read the difference before it is committed.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from conftest import MAPS, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from render import geometry
from render.geometry import extent
from signs import signs
from strategies import graphs

import argmap
from argmap.cli import main
from argmap.looks import CHOICES, Style
from argmap.render.formats import BY_PANDOC, OUTLINES

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    ("old-cinema", "standing", "svg"),
    ("old-cinema", "standing", "text"),
    ("old-cinema", "standing", "markdown"),
    ("school-phones", "quadratic-energy", "svg"),
    ("school-phones", "quadratic-energy", "dot"),
    ("school-phones", "quadratic-energy", "text"),
    ("school-phones", "quadratic-energy", "json"),
]
ENDINGS = {"text": "txt", "markdown": "md"}


def named(name: str) -> argmap.ArgumentMap:
    return argmap.load(ROOT / "maps" / f"{name}.argmap.yaml")


def golden(name: str, semantics: str, form: str) -> Path:
    return GOLDEN / f"{name}-{semantics}.{ENDINGS.get(form, form)}"


@pytest.mark.parametrize(("name", "semantics", "form"), CASES)
def test_looks_as_before(name: str, semantics: str, form: str) -> None:
    m = named(name)
    found = argmap.evaluate(m, semantics)
    if form in OUTLINES:
        made = argmap.outline(m, form, evaluation=found)
    else:
        made = argmap.draw(m, form, "tidy", evaluation=found).decode()
    if os.environ.get("ARGMAP_UPDATE"):
        golden(name, semantics, form).parent.mkdir(exist_ok=True)
        golden(name, semantics, form).write_text(made, encoding="utf-8")
    assert made == golden(name, semantics, form).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path for path in GOLDEN.iterdir() if path.is_file()} == {golden(*case) for case in CASES}


def words(svg: bytes) -> str:
    """The texts of a picture, each in square brackets."""
    root = ElementTree.fromstring(svg)
    return " ".join(f"[{''.join(t.itertext())}]" for t in root.iter(f"{geometry.SVG}text"))


BROKEN = signs("r⇒C ⟂ u; o⊣C; x⊣o; s⇒C; t⇒s", evidence="u t")


@pytest.mark.parametrize("engine", ["tidy", "dot"])
@pytest.mark.parametrize("theme", CHOICES["theme"])
def test_status_is_told_in_words_and_shapes(theme: str, engine: str) -> None:
    found = argmap.evaluate(BROKEN)
    svg = argmap.draw(BROKEN, engine=engine, style=Style(theme=theme), evaluation=found)
    shown = words(svg)
    statuses = [v.status for v in found.statements.values()]
    assert shown.count("[√ ACCEPTED]") == statuses.count("accepted") > 0
    assert shown.count("[× REJECTED]") == statuses.count("rejected") > 0
    for said in ("Evaluated under the semantics standing.", "hollow bar: step is broken", "accepted", "rejected"):
        assert f"[{said}]" in shown
    root = ElementTree.fromstring(svg)
    bars = {g.get("id"): g for g in root.iter(f"{geometry.SVG}g") if (g.get("id") or "").startswith("argument-")}
    background = {"light": "#ffffff", "dark": "#12161d", "print": "#ffffff"}[theme]

    def fill(argument: str) -> str:
        """The ground of the sign of a bar."""
        return next(bars[f"argument-{argument}"].iter(f"{geometry.SVG}polygon")).get("fill", "").lower()

    broken = {a.id for a in BROKEN.arguments if found.arguments[a.id].status in ("undercut", "fails")}
    assert {a.id for a in BROKEN.arguments if fill(a.id) == background} == broken == {"a0", "a1"}


@pytest.mark.parametrize("engine", ["tidy", "dot"])
def test_the_bar_of_an_undecided_step_is_dashed_and_the_key_says_so(engine: str) -> None:
    m = signs("r⇒C; o⊣r; r⊣o; s⇒C")
    found = argmap.evaluate(m, "grounded")
    svg = argmap.draw(m, engine=engine, evaluation=found)
    assert "[dashed bar: step is undecided]" in words(svg)
    root = ElementTree.fromstring(svg)
    bars = {g.get("id", "")[9:]: g for g in root.iter(f"{geometry.SVG}g") if "argument" in g.get("class", "")}
    dashed = {
        id
        for id, group in bars.items()
        if any(s.get("stroke-dasharray") for s in group.iter(f"{geometry.SVG}polygon") if is_upright(s))
    }
    undecided = {a.id for a in m.arguments if found.arguments[a.id].status == "undecided"}
    assert dashed == undecided != set(bars)
    plain = argmap.draw(m, engine=engine)
    assert "dashed bar" not in words(plain)


def is_upright(shape: ElementTree.Element) -> bool:
    """Whether a shape is as narrow as a bar."""
    xs = [x for x, _ in geometry.pairs(shape.get("points", ""))]
    return max(xs) - min(xs) < 20


def test_the_line_of_a_broken_step_is_thin_and_the_title_of_what_is_rejected_struck() -> None:
    m = named("school-phones")
    plain, seen = argmap.draw(m).decode(), argmap.draw(m, evaluation=argmap.evaluate(m)).decode()
    widths = [re.findall(r'class="edge">\n?<path [^>]*stroke-width="([\d.]+)"', svg) for svg in (plain, seen)]
    assert (widths[0].count("1"), widths[1].count("1")) == (0, 3)
    dot = argmap.draw(m, "dot", evaluation=argmap.evaluate(m)).decode()
    assert re.findall(r"<S><B>([^<]*)</B></S>", dot) == ["Out of reach", "Practice needs phones", "Closed at three"]


@pytest.mark.parametrize("map_path", MAPS, ids=lambda path: path.name.split(".")[0], indirect=False)
def test_badges_stay_inside_boxes(map_path: Path) -> None:
    m = argmap.load(map_path)
    svg = argmap.draw(m, evaluation=argmap.evaluate(m))
    count = 0
    for group in ElementTree.fromstring(svg).iter(f"{geometry.SVG}g"):
        if group.get("class", "").startswith("statement "):
            for badge in geometry.badges(group):
                count += 1
                assert len(badge.texts) == 1
                texts = [extent(t) for t in group.iter(f"{geometry.SVG}text") if t not in badge.texts]
                assert [t.name for t in texts if t.name.strip() and t.overlaps(badge, margin=0.3)] == []
    assert count > 0.9 * len(m.statements)


def test_a_strength_that_is_no_half_is_not_shown_as_one() -> None:
    m = signs("r⇒C; o⊣C", confidence={"r": 0.52, "o": 0.45})
    found = argmap.evaluate(m, "quadratic-energy")
    assert 0.5 < (found.statements["C"].strength or 0) < 0.505
    assert "[√ 0.502]" in words(argmap.draw(m, evaluation=found))
    assert "[accepted, strength 0.502]" in argmap.outline(m, evaluation=found)


def test_an_outline_tells_reasons_and_broken_steps() -> None:
    told = " ".join(argmap.outline(BROKEN, evaluation=argmap.evaluate(BROKEN)).split())
    assert "Evaluated under the semantics standing." in told
    assert "Text of r. [accepted; the step is undercut]" in told
    assert "Text of o. [rejected: outweighed]" in told
    together = argmap.outline(
        signs("r,q⇒C ⟂ u", evidence="u"), evaluation=argmap.evaluate(signs("r,q⇒C ⟂ u", evidence="u"))
    )
    assert "because both of these hold together [the step is undercut]:" in together


def test_a_part_shows_what_was_found_of_the_whole() -> None:
    m = named("us-russia-after-9-11")
    found = argmap.evaluate(m)
    part = m.select(focus="broken-bargain", depth=1)
    assert words(argmap.draw(part, evaluation=found)).count("REJECTED") == 2
    data = json.loads(argmap.draw(part, "json", evaluation=found))
    assert {s["id"]: s["status"] for s in data["statements"]}["broken-bargain"] == "rejected"
    assert all({"status", "strength"} <= set(a) for a in data["arguments"])


def test_chips_and_words_for_who_cannot_see_say_it_too() -> None:
    m = named("school-phones")
    svg = argmap.draw(m, evaluation=argmap.evaluate(m)).decode()
    assert "(accepted)]" in words(svg.encode())
    assert 'class="statement counterclaim against rejected"' in svg or 'against rejected"' in svg
    assert "Evaluated under the semantics standing. Thesis: Linden School should keep phones" in svg
    assert "the school day. (accepted)" in svg


def test_strengths_that_did_not_settle_are_told() -> None:
    m = signs("r⇒C")
    found = evolve(argmap.evaluate(m, "df-quad"), converged=False)
    said = "Evaluated under the semantics df-quad, whose strengths did not settle."
    assert f"[{said}]" in words(argmap.draw(m, evaluation=found))
    assert said in argmap.outline(m, evaluation=found)


def test_what_is_supposed_is_told() -> None:
    m = signs("r⇒C; s⇒C")
    found = argmap.evaluate(m, without=["r", "a1"], assume={"C": "accepted"})
    said = "Evaluated under the semantics standing, supposing r left out, a1 left out, C accepted."
    assert said in argmap.outline(m, evaluation=found)
    assert said in " ".join(re.sub(r"[\[\]]", "", words(argmap.draw(m, evaluation=found))).split())


def test_a_part_without_the_thesis_does_not_call_anything_a_thesis() -> None:
    part = named("us-russia-after-9-11").select(focus="broken-bargain", depth=0)
    assert "Position: (1) A broken bargain." in argmap.outline(part)


@given(graphs(), st.sampled_from(("standing", "mlp", "grounded")), st.sampled_from(CHOICES["theme"]))
@settings(max_examples=25)
def test_any_map_can_be_shown_in_any_form(m: argmap.ArgumentMap, semantics: str, theme: str) -> None:
    found = argmap.evaluate(m, semantics)
    for form in (name for name in OUTLINES if name not in BY_PANDOC):
        english = argmap.OutlineStyle(language="en")
        plain, told = (argmap.outline(m, form, e, english) for e in (None, found))
        assert told.count(f"semantics {semantics}") == plain.count(f"semantics {semantics}") + 1
    by_graphviz = argmap.draw(m, engine="dot", style=Style(theme=theme), evaluation=found)
    ElementTree.fromstring(by_graphviz)
    data = json.loads(argmap.draw(m, "json", evaluation=found))
    assert [s["status"] for s in data["statements"]] == [v.status for v in found.statements.values()]


def test_an_evaluation_of_another_map() -> None:
    found = argmap.evaluate(signs("r⇒C"))
    with pytest.raises(ValueError, match=r"^the evaluation is of another map: it does not know "):
        argmap.draw(named("school-phones"), evaluation=found)
    with pytest.raises(ValueError, match=r"^the evaluation is of another map: it does not know "):
        argmap.outline(named("school-phones"), evaluation=found)


# ---- by the command line


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


PHONES = str(ROOT / "maps" / "school-phones.argmap.yaml")


@pytest.mark.parametrize(
    ("arguments", "semantics"),
    [
        (["--evaluate", PHONES], "standing"),
        ([PHONES, "--evaluate"], "standing"),
        ([PHONES, "--evaluate=grounded"], "grounded"),
        ([PHONES, "--evaluate", "grounded"], "grounded"),
        (["--evaluate", "--", PHONES], "standing"),
        (["--evaluate=euler", PHONES], "euler"),
        ([PHONES], None),
    ],
)
def test_the_option(arguments: list[str], semantics: str | None) -> None:
    m = argmap.load(PHONES)
    found = argmap.evaluate(m, semantics) if semantics else None
    assert run("outline", *arguments).stdout == argmap.outline(m, evaluation=found)
    drawn = run("render", "-f", "json", "-o", "-", *arguments).stdout
    assert drawn == argmap.draw(m, "json", evaluation=found).decode()


@pytest.mark.parametrize("command", ["render", "outline"])
def test_a_semantics_that_there_is_not(command: str) -> None:
    result = run(command, PHONES, "--evaluate=grand")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'grand' is not one of 'standing'" in result.stderr


def test_a_page_shows_it(tmp_path: Path) -> None:
    result = run("render", PHONES, "--evaluate", "-o", str(tmp_path / "page.html"))
    assert (result.exit_code, result.stderr) == (0, "")
    m = argmap.load(PHONES)
    assert (tmp_path / "page.html").read_bytes() == argmap.draw(m, "html", evaluation=argmap.evaluate(m))


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_every_picture_can_show_it(tmp_path: Path, form: str) -> None:
    for more in ([], ["--style", "compact"], ["--page", "a4"], ["--engine", "dot"]):
        result = run("render", PHONES, "--evaluate", "-o", str(tmp_path / f"picture.{form}"), *more)
        assert (result.exit_code, result.stderr) == (0, "")
        assert all(Path(path).stat().st_size > 1000 for path in result.stdout.split())
