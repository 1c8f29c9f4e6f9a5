"""What a page holds, examined without a browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from page.maps import POOL
from seeds import written_by_seeds

import argmap
from argmap.render.page import SCRIPTS
from argmap.render.page.data import to_data
from argmap.render.picture import TooDeepError, compose
from argmap.render.style import DARK, LIGHT, Theme

GOLDEN = Path(__file__).parent / "golden"


def page_of(m: argmap.ArgumentMap | str) -> str:
    return argmap.draw(argmap.loads(m) if isinstance(m, str) else m, "html").decode()


def data_of(page: str) -> Any:
    return json.loads(page.split('id="data">', 1)[1].split("</script>", 1)[0])


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_data_is_as_it_was_last_looked_at(map_path: Path) -> None:
    """`ARGMAP_UPDATE=1` writes the golden files anew, to be read before they are committed."""
    made = json.dumps(to_data(compose(argmap.load(map_path))), ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{map_path.name.removesuffix('.argmap.yaml')}.json"
    if os.environ.get("ARGMAP_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
    assert data_of(page_of(argmap.load(map_path))) == json.loads(made)


def test_everything_of_a_map_is_in_its_page(map_path: Path) -> None:
    m = argmap.load(map_path)
    page = page_of(m)
    outline = words(page.split('<section id="outline"', 1)[1].split("</section>", 1)[0])
    data = data_of(page)
    assert data["title"] == m.title
    assert [s["id"] for s in data["statements"]] == [s.id for s in m.reading_order()]
    assert sorted(a["id"] for a in data["arguments"]) == sorted(a.id for a in m.arguments)
    told = json.dumps(data, ensure_ascii=False)
    for s in m.statements:
        assert " ".join(s.text.split()).rstrip(".") in outline
        for text in (
            s.text,
            s.label,
            s.by,
            s.note,
            s.url,
            *s.tags,
            *(c.quote for c in s.citations),
            *(c.at for c in s.citations),
        ):
            assert text is None or json.dumps(text, ensure_ascii=False)[1:-1] in told
    for a in m.arguments:
        facts = dict(map(tuple, next(d for d in data["arguments"] if d["id"] == a.id).get("facts", [])))
        assert (facts.get("Scheme"), facts.get("Warrant"), facts.get("Qualifier")) == (a.scheme, a.warrant, a.qualifier)
        assert facts.get("Strength") == (None if a.strength is None else f"{a.strength:g}")
    for speaker in m.speakers:
        assert f"{speaker.name}: {speaker.description}" in outline
        facts = [dict(map(tuple, d.get("facts", []))) for d in (*data["statements"], *data["arguments"])]
        assert speaker.description in {f.get("Who that is") for f in facts}
    for source in m.sources:
        assert source.title.rstrip(".") in outline


def test_each_statement_is_at_home_once(map_path: Path) -> None:
    data = to_data(compose(argmap.load(map_path)))
    homes = [a["premises"][n] for a in data["arguments"] for n in a["home"]]
    homes += [p["statement"] for top in data["tops"] for p in top.get("positions", [top]) if "side" not in p]
    assert sorted(homes) == list(range(len(data["statements"])))


def test_the_page_allows_only_its_own_style_and_script(map_path: Path) -> None:
    page = page_of(argmap.load(map_path))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    style = page.split("<style>", 1)[1].split("</style>", 1)[0]
    script = page.split('<script type="module">', 1)[1].split("</script>", 1)[0]
    said = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    for name, text in (("style-src", style), ("script-src", script)):
        assert said.pop(name) == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert said == {
        "default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'",
        "require-trusted-types-for": "'script'",
    }  # fmt: skip
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert not re.search(r"<[^>]* (style|on\w+)=", page.replace(style, "").replace(script, ""))
    assert not re.search(r"\b(src|href)=\"(?!#|data:,)", page.replace(script, ""))


def test_scripts_are_modules_that_need_nothing_else() -> None:
    folder = files("argmap.render.page")
    assert sorted(p.name for p in folder.iterdir() if p.name.endswith(".js")) == sorted(SCRIPTS)
    for number, name in enumerate(SCRIPTS):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        assert text.startswith("// "), f"{name} says what it is for"
        for imported in re.findall(r'^import .* from "\./(.*)";$', text, re.MULTILINE):
            assert imported in SCRIPTS[:number], f"{name} stands before {imported}"
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttp", text
        )
        assert max(map(len, text.splitlines())) <= 120, name


def test_the_same_bytes_on_every_run() -> None:
    program = "import argmap, sys; sys.stdout.buffer.write(argmap.draw(argmap.load(sys.argv[1]), 'html'))"
    path = str(ROOT / "maps" / "old-cinema.argmap.yaml")
    assert len(written_by_seeds(program, path, seeds=("0", "1", "2"))) == 1


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(theme: Theme) -> None:
    pairs = [
        (theme.text, theme.background),
        (theme.muted, theme.background),
        (theme.muted, theme.strip),
        (theme.text, theme.strip),
    ]
    for tone in (theme.helps, theme.opposes, theme.both):
        pairs += [
            (tone.line, tone.fill),
            (tone.line, theme.background),
            (theme.text, tone.fill),
            (theme.muted, tone.fill),
        ]
    pairs += [theme.thesis, theme.cut]
    for ink, ground in pairs:
        light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_what_no_picture_can_show_is_refused() -> None:
    build = argmap.Builder("Too deep")
    step = build.claim("Thesis").because("Reason")
    for number in range(120):
        step = step.unless(f"Cut {number}")
    with pytest.raises(TooDeepError):
        argmap.draw(build.build(), "html")


def test_a_deep_map_nests_its_outline_no_deeper_than_a_browser_reads() -> None:
    build = argmap.Builder("Deep")
    at = build.claim("Level 0")
    for number in range(1, 600):
        below = build.claim(f"Level {number}")
        at.because(below)
        at = below
    page = page_of(build.build())
    outline = page.split('<section id="outline"', 1)[1].split("</section>", 1)[0]
    depth = most = 0
    for tag in re.findall(r"</?(?:ul|li|ol)\b", outline):
        depth += -1 if tag.startswith("</") else 1
        most = max(most, depth)
    assert depth == 0
    assert most < 100
    assert "(level 599) because" in words(outline)


def test_a_language_is_said_only_where_it_is_one() -> None:
    assert '<h1 lang="de-CH">' in page_of(POOL.replace("title: The pool", "title: The pool\nlanguage: de-CH"))
    assert "<h1>" in page_of(POOL.replace("title: The pool", "title: The pool\nlanguage: 'x\" onclick=\"y'"))
