"""A page in a frame, as a notebook shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from page.maps import POOL

import argmap

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_page_works_in_a_frame_without_an_address_of_its_own(browser: Browser) -> None:
    trouble: list[str] = []
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.set_content(f"<h1>A notebook</h1>{argmap.loads(POOL).page()._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.locator("#tree .see").click()
    assert frame.locator("#tree [aria-selected=true] .title").inner_text() == "Old walls"
    frame.locator("#back").click()
    assert frame.locator("#tree [aria-selected=true]").count() == 0
    assert frame.locator("#back").is_disabled()
    frame.locator("#outline").get_by_role("link", name="A new hall").click()
    assert frame.locator("#tree [aria-selected=true] .title").inner_text() == "A new hall"
    frame.locator("#theme").click()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate("location.hash") == ""
    assert not trouble
    context.close()
