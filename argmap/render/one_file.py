"""A page in one file: style and script within, allowed by their hashes, and nothing to be fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

from argmap.languages import known_tag


class Fixed(NamedTuple):
    """What is the same on every page of a kind: its style sheet, its script, and what it may do."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: its own style and script, by their hashes; scripts make no markup of text."""
        return (
            f"default-src 'none'; style-src {fingerprint(self.style)}; script-src {fingerprint(self.script)}; "
            "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
        )


def fingerprint(text: str) -> str:
    """The hash of a style sheet or a script, as a Content-Security-Policy allows it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def held(package: str, name: str) -> str:
    """The text of a file that stands beside the modules of a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def joined(modules: Iterable[tuple[str, str]]) -> str:
    """Modules of JavaScript, by their names, as one, without the lines that join them."""
    text = "\n".join(f"// {name}\n{module}" for name, module in modules)
    return re.sub(r"^(import [^;]*;\n|export )", "", text, flags=re.MULTILINE)


def filled(template: str, fixed: Fixed, parts: Mapping[str, str]) -> str:
    """A template with each ``{{name}}`` replaced by the part of that name, which is markup already."""
    known = {"style": fixed.style, "script": fixed.script, "policy": fixed.policy, **parts}
    return re.sub(r"\{\{(\w+)\}\}", lambda place: known[place[1]], template)


def language(said: str | None) -> str:
    """The attribute for a language; nothing for one that no browser knows."""
    tag = known_tag(said)
    return f' lang="{tag}"' if tag else ""
