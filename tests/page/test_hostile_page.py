"""Any text comes out as itself on a page, and nothing in it is ever run, fetched or followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hostile import TEXTS, letters
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page.modules import run
from strategies import graphs, texts

import argmap
from argmap.model import ArgumentMap, Citation, Evidence, Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .conftest import Opened

SCRIPT = "window.ran = true; parent.ran = true"
ATTACKS = [
    f"</script><script>{SCRIPT}</script>",
    f"<!--<script>{SCRIPT}//-->",
    f"<img src=x onerror='{SCRIPT}'>",
    f'"><svg onload="{SCRIPT}">',
    f"' onmouseover='{SCRIPT}' x='",
    f"</style><script>{SCRIPT}</script>",
    f"</title><script>{SCRIPT}</script>",
    f"${{{SCRIPT}}}`{SCRIPT}`",
    f"{{{{script}}}} {{{{data}}}} \\u003cscript>{SCRIPT}</script>",
    f"<iframe srcdoc='<script>{SCRIPT}</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://example.org'><base href=https://example.org>",
    "<link rel=stylesheet href=https://example.org/a.css><img src=https://example.org/a.png>",
    "a\u2028b\u2029c </scr\x00ipt> \x08 \x7f \x9f \ufeff",
    "שלום \u202eevil\u202c مرحبا \u2067x\u2069 👩\u200d👩\u200d👧 🇨🇭 e\u0301 日本語",
    "&amp; &lt;b&gt; &#x3c; %3Cscript%3E \\ \" ' ` $& $1 \\1",
    "x" * 20_000,
    "word " * 4_000,
    "__proto__ constructor toString",
]


def everywhere(text: str) -> ArgumentMap:
    """A map in which a text stands wherever one can stand."""
    build = argmap.Builder(text, question=text, summary=text)
    build.source("key", title=text, author=text, url=text)
    thesis = build.claim(
        f"The thesis {text}", id="thesis", label=text, by=text, note=text, tags=[text.split()[0]], url=text
    )
    proof = build.evidence(text, id="told", by=text, cite="key, p. 1")
    step = thesis.because(proof, build.claim(f"And {text}"), warrant=text, qualifier=text, scheme=text)
    step.unless(build.claim(f"Perhaps {text}", label=text))
    thesis.but(f"Not {text}")
    return build.build()


def same(text: str) -> str:
    """What can be compared after a browser has read it as markup: no white space, and nothing that XML cannot hold."""
    return letters(re.sub("[\ufffe\uffff]", "", text))


def is_unharmed(page: Page, scripts: int = 2) -> bool:
    """Whether nothing has run, and nothing stands on the page that a page does not hold; it has so many scripts."""
    return bool(
        page.evaluate(
            """(scripts) => window.ran === undefined
              && document.querySelectorAll("script").length === scripts
              && document.querySelectorAll("style").length === 1
              && !document.querySelector("img, iframe, object, embed, base, form:not([method=dialog])")
              && [...document.querySelectorAll("a")].every((a) => /^(#|https?:|mailto:)/.test(a.getAttribute("href")))
              && [...document.querySelectorAll("*")].every((e) => !e.getAttributeNames().some((n) => /^on/.test(n)))""",
            scripts,
        )
    )


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
def test_an_attack_is_shown_as_itself(opened: Opened, text: str) -> None:
    m = everywhere(text)
    page = opened(m, "#level=all&at=told&details=1")
    assert is_unharmed(page)
    statements = {s.text for s in m.statements}
    shown = set(page.locator("#tree .box .text").evaluate_all("(found) => found.map((e) => e.textContent)"))
    assert shown == statements  # to the letter
    assert page.evaluate('document.querySelector("#details .whole, #details h2").textContent') == text
    assert same(text) in same(page.locator("#outline").evaluate("(e) => e.textContent"))
    assert same(page.title()) == same(text)
    page.locator("#find").fill(text[:60])
    page.mouse.move(500, 400)
    page.locator("#tree .box").first.click(position={"x": 30, "y": 20})
    assert is_unharmed(page)
    assert page.evaluate("location.protocol") == "file:"


@given(st.lists(texts(controls=True) | TEXTS, min_size=10, max_size=10))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_data_holds_any_text(browser: Browser, many: list[str]) -> None:
    build = argmap.Builder("T")
    for text in many:
        build.claim(text)
    page = argmap.draw(build.build(), "html").decode()
    inside = page.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert run(browser, (), "return JSON.parse(argument).statements.map((s) => s.text);", inside) == many


@given(graphs(controls=True))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_map_opens(browser: Browser, m: ArgumentMap) -> None:
    context = browser.new_context(java_script_enabled=True, viewport={"width": 1200, "height": 800})
    trouble: list[str] = []
    try:
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.set_content(argmap.draw(m, "html").decode())
        boxes: list[Any] = page.locator("#tree .box .text").evaluate_all("(found) => found.map((e) => e.textContent)")
        assert len(boxes) == len(m.statements)
        assert is_unharmed(page)
        page.locator("#level").select_option(index=0)
        page.locator("#find").fill("a")
        assert not trouble
    finally:
        context.close()


def test_only_addresses_of_web_and_mail_become_links(opened: Opened) -> None:
    build = argmap.Builder("T")
    source = build.source("s", title="S", url="javascript:alert(1)")
    thesis = build.claim("A", id="a", url="javascript:alert(1)", cite=f"{source}, 1")
    thesis.because(build.claim("B", id="b", url="https://example.org/?a=1&b=<x>"))
    thesis.because(build.claim("C", id="c", url=" javascript:alert(1)"))
    thesis.because(build.claim("D", id="d", url="mailto:a@example.org"))
    m = build.build()
    found = {}
    for name in "abcd":
        page = opened(m, f"#at={name}&details=1")
        found[name] = [a.get_attribute("href") for a in page.locator("#details a").all()]
        assert "Address" in page.locator("#details").inner_text() or found[name]
    assert found == {"a": [], "b": ["https://example.org/?a=1&b=<x>"], "c": [], "d": ["mailto:a@example.org"]}


@pytest.mark.parametrize(
    "attempt", ["document.body.innerHTML = '<b>x</b>'", "document.body.setAttribute('onclick', 'x')"]
)
def test_no_text_may_become_markup_or_script(browser: Browser, attempt: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_content(argmap.draw(argmap.loads("argmap: 1\ntitle: T\nclaims:\n  - claim: A\n"), "html").decode())
    with pytest.raises(Exception, match=r"TrustedHTML|TrustedScript"):
        page.evaluate(attempt)
    context.close()


def test_extra_keys_and_quotes_are_told(opened: Opened) -> None:
    m = ArgumentMap(
        title="T",
        statements=[
            Evidence("a", "A", extra=(("x-one", "<b>1</b>"), ("x-many", ["<i>", {"k": "v"}])),
                     citations=(Citation("s", "p. 1", "the <q>words</q>", "before", "after"),)),
        ],
        sources=(Source("s", (("title", "<u>S</u>"),)),),
    )  # fmt: skip
    told = opened(m, "#at=a&details=1").locator("#details").inner_text()
    for words in ("x-one", "<b>1</b>", '["<i>", {"k": "v"}]', "… before “the <q>words</q>” after …", "<u>S</u>, p. 1"):
        assert words in told
