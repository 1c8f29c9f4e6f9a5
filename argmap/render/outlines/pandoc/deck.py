"""The outline as slides for PowerPoint and programs like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.render.outlines.document import Document, Role, Run, Runs
from argmap.render.outlines.pandoc.archive import settled
from argmap.render.outlines.pandoc.nodes import Node, Nodes, division, header, meta, node, run, words
from argmap.render.outlines.pandoc.program import converted
from argmap.render.outlines.slides import Line, Slide, slides

_SIZES = {1: 2000, 2: 1800, 3: 1600, 4: 1600}
"""The letters of each level of text, in hundredths of a point; those of titles."""
_TITLE_SIZE = 2600


def to_pptx(document: Document) -> bytes:
    """An outline as slides, with sources and quotes in the notes of the speaker.

    Raises `argmap.render.outlines.pandoc.program.PandocError`.
    """
    blocks = [block for slide in slides(document) for block in _slide(slide)]
    return settled(converted(meta(document), blocks, "pptx", ["--slide-level=1"]), _with_smaller_letters)


def _slide(slide: Slide) -> Iterator[Node]:
    yield header(1, words(slide.title))
    at = 0
    while at < len(slide.lines) and slide.lines[at].level == 0:
        yield node("Para", _inlines(slide.lines[at].runs))
        at += 1
    if at < len(slide.lines):
        yield _list(slide.lines[at:], min(line.level for line in slide.lines[at:]))
    if slide.spoken:
        yield division("notes", [node("Para", _inlines(runs)) for runs in slide.spoken])


def _list(lines: Sequence[Line], level: int) -> Node:
    """Lines of a level and below as nested lists."""
    items: list[Nodes] = []
    at = 0
    while at < len(lines):
        below = at + 1
        while below < len(lines) and lines[below].level > level:
            below += 1
        if lines[at].level > level:  # a slide that goes on begins where the one before was full
            items.append([_list(lines[at:below], level + 1)])
        else:
            item = [node("Plain", _inlines(lines[at].runs))]
            items.append(item + ([_list(lines[at + 1 : below], level + 1)] if below > at + 1 else []))
        at = below
    return node("BulletList", items)


def _inlines(runs: Runs) -> Nodes:
    return [inline for one in runs for inline in run(_plain(one))]


def _plain(one: Run) -> Run:
    """A run whose mark a slide can do without."""
    return one._replace(role=Role.PLAIN) if one.role is Role.WARRANT else one


def _with_smaller_letters(name: str, part: bytes) -> bytes:
    """The master of all slides with letters of which a dozen lines have room; of pandoc's own five have."""
    if not re.fullmatch(r"ppt/slideMasters/slideMaster\d+\.xml", name):
        return part
    for level, size in _SIZES.items():
        part = re.sub(
            rb'(<p:bodyStyle>.*?<a:lvl%dpPr\b.*?<a:defRPr\b[^>]*?\bsz=")\d+' % level,
            rb"\g<1>%d" % size,
            part,
            count=1,
            flags=re.DOTALL,
        )
    return re.sub(
        rb'(<p:titleStyle>.*?<a:defRPr\b[^>]*?\bsz=")\d+', rb"\g<1>%d" % _TITLE_SIZE, part, count=1, flags=re.DOTALL
    )
