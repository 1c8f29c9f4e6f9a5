"""A fence for Markdown: SuperFences of pymdown-extensions, as MkDocs has it, shows a map in place of its text."""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Mapping
from typing import Any

from argmap.embed import maps
from argmap.render.errors import LayoutError

_LOG = logging.getLogger("mkdocs.argmap")
"""What is told here makes `mkdocs build --strict` fail; without MkDocs it is printed on stderr."""
_OWN = ("file", "folder")
"""Options that say which map is meant: a file instead of the text, and the folder in which the text lies."""


def validator(language: str, inputs: dict[str, str], options: dict[str, Any], attrs: dict[str, str], md: Any) -> bool:
    """Take all that stands beside the name of the fence, so that the fence itself can tell what is wrong with it.

    Names there have no hyphens: `colour_by` is `colour-by`; one without a value is a word alone.
    """
    del language, attrs, md
    options["argmap"] = {name.replace("_", "-"): "" if value == name else value for name, value in inputs.items()}
    return True


def fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **more: Any) -> str:
    """What stands in the page in place of the fence: the map, or what is wrong with it, which is a warning, too."""
    del language, css_class
    given = {**options.get("argmap", {}), **(more.get("attrs") or {})}
    number = md.argmap_number = getattr(md, "argmap_number", 0) + 1
    name = given.get("file") or f"map {number} of the page"
    try:
        shown, problems = _shown(source, name, given, f"argmap-{number}-")
    except (ValueError, LayoutError) as error:
        shown, problems = None, [f"{name}: {error}"]
    for problem in problems:
        _LOG.warning("%s", problem)
    if shown is not None:
        return shown
    told = html.escape("\n".join(problems))
    return f'<div class="argmap argmap-error"><pre>{told}</pre></div>'


def _shown(source: str, name: str, given: Mapping[str, str], prefix: str) -> tuple[str | None, list[str]]:
    """The map in HTML, None where it has errors, and what is wrong with it. Raises ValueError."""
    options = maps.Options.of({key: value for key, value in given.items() if key not in _OWN})
    file, folder = given.get("file"), given.get("folder", os.curdir)
    if file and source.strip():
        raise ValueError("a map is named by `file` or stands in the fence, not both")
    data = source.encode()
    if file:
        try:
            with open(file, "rb") as stream:
                data = stream.read()
        except OSError as error:
            raise ValueError(f"it cannot be read: {error.strerror}") from None
        folder = os.path.dirname(file) or os.curdir
    m, problems = maps.read(data, name, folder)
    told = [str(problem) for problem in problems]
    if m is None:
        return None, told
    view = maps.shown(m, options)
    return maps.in_html(view, options, prefix), told
