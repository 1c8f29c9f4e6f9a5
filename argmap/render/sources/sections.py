"""Lists under headings, as text and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from argmap.render.outlines.markdown import escaped

_COLUMNS = 100


class Item(NamedTuple):
    """One thing in a list: what it is about, its words, and what is to be said of it."""

    lead: str
    words: str = ""
    below: tuple[str, ...] = ()


class Section(NamedTuple):
    """A heading with remarks and a list."""

    heading: str
    remarks: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


def to_text(sections: Iterable[Section]) -> str:
    """The sections as plain text, a hundred columns wide."""
    blocks = []
    for section in sections:
        heading = _wrapped(section.heading, "")
        lines = [*heading, "-" * min(_COLUMNS, max(map(len, heading)))]
        for remark in section.remarks:
            lines += _wrapped(remark, "")
        for item in section.items:
            lines.append("")
            lines += _wrapped(": ".join(part for part in (item.lead, item.words) if part), "  ")
            for words in item.below:
                lines += _wrapped(words, "      ")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _COLUMNS,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def to_markdown(sections: Iterable[Section]) -> str:
    """The sections in Markdown; all of their text is escaped."""
    blocks = []
    for section in sections:
        lines = [f"## {escaped(section.heading)}", "", *(f"{escaped(remark)}  " for remark in section.remarks)]
        if lines[-1].endswith("  "):
            lines[-1] = lines[-1].rstrip()
        lines += [""] if section.items and section.remarks else []
        for item in section.items:
            words = f": {escaped(item.words)}" if item.words else ""
            lines.append(f"- **{escaped(item.lead)}**{words}")
            lines += [f"  - {escaped(below)}" for below in item.below]
        blocks.append("\n".join(lines).rstrip() + "\n")
    return "\n".join(blocks)
