"""LaTeX as it stands in bibliographies, as plain text: accents, signs, dashes, and commands without their names."""

from __future__ import annotations

import re
import unicodedata

_MORE = (0x30A, 0x30B, 0x30C, 0x323, 0x327, 0x328, 0x331)
_ACCENTS = dict(zip("`'^~=u.\"rHvdckb", map(chr, (*range(0x300, 0x305), 0x306, 0x307, 0x308, *_MORE)), strict=True))
"""Commands that put a sign on a letter, with the sign that Unicode composes."""
_SIGNS = """
    i=i j=j l=ł L=Ł o=ø O=Ø ss=ß SS=ẞ ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ S=§ P=¶
    dots=… ldots=… textellipsis=… textendash=– textemdash=— textbackslash=\\ textasciitilde=~ textasciicircum=^
    textbraceleft={ textbraceright=} textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=”
    guillemotleft=« guillemotright=» euro=€ texteuro=€ pounds=£ textsterling=£ copyright=© textcopyright=©
    textregistered=® texttrademark=™ textdegree=° textunderscore=_ slash=/ textbar=| textless=< textgreater=>
    textperiodcentered=· textbullet=• TeX=TeX LaTeX=LaTeX
"""
_LETTERS = dict(pair.split("=", 1) for pair in _SIGNS.split()) | dict.fromkeys(("quad", "qquad", "newline", "par"), " ")
"""Commands that stand for a letter, a sign or a word."""
_LETTER = r"(?P<base>[^\W\d_])"
_DOTLESS = r"\\(?P<dotless>[ij])"
_TOKEN = re.compile(
    # an accent that is a sign, then one that is a letter, each with its letter in braces or bare
    rf"\\(?P<sign>[`'^\"~=.])\s*(?:\{{\s*(?:{_LETTER}|{_DOTLESS})\s*\}}|"
    rf"{_LETTER.replace('base', 'base2')}|{_DOTLESS.replace('dotless', 'dotless2')}(?![A-Za-z])\s*)"
    rf"|\\(?P<letter>[uvHcdbrk])(?:\s*\{{\s*(?:{_LETTER.replace('base', 'base3')}|"
    rf"{_DOTLESS.replace('dotless', 'dotless3')})\s*\}}|\s+{_LETTER.replace('base', 'base4')})"
    r"|\\(?P<word>[A-Za-z]+)\*?[ \t\n]*(?:\{\})?|\\(?P<escaped>[^A-Za-z])|(?P<brace>[{}])|(?P<dollar>\$)"
    r"|(?P<dash>---?)|(?P<quotes>``|'')|(?P<tie>~)"
)


def plain_text(latex: str) -> str:
    """What LaTeX would print, as far as it is text; of a command that is not known its arguments are kept."""
    return unicodedata.normalize("NFC", _TOKEN.sub(_printed, latex))


def _printed(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if found["sign"] or found["letter"]:
        letter = next(value for name, value in found.groupdict().items() if name[:4] in ("base", "dotl") and value)
        return f"{letter}{_ACCENTS[found['sign'] or found['letter']]}"
    if found["word"]:
        return _LETTERS.get(found["word"], "")
    if found["escaped"]:
        return _ESCAPED.get(found["escaped"], found["escaped"])
    if found["dash"]:
        return "—" if len(found["dash"]) == 3 else "–"
    if found["quotes"]:
        return "“" if found["quotes"] == "``" else "”"
    return " " if kind == "tie" else ""


_ESCAPED = {"\\": " ", "\n": " ", "/": "", "-": "", ",": " ", ";": " ", "!": "", "@": "", "(": "", ")": ""}
"""What stands for a sign behind a backslash; all others are meant as they are, such as `\\&`."""
_WRAPPED = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)


def address(latex: str) -> str:
    """A web address, which is no LaTeX but for signs behind a backslash: a `%` begins no comment in it."""
    text = "".join(latex.split())
    wrapped = _WRAPPED.search(text)
    return re.sub(r"\\([%#&_~$^{}])", r"\1", wrapped[1] if wrapped else text.strip("<>"))
