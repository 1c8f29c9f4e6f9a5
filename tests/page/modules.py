"""The modules of the page by themselves, in an empty tab."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def run(browser: Browser, names: tuple[str, ...], body: str, argument: Any = None) -> Any:
    """What the body of a function of ``argument`` returns, which may use what these modules export."""
    sources = "\n".join(files("argmap.render.page").joinpath(name).read_text(encoding="utf-8") for name in names)
    script = re.sub(r"^(import [^;]*;\n|export )", "", sources, flags=re.MULTILINE)
    context = browser.new_context()
    try:
        return context.new_page().evaluate(f"(argument) => {{ 'use strict'; {script}\n{body} }}", argument)
    finally:
        context.close()
