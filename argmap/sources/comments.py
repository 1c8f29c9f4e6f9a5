"""Comments in HTML and Markdown, which no reader sees."""

from __future__ import annotations

import re


def blank(text: str) -> str:
    """A text as long and with the same lines that holds nothing else."""
    return re.sub(r"[^\r\n]", " ", text)


def without_comments(text: str) -> str:
    """A text as long, with spaces for comments; one that is not closed goes on to the end, as in a browser."""
    pieces, here = [], 0
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start) + 3
        end = end if end > 2 else len(text)
        pieces += [text[here:start], blank(text[start:end])]
        here = end
        start = text.find("<!--", here)
    return "".join([*pieces, text[here:]])
