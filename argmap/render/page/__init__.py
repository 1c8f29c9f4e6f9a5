"""A map as a page for any browser: one file, in which the map is laid out and walked through; no network.

The page holds its outline as markup, the map as data, and plain JavaScript that draws the one from the other. Its
Content-Security-Policy allows just that script and that style sheet, by their hashes, and nothing to be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files

from argmap.outline_style import OutlineStyle
from argmap.render.markup import escaped
from argmap.render.outlines.compose import compose as compose_outline
from argmap.render.outlines.document import plain
from argmap.render.page import colours, data, key, outline
from argmap.render.picture import compose
from argmap.render.svg import describe
from argmap.selection import Shown, viewed

SCRIPTS = (
    "units.js", "graph.js", "shown.js", "columns.js", "routes.js", "plan.js", "find.js", "address.js", "levels.js",
    "elements.js", "boxes.js", "steps.js", "picture.js", "zoom.js", "details.js", "marks.js", "outline.js",
    "history.js", "app.js", "bar.js", "keys.js", "main.js",
)  # fmt: skip
"""The modules of the page, each after those that it imports."""


def to_html(shown: Shown) -> str:
    """The page of a map, or of what is shown of it. Raises `argmap.render.picture.TooDeepError`."""
    view = viewed(shown)
    m, picture = view.map, compose(view)
    style, script, policy = _fixed()
    said = f' lang="{m.language}"' if m.language and _LANGUAGE.fullmatch(m.language) else ""
    told = compose_outline(view, OutlineStyle(language="en"))
    parts = {
        "policy": policy,
        "title": escaped(" ".join(m.title.split())),
        "description": escaped(" ".join(describe(view).split())),
        "language": said,
        "question": _asked(m.question, said) + "".join(_asked(plain(runs), ' lang="en"') for runs in told.shown),
        "style": style,
        "key": key.to_markup(picture),
        "outline": outline.to_markup(told, view.map),
        "data": _within_script(json.dumps(data.to_data(picture), ensure_ascii=False, separators=(",", ":"))),
        "script": script,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place[1]], _file("page.html"))


def _asked(words: str | None, language: str) -> str:
    return f'<p class="asked"{language}>{escaped(words)}</p>' if words else ""


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@cache
def _fixed() -> tuple[str, str, str]:
    """What is the same on every page: its style sheet, its script, and what it may do."""
    style, script = colours.rules() + _file("page.css"), _script()
    return style, script, _policy(style, script)


def _file(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _script() -> str:
    """All modules as one, without the lines that join them."""
    joined = "\n".join(f"// {name}\n{_file(name)}" for name in SCRIPTS)
    return re.sub(r"^(import [^;]*;\n|export )", "", joined, flags=re.MULTILINE)


def _policy(style: str, script: str) -> str:
    """What the page may do: nothing but its own style and script; scripts may make no markup of text."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_UNSAFE = re.compile("[<\u2028\u2029\x7f-\x9f]")


def _within_script(data: str) -> str:
    """JSON that cannot end the element in which it stands, and in which every sign can be seen."""
    return _UNSAFE.sub(lambda letter: f"\\u{ord(letter[0]):04x}", data)
