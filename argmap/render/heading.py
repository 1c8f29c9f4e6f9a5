"""What stands above a picture: its title, and the key to its signs and colours, only those that it uses."""

from __future__ import annotations

from argmap.model import ArgumentMap, Direction, Side
from argmap.render import style
from argmap.render.blocks import Bar, Entry, Outline, Patch, Stroke, Words
from argmap.render.picture import Picture, Rivalry
from argmap.render.style import Theme


def titles(m: ArgumentMap, theme: Theme) -> tuple[Words, ...]:
    """Title, question and source, one below the other."""
    found = [Words(m.title, style.MAP_TITLE, theme.text, bold=True)]
    if m.question:
        found.append(Words(m.question, style.TITLE, theme.muted, italic=True))
    if len(m.sources) == 1:  # the boxes then name the place alone
        found.append(Words(f"Source: {m.sources[0].title}", style.SMALL, theme.muted, italic=True))
    return tuple(found)


def key(picture: Picture, theme: Theme) -> list[Entry]:
    """Each sign that is used, with its meaning."""
    arguments = picture.map.arguments
    boxes = picture.boxes()
    directions = {a.direction for a in arguments}
    possible = {a.id for a in arguments if picture.map.is_possibility(a)}
    cuts = any(a.direction is Direction.UNDERCUTS and a.id not in possible for a in arguments)
    rivals = any(isinstance(r, Rivalry) for r in picture.roots)
    sides = {box.sides for box in boxes if box.role != "thesis"}
    both_signs = "".join(style.SIDE_SIGNS.values())
    helps = Patch(Outline(theme.helps.line), theme.helps.fill, style.SIDE_SIGNS["for"])
    opposes = Patch(Outline(theme.opposes.line), theme.opposes.fill, style.SIDE_SIGNS["against"])
    evidence = Patch(Outline(theme.muted, is_round=False), theme.background)
    unstated = Patch(Outline(theme.muted, dash="dashed"), theme.background)
    hollow = Bar(style.POSSIBLE_SIGN, theme.text, theme.background, dots=theme.text)
    found: list[tuple[bool, Bar | Patch | Stroke, str]] = [
        (Direction.FOR in directions, Bar(style.SIGNS["for"], theme.background, theme.helps.line), "supports"),
        (Direction.AGAINST in directions, Bar(style.SIGNS["against"], theme.background, theme.opposes.line), "attacks"),
        (cuts, Bar(style.SIGNS["undercuts"], *theme.cut), "breaks the step whose bar it touches"),
        (bool(possible), hollow, "might break it: nobody says so yet"),
        (rivals, Bar(style.RIVALS_SIGN, theme.background, theme.both.line), "rivals: at most one can win"),
        (frozenset({Side.FOR}) in sides, helps, "helps the thesis"),
        (frozenset({Side.AGAINST}) in sides, opposes, "counts against it"),
        (any(len(s) > 1 for s in sides), Patch(Outline(theme.both.line), theme.both.fill, both_signs), "does both"),
        (any(b.statement.kind == "evidence" for b in boxes), evidence, "evidence"),
        (any(b.statement.implicit for b in boxes), unstated, "unstated"),
        (any(a.strength is not None for a in arguments), Stroke(theme.muted, 3, False), "thicker line = stronger"),
    ]
    return [Entry(sample, meaning) for used, sample, meaning in found if used]
