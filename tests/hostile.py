"""Maps whose every text is hostile to some output."""

from __future__ import annotations

import re

from hypothesis import strategies as st

import argmap

NASTY = st.sampled_from(
    ['"', "\\", "\\N", "\\l", "<b>", "</TABLE>", "]]>", "&amp;", "&", "%", "$", "{}", "|", "\u202e", "é", "語", "😀"]
    + ["<script>", "--", "-->", "*", "_", "`", "#", "[x](y)", "\u00a0", "'", "\u05d0", "1.", "- ", "\x07", "\ud7ff"]
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=12)
TEXTS = st.lists(st.one_of(NASTY, WORDS), min_size=1, max_size=8).map(" ".join).filter(lambda t: bool(t.strip()))


def letters(text: str) -> str:
    """What can be compared when lines are broken anew: everything but white space and what XML cannot hold."""
    return re.sub(r"\s|[\x00-\x1f\x7f-\x9f\u200f\ufffd]", "", text)


def hostile_map(text: str) -> argmap.ArgumentMap:
    build = argmap.Builder(text, question=text)
    source = build.source("key", title=text)
    thesis = build.claim("Thesis.", label=text)
    step = thesis.because(build.evidence(text, id="told", by=text, cite=f"{source}, p. 1", url=text), warrant=text)
    step.unless(build.claim("Perhaps.", label=text))
    return build.build()
