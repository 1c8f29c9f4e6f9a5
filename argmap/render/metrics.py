"""How wide a text is in Arial, so that it can be broken where it fills a box.

Widths are those of Arial (and of Arimo and Liberation Sans, made to the same measures), in thousandths of the size.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# fmt: off
_REGULAR = {
    0: "\u2028\u2029\u202a\u202b\u202c\u202d\u202e",
    188: "′‵",
    191: "'",
    200: "\u202f",
    222: "ijlįĵĺļłſΐίιϊіј‘’‚‛",
    260: "|¦",
    278: " !,./:;I[\\]ft\xa0ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ·ΙΪІЇї․‧",
    292: "ľ",
    324: "‸",
    333: "()-`r¡¨\xad²³´·¸¹ŕŗř‐‑“”„‟‹›",
    334: "{}ŀ",
    350: "•‣",
    354: "″‴‶",
    355: "\"",
    365: "ºгѓ",
    370: "ª",
    375: "ť",
    384: "Ί",
    389: "*",
    395: "τ",
    400: "°",
    418: "‖",
    438: "кќ",
    441: "ζ",
    444: "ĳ",
    446: "έε",
    448: "ξ",
    458: "зт",
    469: "^",
    482: "ς",
    494: "◊",
    500: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžγκλνЈсухѕў↑↓",
    510: "эє",
    517: "‥",
    521: "чь‷",
    525: "χ",
    531: "в",
    537: "¶",
    542: "ЃГпя",
    547: "ΰυϋύ",
    549: "±÷√≈≠≤≥",
    551: "Γ",
    552: "¯нџ‗",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűųήηθοόаеорѐёђћ‒–†‡€",
    557: "δ",
    559: "ийѝ",
    569: "ρ",
    573: "бц",
    575: "β",
    576: "µμ",
    578: "άα",
    583: "ЌКдл",
    584: "+<=>~¬×−",
    604: "ŉЗ■□○●",
    611: "FTZ¿ßøŢŤŦŹŻŽΖΤТ",
    615: "ď",
    617: "σ",
    618: "Σ",
    625: "ъ",
    635: "ЎУ",
    648: "φ",
    650: "Ξ",
    656: "БЛЬ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸΆΑΒΕΚΡΥΧΫЀЁЅАВЕРХЧ",
    668: "ΔΛ",
    669: "ж",
    677: "Д",
    688: "м",
    690: "π",
    713: "ψ",
    719: "ЄЍЏИЙПЭы",
    722: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵΗΝΠНСЯ",
    723: "Ŋ",
    735: "Ĳ",
    737: "©®",
    740: "Ц",
    748: "Ω",
    750: "ю",
    752: "Ώ",
    760: "Ф",
    774: "Ό",
    778: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐΘΟО",
    781: "ωώ",
    784: "Έ",
    792: "Ъ",
    798: "Φ",
    802: "ш",
    812: "њ",
    823: "фщ",
    833: "MmΜМ",
    834: "¼½¾",
    835: "Ψ",
    838: "Ή",
    854: "Ћ",
    855: "Ύ",
    865: "Ђ",
    885: "Ы",
    889: "%æ",
    906: "љ",
    917: "Ш",
    923: "Ж",
    938: "Щ",
    944: "WœŴ",
    990: "▲►▼◄",
    1000: "ÆŒ—―…‰™←→↔",
    1010: "ЊЮ",
    1015: "@",
    1057: "Љ",
    1073: "№",
    1320: "‱",
}
_BOLD = {
    0: "\u2028\u2029\u202a\u202b\u202c\u202d\u202e",
    200: "\u202f",
    238: "'",
    240: "′‵",
    276: "Ї",
    278: " ,./I\\ijl\xa0ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſΐΙΪίιϊІіј‘’‚‛․‧",
    280: "|¦",
    281: "ї",
    333: "!()-:;[]`ft¡¨\xad²³´·¸¹ţŧ·‐‑‸‹›",
    350: "•‣",
    365: "º",
    370: "ª",
    385: "ľ",
    389: "*r{}ŕŗř",
    400: "°",
    417: "гѓ",
    445: "ξ",
    446: "τ",
    451: "έ",
    460: "ζ",
    474: "\"Ί",
    475: "ε",
    479: "ŀť″‴‶",
    485: "‖",
    490: "т",
    494: "◊",
    497: "з",
    500: "zźżžкќ“”„‟↑↓",
    517: "‥",
    520: "ς",
    541: "θ",
    549: "±÷√≈≠≤≥",
    552: "¯эє‗",
    556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷγλνЈаесухѐёѕў‒–†‡€",
    558: "κ",
    567: "ЃГ",
    576: "χ",
    581: "ч",
    582: "ΰυϋύ",
    583: "я",
    584: "+<=>^~¬×−",
    600: "µΣ",
    601: "Γ",
    604: "нпџ■□○●",
    606: "δ",
    610: "βЌК",
    611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽΖΤήηοόТорђћ",
    612: "μ",
    615: "άαвийцьѝ",
    618: "б",
    619: "ρ",
    622: "ЎУ",
    626: "З",
    635: "дл",
    644: "Ξ",
    667: "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸΕΛΡΥΧΫЀЅЕРХ",
    669: "Ё",
    684: "σ",
    702: "Л",
    703: "Ч",
    708: "ŉ",
    709: "ж",
    711: "ЄЭ",
    712: "Д",
    715: "φ",
    718: "‷",
    719: "ďΔЍЏБИЙПЬЯ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲΆΑΒΗΚΝΠАВНС",
    723: "Ŋ",
    729: "ъ",
    730: "Ц",
    737: "©®",
    740: "м",
    753: "ψ",
    766: "π",
    778: "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵΘΟО",
    785: "Ĳ",
    802: "Ω",
    809: "Ψ",
    821: "Φ",
    825: "Ό",
    833: "MΜМш",
    834: "¼½¾",
    838: "Ώ",
    844: "щ",
    845: "ωώ",
    853: "Έ",
    854: "Фыю",
    870: "Ъ",
    875: "Ћф",
    885: "Ђ",
    889: "%mæ",
    904: "Ж",
    906: "Ήњ",
    927: "Ύ",
    944: "WœŴ",
    969: "љ",
    975: "@",
    979: "Ы",
    990: "▲►▼◄",
    1000: "ÆŒ—―…‰™←→↔",
    1005: "Ш",
    1019: "Щ",
    1031: "Ю",
    1062: "Њ",
    1094: "Љ",
    1115: "№",
    1325: "‱",
}
# fmt: on

_OTHER, _TO_LEFT, _PICTURE = 700, 600, 1300
"""What is taken for a letter that the tables do not know, for a Hebrew or Arabic one, and for an emoji."""


def _by_letter(table: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


@cache
def _unknown(letter: str, bold: bool) -> int:
    """The width of a letter that is in no table: that of the letter to which it adds a mark; none for a mark alone."""
    category = unicodedata.category(letter)
    if unicodedata.combining(letter) or category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if (base := unicodedata.normalize("NFD", letter)[0]) in _WIDTHS[bold]:
        return _WIDTHS[bold][base]
    if unicodedata.east_asian_width(letter) in "WF":
        return _PICTURE if category == "So" else 1000
    return _TO_LEFT if unicodedata.bidirectional(letter) in ("R", "AL") else _OTHER


def is_known(letter: str) -> bool:
    """Whether the built-in fonts have a letter."""
    return letter in _WIDTHS[False]


@lru_cache(maxsize=8192)
def _units(text: str, bold: bool) -> int:
    """The width of a text in thousandths of its size."""
    widths = _WIDTHS[bold]
    return sum([widths[c] if c in widths else _unknown(c, bold) for c in text])


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line, in the unit of the size (points)."""
    return _units(text, bold) * size / 1000


