"""A page in one file: style and script within, a policy that allows just those, and nothing to be fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Fixed(NamedTuple):
    """What is the same on every page of a kind: its style sheet, its script, and what it may do."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: its own style and script, by their hashes; scripts make no markup of text."""
        return (
            f"default-src 'none'; style-src {_hash(self.style)}; script-src {_hash(self.script)}; img-src data:; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
        )


def _hash(text: str) -> str:
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
    return f' lang="{said}"' if said and _LANGUAGE.fullmatch(said) else ""
