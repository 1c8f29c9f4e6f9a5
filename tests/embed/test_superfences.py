"""The fence of Markdown, by itself and in a site that MkDocs builds."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

import markdown
import pytest
from embed.documents import BAD, DOUBTFUL, GOOD, ids, run

from argmap.embed.superfences import fence, validator

FENCES = {"custom_fences": [{"name": "argmap", "class": "argmap", "format": fence, "validator": validator}]}


def html(text: str) -> str:
    more: dict[str, Any] = {"pymdownx.superfences": FENCES}
    return markdown.markdown(text, extensions=["pymdownx.superfences", "attr_list"], extension_configs=more)


def test_maps_are_shown_as_pictures_whose_ids_differ() -> None:
    made = html(
        f'# T\n\n```argmap\n{GOOD}```\n\nText\n\n```argmap style="compact" theme="dark" key="false"\n{GOOD}```\n'
    )
    assert made.count("<svg ") == 2
    assert len(ids(made)) == len(set(ids(made)))
    assert 'id="argmap-1-statement-week"' in made
    assert 'id="argmap-2-statement-week"' in made
    assert 'aria-labelledby="argmap-2-map-title"' in made
    assert "four-day week" in made


def test_options_are_those_of_the_command_line() -> None:
    made = html(f'```argmap format="outline" side="against"\n{GOOD}```\n')
    assert "Clients expect someone on Fridays" in made
    assert "Fewer people quit" not in made
    assert html(f"```{{.argmap format=outline depth=0}}\n{GOOD}```\n").count("Fewer people quit") == 0
    assert html(f'```argmap format="page"\n{GOOD}```\n').startswith('<iframe title="A four-day week"')


def test_an_outline_is_nested_and_has_no_headings_of_the_page() -> None:
    made = html(f'```argmap format="outline"\n{GOOD}```\n')
    assert made.count("<ul>") == 2
    assert "<strong>A four-day week</strong>" in made
    assert not re.search(r"<h[1-6]", made)


def test_names_with_hyphens_are_written_with_underscores() -> None:
    made = html(f'```argmap colour_by="kind" key\n{GOOD}```\n')
    assert "<svg " in made
    assert made != html(f"```argmap\n{GOOD}```\n")


def test_a_map_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "l.json").write_text(json.dumps([{"id": "smith", "title": "By Smith"}]), encoding="utf-8")
    text = GOOD.replace("sources:", "bibliography: l.json\nsources:").replace("report, p. 4", "report; smith")
    (tmp_path / "maps" / "m.argmap.yaml").write_text(text, encoding="utf-8")
    assert "By Smith" in html('```argmap file="maps/m.argmap.yaml" format="outline"\n```\n')
    assert "By Smith" in html(f'```argmap folder="maps" format="outline"\n{text}```\n')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"```argmap\n{BAD}```\n", "map 1 of the page:10:15: error: unknown-source: `rapport` is no source"),
        (f"```argmap\n{DOUBTFUL}```\n", "map 1 of the page:4:3: warning: unused-source: nothing cites"),
        (f'```argmap focus="weak"\n{GOOD}```\n', "did you mean `week`?"),
        (f'```argmap fokus="week"\n{GOOD}```\n', "`fokus` is no option of a map; did you mean `focus`?"),
        (f'```argmap file="x"\n{GOOD}```\n', "x: a map is named by `file` or stands in the fence, not both"),
        ('```argmap file="gone.yaml"\n```\n', "gone.yaml: it cannot be read: No such file or directory"),
        ("```argmap\n<script>alert(1)</script>\n```\n", "map 1 of the page:1:1: error: not-a-map"),
    ],
)
def test_what_is_wrong_is_shown_and_logged(text: str, said: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = html(text)
    assert any(said in record.getMessage() for record in caplog.records)
    assert all(record.name == "mkdocs.argmap" for record in caplog.records)
    assert ("argmap-error" in made) is ("unused" not in said)
    assert "<script>" not in made


SITE = """\
site_name: S
theme: {name: mkdocs, highlightjs: false}
plugins: []
use_directory_urls: false
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: argmap
          class: argmap
          format: !!python/name:argmap.embed.superfences.fence
          validator: !!python/name:argmap.embed.superfences.validator
"""


def test_in_a_site(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    document = tmp_path / "docs" / "index.md"
    document.write_text(f'# T\n\n```argmap\n{GOOD}```\n\n```argmap format="outline"\n{GOOD}```\n', encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert made.count("Clients expect someone on Fridays") >= 2
    assert 'class="argmap"' in made
    document.write_text(f"# T\n\n```argmap\n{BAD}```\n", encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 1
    assert "map 1 of the page:10:15: error: unknown-source: `rapport`" in done.stderr
