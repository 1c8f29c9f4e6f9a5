"""The programs that read what argmap writes: Mermaid in Chromium, and D2 in Node.js."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
MERMAID = HERE / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
D2 = HERE / "node_modules" / "@terrastruct" / "d2"
_SVG = "{http://www.w3.org/2000/svg}"


class Drawn(NamedTuple):
    """What a program has drawn: the texts of nodes by their ids, those of lines, the title, links, and elements."""

    nodes: dict[str, str]
    words: list[str]
    title: str
    links: list[str]
    elements: set[str]


_READ = """async ([source, number]) => {
  const { svg } = await mermaid.render(`drawn${number}`, source);
  document.body.innerHTML = svg;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const text = (element) => element.textContent;
  const id = (node) => node.id.replace(/^drawn\\d+-flowchart-/, "").replace(/-\\d+$/, "");
  return [
    Object.fromEntries(all(".node").map((node) => [id(node), text(node)])),
    all(".edgeLabels > .edgeLabel").map(text),
    all(".flowchartTitleText").map(text).join(""),
    all("svg a").map((link) => link.getAttribute("xlink:href") || link.getAttribute("href")),
    all("svg *").map((element) => element.tagName.toLowerCase()),
  ];
}"""


def mermaid(browser: Browser) -> Page:
    """A page of a browser with Mermaid, as strict as on GitHub but for the size of a diagram."""
    if not MERMAID.exists():
        pytest.skip("needs Mermaid (`npm ci` in tests/outputs)")
    page = browser.new_page()
    page.set_content("<!DOCTYPE html><body></body>")
    page.add_script_tag(path=MERMAID)
    page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict', maxTextSize: 1e7})")
    return page


def drawn_by_mermaid(page: Page, sources: list[str]) -> list[Drawn]:
    """What Mermaid draws of flowcharts; its error where it cannot."""
    found = [page.evaluate(_READ, [source, number]) for number, source in enumerate(sources)]
    return [Drawn(nodes, words, title, links, set(elements)) for nodes, words, title, links, elements in found]


def drawn_by_d2(sources: list[str]) -> list[Drawn]:
    """What D2 draws of diagrams; its error where it cannot."""
    command = ["node", HERE / "read_d2.mjs"]
    done = subprocess.run(command, input=json.dumps(sources).encode(), capture_output=True, check=True)
    return [_read(one) for one in json.loads(done.stdout)]


def _read(found: dict[str, Any]) -> Drawn:
    assert "svg" in found, found
    root = ET.fromstring(found["svg"])
    nodes: dict[str, str] = {}
    words: list[str] = []
    for group in root.iter(f"{_SVG}g"):
        name = _decoded(group.get("class", "").split(" ")[0])
        text = "\n".join("".join(t.itertext()) for t in group.iter(f"{_SVG}text"))
        if name.startswith("("):
            words.append(text)
        elif name:
            nodes[name] = text
    links = [a.get("href", "") for a in root.iter(f"{_SVG}a")]
    elements = {element.tag.split("}")[-1] for element in root.iter()}
    return Drawn(nodes, words, nodes.pop("map_title", ""), links, elements)


def _decoded(name: str) -> str:
    """The id of a node in the class of its group."""
    try:
        return base64.b64decode(name, validate=True).decode()
    except ValueError:
        return ""
