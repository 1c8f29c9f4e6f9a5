"""Texts and names of every kind, with all in them that some output must escape."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = (
    *("a", "word", "Zürich", "don’t", "it's", "1.10", "no", "null", "x" * 90),
    *('"', "'", "\\", "\\n", "\\N", "\\l", "`", "“", "”"),
    *("<b>", "</text>", "&amp;", "&", "<", ">", "]]>", "<![CDATA[", "<!--", "-->", "<BR/>"),
    *("%", "%s", "$", "${HOME}", "{}", "{0}", "{", "}", "[1]", "(", ")"),
    *(": ", " #", "- ", "* ", "| ", "? ", "!", "@", "~", "#", "_", "**", ","),
    *("\n", "\r\n", "\r", "\n\n", "\t", "  ", "\u00a0", "\u2028", "\u2029", "\u0085", "\ufeff", "\u200b"),
    *("🙂", "👩\u200d👩\u200d👧", "🇨🇭", "e\u0301", "日本語", "ﬁ", "\ufffd", "𝔸"),
    *("שלום", "مرحبا", "\u200f", "\u202e", "\u202c", "\u2067", "\u2069", "\u061c"),
)
_CONTROLS = ("\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x80", "\x9f", "\ufffe")


def texts(controls: bool = False, longest: int = 6) -> st.SearchStrategy[str]:
    """Texts that are not blank, with everything in them that some output must escape.

    ``controls`` adds the characters that a Python string can hold and a YAML file cannot; ``longest`` is how many
    pieces there are at most.
    """
    pieces = st.sampled_from(_PIECES + _CONTROLS if controls else _PIECES)
    letters = st.characters(exclude_categories=("Cs",) if controls else ("Cs", "Cc", "Cn"))
    return st.lists(pieces | letters, min_size=1, max_size=longest).map("".join).filter(str.strip)


def names() -> st.SearchStrategy[str]:
    """Names as the language allows them, among them words that mean something to some output."""
    known = st.sampled_from(("graph", "node", "edge", "digraph", "strict", "null", "true", "1", "-", ".", "_", "a.b"))
    return known | st.text(st.sampled_from("abcxyzABC019-_.éßж語"), min_size=1, max_size=8)
