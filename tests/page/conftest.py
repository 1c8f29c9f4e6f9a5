"""Pages in a real browser, a tab for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import argmap

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Opened = Callable[..., "Page"]


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens markup as a file in a tab of its own; nothing may go wrong in it, and nothing be fetched."""
    contexts = []
    trouble: list[str] = []

    def open_tab(made: bytes, address: str = "", **how: Any) -> Page:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_bytes(made)
        context = browser.new_context(**how)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("file:") else trouble.append(request.url))
        page.goto(f"{path.as_uri()}{address}")
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert not trouble


@pytest.fixture
def opened(tab: Opened) -> Opened:
    """Opens the page of a map (an `ArgumentMap`, or YAML) in a tab of its own."""

    def open_page(m: argmap.ArgumentMap | str, address: str = "", semantics: str = "", **how: Any) -> Page:
        m = argmap.loads(m) if isinstance(m, str) else m
        made = argmap.draw(m, "html", evaluation=argmap.evaluate(m, semantics) if semantics else None)
        return tab(made, address, **{"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **how})

    return open_page
