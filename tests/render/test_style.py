"""Themes and settings: what can be read in every theme, and what each setting changes."""

from __future__ import annotations

from itertools import chain

import pytest

import argmap
from argmap.looks import CHOICES, Style
from argmap.render.style import THEMES, Theme, Tone


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def grounds(theme: Theme) -> list[str]:
    """All colours on which common text may stand."""
    tones = (theme.helps, theme.opposes, theme.both, *theme.palette)
    return [theme.background, theme.strip, *(tone.fill for tone in tones)]


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    theme = THEMES[name]
    pairs = [(ink, ground) for ink in (theme.text, theme.muted) for ground in grounds(theme)]
    tones: list[Tone] = [theme.helps, theme.opposes, theme.both, theme.thesis, theme.cut, *theme.palette]
    pairs += [(tone.line, tone.fill) for tone in tones]
    pairs += [(tone.line, theme.background) for tone in (theme.helps, theme.opposes)]  # signs of bars, chips
    pairs += [(side.line, ground) for side in (theme.helps, theme.opposes) for ground in (theme.both.fill,)]
    pairs += [(theme.background, theme.greyed.fill), (theme.background, theme.both.line)]
    low = [(ink, ground, round(contrast(ink, ground), 2)) for ink, ground in pairs if contrast(ink, ground) < 4.4]
    assert low == []
    assert contrast(theme.greyed.line, theme.background) >= 2


def test_the_contrasts_are_those_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#0B5FA5", "#EAF2FB") == pytest.approx(5.8, abs=0.1)


def test_print_has_no_colour() -> None:
    theme = THEMES["print"]
    tones = (theme.helps, theme.opposes, theme.both, theme.thesis, theme.cut, theme.greyed, *theme.palette)
    for colour in (theme.background, theme.text, theme.muted, theme.strip, *chain.from_iterable(tones)):
        assert colour[1:3] == colour[3:5] == colour[5:7]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"theme": "drak"}, "theme has no `drak`; did you mean `dark`?"),
        ({"direction": "up"}, "direction has no `up`; there are LR, TB, BT, RL"),
        ({"colour-by": "tags"}, "colour-by has no `tags`; did you mean `tag`?"),
        ({"show": ["label", "txt"]}, "show has no `txt`; did you mean `text`?"),
        ({"wrap": 20}, "wrap is a whole number of points from 100 to 600, not 20"),
        ({"wrap": True}, "wrap is a whole number of points from 100 to 600, not True"),
        ({"key": "no"}, "key is true or false, not 'no'"),
        ({"them": "dark"}, "`them` is no setting of a style; did you mean `theme`?"),
        ({"edge-words": "yes"}, "edge-words is true or false, not 'yes'"),
        (
            {"xyz": 1},
            "`xyz` is no setting of a style; there are style, theme, direction, colour-by, key, show, wrap, edge-words",
        ),
    ],
)
def test_what_is_no_setting_is_told_with_the_nearest_word(settings: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 (the whole message is compared)
        Style.of(settings)
    assert str(caught.value) == said


def test_of_two_settings_the_later_counts() -> None:
    style = Style.of({"theme": "dark", "wrap": 200}, {"theme": "print", "colour-by": "kind"})
    assert style == Style(theme="print", wrap=200, colour_by="kind")


TEXT = """
argmap: 1
title: T
sources: {book: {title: A book}}
claims:
  - claim: Thesis text
    because:
      - evidence: Reason text
        label: Reason label
        id: named
        by: A speaker
        cite: book, page 1
        note: A remark
        tags: [Plan/Cost]
        warrant: that is so
    but:
      - claim: Objection text
        tags: Law
"""


def words(engine: str = "tidy", **settings: object) -> str:
    svg = argmap.draw(argmap.loads(TEXT), engine=engine, style=Style(**settings)).decode()  # type: ignore[arg-type]
    from xml.etree import ElementTree

    root = ElementTree.fromstring(svg)
    shown = " ".join("".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text"))
    return " ".join(shown.replace("\u00a0", " ").split())


@pytest.mark.parametrize("engine", ["tidy", "dot"])
def test_a_box_shows_what_it_is_told_to(engine: str) -> None:
    parts = {
        "tag": "EVIDENCE",
        "label": "Reason label",
        "text": "Reason text",
        "speaker": "— A speaker",
        "source": "page 1",
        "note": "Note: A remark",
        "id": "id: named",
    }
    assert parts.keys() == set(CHOICES["show"])
    for name, told in parts.items():
        shown = words(engine, show=(name, "text"))
        for other, part in parts.items():
            assert (part in shown) == (other in (name, "text")), (name, part)
        assert told in words(engine, show=(name,))


def test_no_box_is_ever_empty() -> None:
    for show in ((), ("label",), ("note",), ("tag",)):
        assert "Thesis text" in words(show=show)
        assert "Objection text" in words(show=show)


def test_compact_boxes_hold_titles_alone() -> None:
    shown = words(style="compact")
    assert "▲ Reason label" in shown
    for part in ("Reason text", "EVIDENCE", "page 1", "that is so"):
        assert part not in shown


def test_the_key_can_be_left_out() -> None:
    assert "KEY" in words()
    assert "KEY" in words("dot")
    assert "KEY" not in words(key=False)
    assert "KEY" not in words("dot", key=False)


def test_colours_tell_the_kind_or_the_first_tag_with_a_key() -> None:
    kinds = words(colour_by="kind")
    assert "evidence claim evidence" in kinds or "claim evidence" in kinds
    assert "helps the thesis" not in kinds
    tags = words(colour_by="tag")
    assert "▲ EVIDENCE · PLAN" in tags
    assert "▼ OBJECTION · LAW" in tags
    assert "Plan Law" in tags
    assert "another tag, or none" not in tags


def test_the_wrap_is_the_width_of_texts() -> None:
    build = argmap.Builder("T")
    build.claim("word " * 40)
    m = build.build()
    lines = [argmap.draw(m, style=Style(wrap=wrap)).decode().count("<text") for wrap in (100, 200, 400)]
    assert lines == sorted(lines, reverse=True)
    assert len(set(lines)) == 3