@lru_cache(maxsize=256)  # the same tags stand in many boxes
def wrap(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines into which a text breaks where each may be as wide as ``room``; a word that is wider is cut."""
    limit = int(room * 1000 / size)
    space = _units(" ", bold)
    lines: list[str] = []
    line, used = "", 0
    for word in text.split() if text.isascii() else _WORD.findall(text):
        needs = _units(word, bold)
        if needs <= limit and word.isascii():  # the usual case first: it is met for every word of a map
            if line and used + space + needs <= limit:
                line, used = f"{line} {word}", used + space + needs
            else:
                lines += [line] if line else []
                line, used = word, needs
            continue
        for number, part in enumerate(_unbroken(word, limit, bold)):
            needs = _units(part, bold)
            gap = space if number == 0 else 0
            if line and used + gap + needs <= limit:
                line, used = f"{line} {part}" if number == 0 else line + part, used + gap + needs
            else:
                lines += [line] if line else []
                line, used = part, needs
    return (*lines, line) if line else tuple(lines)


_WORD = re.compile(r"[\S\u00a0]+")
_NOT_FIRST = "、。，．：；？！）］｝」』】〉》ー々…"
"""What does not begin a line in Chinese and Japanese."""


def _unbroken(word: str, limit: int, bold: bool) -> list[str]:
    """A word in the parts between which a line may end: between wide letters, and wherever it must."""
    parts, used = [""], 0
    for letter in word:
        needs = _units(letter, bold)
        wide = unicodedata.east_asian_width(letter) in "WF"
        after_wide = parts[-1] and unicodedata.east_asian_width(parts[-1][-1]) in "WF"
        if parts[-1] and needs and (used + needs > limit or ((wide or after_wide) and letter not in _NOT_FIRST)):
            parts.append("")
            used = 0
        parts[-1] += letter
        used += needs
    return parts


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (Unicode bidirectional algorithm, rule P2)."""
    if text.isascii():
        return False
    for letter in text:
        if (direction := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return direction != "L"
    return False
