"""The key of a page, in markup: each sign and colour that its map uses."""

from __future__ import annotations

from argmap.looks import Style
from argmap.render.markup import escaped
from argmap.render.page.colours import NAMES
from argmap.render.picture import Picture
from argmap.render.styles.blocks import Bar, Entry, Patch
from argmap.render.styles.heading import key


def to_markup(picture: Picture) -> str:
    """The key as the items of a list."""
    return "\n".join(f"<li>{_sample(entry)} {escaped(entry.meaning)}</li>" for entry in key(picture, Style(), NAMES))


def _sample(entry: Entry) -> str:
    sample = entry.sample
    if isinstance(sample, Bar):
        border = " dotted" if sample.dots else " hollow" * bool(sample.rim) + " dashed" * sample.is_dashed
        look, sign = f"sign ink-{sample.ink} fill-{sample.fill}{border}", sample.sign
    elif isinstance(sample, Patch):
        shape = f"{'round' if sample.outline.is_round else ''} {sample.outline.dash}"
        look, sign = (
            f"sign patch ink-{sample.ink or sample.outline.line} fill-{sample.fill} {shape}".strip(),
            sample.sign,
        )
    else:
        look, sign = "sign strokes", ""
    return f'<span class="{look}" aria-hidden="true">{escaped(sign)}</span>'
