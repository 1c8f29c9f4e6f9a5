"""Any text as itself in LaTeX: what its fonts have as letters, everything else as its number in a small box.

It compiles with pdfLaTeX, LuaLaTeX and XeLaTeX. What the fonts of pdfLaTeX lack, such as 語, is drawn as a box with the
digits of its code point; copied or searched in the PDF, it is the letter. The other two show the letter itself where
the font of the document has it. XeLaTeX does not make the box searchable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

PACKAGES = r"""\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
  \input{glyphtounicode}
  \pdfgentounicode=1
\else
  \usepackage{fontspec}
\fi
\usepackage{textcomp,amssymb}
"""
"""What the head of a document must load."""

COMMANDS = r"""% \argmapactual{letters in UTF-16}{what is drawn}: when it is copied or searched, it is these letters.
\DeclareRobustCommand\argmapactual[2]{#2}
\ifPDFTeX
  \DeclareRobustCommand\argmapactual[2]{\leavevmode
    \pdfliteral page{/Span <</ActualText <FEFF#1>>> BDC}#2\pdfliteral page{EMC}}
\fi
\ifLuaTeX
  \DeclareRobustCommand\argmapactual[2]{\leavevmode
    \pdfextension literal page {/Span <</ActualText <FEFF#1>>> BDC}#2\pdfextension literal page {EMC}}
\fi
% \argmapletter{code point}{what is drawn where the font does not have it}
\DeclareRobustCommand\argmapletter[2]{#2}
\ifPDFTeX\else
  \DeclareRobustCommand\argmapletter[2]{\iffontchar\font"#1 \char"#1\relax\else#2\fi}
\fi
% \argmapcode{first half of the digits}{second half}: nothing is scaled, and the lower row comes first, for the sake of
% programs that read the PDF.
\makeatletter
\DeclareRobustCommand\argmapcode[2]{\leavevmode{\fboxsep=.08em\fboxrule=.03em\fbox{\dimen@=\f@size pt
  \fontsize{.45\dimen@}{.5\dimen@}\normalfont\ttfamily\fontsize{.45\dimen@}{.5\dimen@}\selectfont
  \rlap{#2}\raise.36\dimen@\hbox{#1}}}}
\makeatother
"""
"""What the texts of `escaped` are made of, to stand in the head of a document or before them."""

PREAMBLE = PACKAGES + COMMANDS
"""What the head of a document must hold, after its class, for the texts that `escaped` makes."""

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    "[": "{[}", "]": "{]}", "*": "{*}",  # an argument and a star are looked for after some commands
    "\u00a0": "~", "\u202f": r"\,", "\u00ad": r"\-",
    "‘": r"\textquoteleft{}", "’": r"\textquoteright{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}",
    "–": r"\textendash{}", "—": r"\textemdash{}",
}  # fmt: skip

_LETTERS = frozenset(
    "¡¢£¥§©ª«®°±µ¶·º»¼½¾¿×÷„‚‹›•†‡‰€™"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    "ĂăĄąĆćČčĎďĚěĘęĞğĹĺĽľŁłŃńŇňŐőŔŕŘřŚśŠšŞşŤťŢţŰűŮůŸŹźŽžŻżİđıŒœ"
)
"""What LaTeX reads as it stands, and the fonts of every engine have."""

_MATHS = {
    "¹": "^1", "²": "^2", "³": "^3", "…": r"\ldots", "¬": r"\lnot",
    "‖": r"\|", "′": "'", "″": "''", "←": r"\leftarrow", "↑": r"\uparrow", "→": r"\rightarrow",
    "↓": r"\downarrow", "↔": r"\leftrightarrow", "⇐": r"\Leftarrow", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow",
    "∀": r"\forall", "∂": r"\partial", "∃": r"\exists", "∄": r"\nexists", "∅": r"\varnothing", "∈": r"\in",
    "∉": r"\notin", "∑": r"\textstyle\sum", "−": "-", "√": r"\surd", "∝": r"\propto", "∞": r"\infty", "∧": r"\land",
    "∨": r"\lor", "∩": r"\cap", "∪": r"\cup", "∴": r"\therefore", "∵": r"\because", "∼": r"\sim", "≈": r"\approx",
    "≠": r"\neq", "≡": r"\equiv", "≤": r"\leq", "≥": r"\geq", "⊂": r"\subset", "⊃": r"\supset", "⊆": r"\subseteq",
    "⊢": r"\vdash", "⊥": r"\bot", "⊤": r"\top", "■": r"\blacksquare", "□": r"\square", "▲": r"\blacktriangle",
    "▼": r"\blacktriangledown", "►": r"\blacktriangleright", "◄": r"\blacktriangleleft", "●": r"\bullet",
    "○": r"\circ", "◊": r"\lozenge", "★": r"\bigstar", "✓": r"\checkmark", "\u2003": r"\quad",
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon", "ζ": r"\zeta", "η": r"\eta",
    "θ": r"\theta", "ι": r"\iota", "κ": r"\kappa", "λ": r"\lambda", "μ": r"\mu", "ν": r"\nu", "ξ": r"\xi", "ο": "o",
    "π": r"\pi", "ρ": r"\rho", "ς": r"\varsigma", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon", "φ": r"\varphi",
    "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "Γ": r"\Gamma", "Δ": r"\Delta", "Θ": r"\Theta", "Λ": r"\Lambda",
    "Ξ": r"\Xi", "Π": r"\Pi", "Σ": r"\Sigma", "Υ": r"\Upsilon", "Φ": r"\Phi", "Ψ": r"\Psi", "Ω": r"\Omega",
    **{greek: rf"\mathrm{{{latin}}}" for greek, latin in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", strict=True)},
}  # fmt: skip
"""What fonts for formulas have."""

_ABOVE = {
    "\u0300": r"\`", "\u0301": r"\'", "\u0302": r"\^", "\u0303": r"\~", "\u0304": r"\=", "\u0306": r"\u",
    "\u0307": r"\.", "\u0308": r"\"", "\u030a": r"\r", "\u030b": r"\H", "\u030c": r"\v",
}  # fmt: skip
_BELOW = {"\u0323": r"\d", "\u0327": r"\c", "\u0328": r"\k", "\u0331": r"\b"}
"""Accents by their marks."""
_CEDILLAS = frozenset("ĢģĶķĻļŅņŖŗ")

_MATHS_MARKS = {"\u0301": r"\acute", "\u0300": r"\grave", "\u0308": r"\ddot", "\u0304": r"\bar", "\u0306": r"\breve"}

_TOO_LONG, _PART = 30, 10
"""From how many letters on a word may be broken anywhere, and into parts of how many."""

_LINE = 110
"""About how many characters the lines of the source have: TeX reads none that is very long."""


def escaped(text: str) -> str:
    """A text as LaTeX in which it means itself, for a document with `PREAMBLE`.

    It is normalised (NFC); white space other than that which does not break is one space; the source has no empty
    line and no comment but at the ends of lines, so that it may stand in the arguments of commands.
    """
    source: list[str] = []
    length = 0
    whole = _HALF.sub("\ufffd", unicodedata.normalize("NFC", text))
    for number, word in enumerate(_WORD.findall(whole)):
        parts = [word] if len(word) <= _TOO_LONG else [word[i : i + _PART] for i in range(0, len(word), _PART)]
        for place, part in enumerate(parts):
            made = _part(part)
            is_full = length + len(made) > _LINE
            if place:
                source.append("\\allowbreak{}" + ("%\n" if is_full else ""))
            elif number:
                source.append("\n" if is_full else " ")
            length = 0 if is_full else length
            length += len(made) + 1
            source.append(made)
    return "".join(source)


_WORD = re.compile(r"[^\s\u00a0\u202f]*[\u00a0\u202f][\S\u00a0\u202f]*|\S+")
"""What holds no white space but that which does not break."""

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of letters, which no file can hold."""


def _part(part: str) -> str:
    """A part of a word as LaTeX: what the fonts have, and runs of what they lack."""
    made: list[str] = []
    run = ""
    for letter, after in pairwise(f"{part}\n"):
        known = _known(letter)
        if known is not None:
            made.append(known + r"\/" * (f"{letter}{after}" in _LIGATURES))
            continue
        run += letter
        is_wide = unicodedata.east_asian_width(letter) in "WF"
        if is_wide or after == "\n" or _known(after) is not None:
            drawn = "".join(map(_drawn, run))
            made.append(rf"\argmapactual{{{run.encode('utf-16-be').hex().upper()}}}{{{drawn}}}")
            made += [r"\allowbreak{}"] if is_wide else []
            run = ""
    return "".join(made)


_LIGATURES = ("--", ",,", "<<", ">>", "''", "``", "!`", "?`")
"""Pairs of which TeX would make one sign."""


def _known(letter: str) -> str | None:
    """A letter that the fonts of every engine have as LaTeX; None for any other."""
    if letter in _SIGNS:
        return _SIGNS[letter]
    return letter if letter in _LETTERS or (letter.isascii() and letter.isprintable()) else None


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> str:
    """Any other letter as what is drawn of it."""
    code = f"{ord(letter):04X}"
    digits = code if len(code) % 2 == 0 else f"0{code}"
    middle = len(digits) // 2
    drawn = _accented(letter) or rf"\argmapcode{{{digits[:middle]}}}{{{digits[middle:]}}}"
    return rf"\argmapletter{{{code}}}{{{drawn}}}"


def _accented(letter: str) -> str:
    """A letter made of others or of signs for formulas; empty where that cannot be."""
    if letter in _MATHS:
        return rf"\ensuremath{{{_MATHS[letter]}}}"
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    if base in _MATHS and marks and all(mark in _MATHS_MARKS for mark in marks):
        return rf"\ensuremath{{{_nested(_MATHS[base], marks, _MATHS_MARKS)}}}"
    if "\u0327" in marks and letter not in _CEDILLAS:  # fonts of other engines may lack the mark alone
        return ""
    above, below = [m for m in marks if m in _ABOVE], [m for m in marks if m in _BELOW]
    if not (base.isascii() and base.isalpha()) or len(above) + len(below) < len(marks) or len(below) > 1:
        return ""
    if len(above) > 1 and (len(above) > 2 or unicodedata.normalize("NFC", base + above[0]) not in _LETTERS):
        return ""  # TeX sets an accent on a letter of the font, not on what already has one
    return _nested(_nested(base, above, _ABOVE), below, _BELOW)


def _nested(made: str, marks: Iterable[str], commands: Mapping[str, str]) -> str:
    for mark in marks:
        made = f"{commands[mark]}{{{made}}}"
    return made
