"""Pandoc's document tree as lines that a person can compare: a block on each, marked where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.render.outlines.slides import Slide

_MARKS = {"Strong": "**{}**", "Emph": "*{}*", "Superscript": "^{}^", "Note": "[^{}]"}


def told(meta: dict[str, Any], blocks: list[Any]) -> str:
    """A whole document."""
    about = [f"{name}: {_inline(value['c'])}" for name, value in meta.items()]
    return "\n".join([*about, *(line for block in blocks for line in _block(block, ""))]) + "\n"


def told_slides(deck: list[Slide]) -> str:
    """Slides with what the speaker has to hand."""
    lines = []
    for slide in deck:
        lines += [f"== {slide.title}"]
        lines += ["  " * line.level + "- " + "".join(run.text for run in line.runs) for line in slide.lines]
        lines += ["    # " + "".join(run.text for run in runs) for runs in slide.spoken]
    return "\n".join(lines) + "\n"


def _block(block: Any, indent: str) -> Iterator[str]:
    kind, content = block["t"], block["c"]
    if kind in ("Para", "Plain"):
        yield f"{indent}{kind}: {_inline(content)}"
    elif kind == "Header":
        yield f"{indent}{'=' * content[0]} {_inline(content[2])}"
    elif kind == "BlockQuote":
        for inner in content:
            yield from _block(inner, f"{indent}> ")
    else:
        items = content if kind == "BulletList" else content[1]
        for item in items:
            yield f"{indent}- {kind}"
            for inner in item:
                yield from _block(inner, f"{indent}  ")


def _inline(content: Any) -> str:
    return "".join(map(_one, content))


def _one(inline: Any) -> str:
    kind = inline["t"]
    if kind == "Space":
        return " "
    content = inline["c"]
    if kind == "Str":
        return str(content)
    if kind == "Span":
        return f"{{#{content[0][0]}}}{_inline(content[1])}"
    if kind == "Link":
        return f"<{content[2][0]} {_inline(content[1])}>"
    inner = _inline(content[0]["c"]) if kind == "Note" else _inline(content)
    return _MARKS[kind].format(inner)
