"""Any text as itself in XML."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""

_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#x27;"}


def fit(text: str) -> str:
    """A text with a sign in the place of each letter that a picture cannot hold."""
    return _UNFIT.sub("�", text)


_SPECIAL = re.compile(f"[&<>\"'{_UNFIT.pattern[1:]}")


def escaped(text: str) -> str:
    """A text that means itself between tags and in attributes."""
    if not _SPECIAL.search(text):  # most are plain, and a large map has many
        return text
    return fit(text).translate(_ENTITIES)
