"""What stands above a picture: its title, and the key to its signs and colours, only those that it uses."""

from __future__ import annotations

from argmap.looks import Style
from argmap.model import Direction, Side
from argmap.render import style
from argmap.render.evaluated import SIGNS, title
from argmap.render.picture import Chip, Picture, Rivalry
from argmap.render.style import Theme
from argmap.render.styles.arrows import entries
from argmap.render.styles.bars import hollow
from argmap.render.styles.blocks import Arrow, Bar, Disc, Entry, Outline, Patch, Stroke, Words
from argmap.render.styles.colours import Colours


def titles(picture: Picture, theme: Theme) -> tuple[Words, ...]:
    """Title, question, source, and what is shown, one below the other."""
    m = picture.map
    found = [Words(m.title, style.MAP_TITLE, theme.text, bold=True)]
    if m.question:
        found.append(Words(m.question, style.TITLE, theme.muted, italic=True))
    if len(m.sources) == 1:  # the boxes then name the place alone
        found.append(Words(f"Source: {m.sources[0].title}", style.SMALL, theme.muted, italic=True))
    if picture.view.findings:
        found.append(Words(title(picture.view.findings), style.BODY, theme.text))
    if told := ". ".join(words for words in (picture.page, picture.view.told()) if words):
        found.append(Words(told[:1].upper() + told[1:], style.BODY, theme.text))
    return tuple(found)


def key(picture: Picture, look: Style, theme: Theme | None = None) -> list[Entry]:
    """Each sign and colour that is used, with its meaning; nothing where no key is wanted. ``theme`` as for `Boxes`."""
    if not look.key:
        return []
    theme = theme or style.THEMES[look.theme]
    colours = Colours(picture.view, look, theme)
    are_graded = picture.view.findings is not None and picture.view.findings.are_graded
    steps = picture.all_steps()
    arguments = [step.argument for step in steps]
    boxes = picture.boxes()
    rivals = any(isinstance(r, Rivalry) for r in picture.roots)
    sides = {box.sides for box in boxes if box.role != "thesis" and not box.greyed}
    both_signs = "".join(style.SIDE_SIGNS.values())
    helps = Patch(Outline(theme.helps.line), theme.helps.fill, style.SIDE_SIGNS["for"])
    opposes = Patch(Outline(theme.opposes.line), theme.opposes.fill, style.SIDE_SIGNS["against"])
    evidence = Patch(Outline(theme.muted, is_round=False), theme.background)
    unstated = Patch(Outline(theme.muted, dash="dashed"), theme.background)
    found: list[tuple[bool, Bar | Patch | Stroke | Arrow | Disc, str]] = [
        (rivals, Bar(style.RIVALS_SIGN, theme.background, theme.both.line), "rivals: at most one can win"),
        (colours.are_of_sides and frozenset({Side.FOR}) in sides, helps, "helps the thesis"),
        (colours.are_of_sides and frozenset({Side.AGAINST}) in sides, opposes, "counts against it"),
        (
            colours.are_of_sides and any(len(s) > 1 for s in sides),
            Patch(Outline(theme.both.line), theme.both.fill, both_signs),
            "does both",
        ),
        (look.style != "tree" and any(b.statement.kind == "evidence" for b in boxes), evidence, "evidence"),
        (any(b.statement.implicit for b in boxes), unstated, "unstated"),
        (
            any(b.greyed for b in boxes),
            Patch(Outline(theme.greyed.line), theme.background),
            "leads up to what is shown",
        ),
        (_has_cross_lines(picture), Stroke(theme.muted, 1.4, dotted=True), "leads to the statement that is meant"),
        (
            are_graded or any(a.strength is not None for a in arguments),
            Stroke(theme.muted, 3),
            "thicker line = stronger",
        ),
    ]
    found += [(True, sample, meaning) for sample, meaning in _of_evaluation(picture, look, theme)]
    shown = [b.statement for b in boxes if b.role != "thesis" and not b.greyed]
    found += [(True, Patch(Outline(tone.line), tone.fill), meaning) for tone, meaning in colours.entries(shown)]
    return [*_of_steps(picture, look, theme), *(Entry(sample, meaning) for used, sample, meaning in found if used)]


def _of_steps(picture: Picture, look: Style, theme: Theme) -> list[Entry]:
    """What bars or arrows mean."""
    if look.style == "toulmin":  # whose other signs are words
        return [entry for entry in entries(picture, theme) if isinstance(entry.sample, Arrow)]
    if look.style in ("arrows", "tree"):
        return entries(picture, theme, look.style == "tree")
    steps = picture.all_steps()
    directions = {step.argument.direction for step in steps}
    possible = any(step.possible for step in steps)
    cuts = any(step.argument.direction is Direction.UNDERCUTS and not step.possible for step in steps)
    perhaps = Bar(style.POSSIBLE_SIGN, theme.text, theme.background, dots=theme.text)
    found = [
        (Direction.FOR in directions, Bar(style.SIGNS["for"], theme.background, theme.helps.line), "supports"),
        (Direction.AGAINST in directions, Bar(style.SIGNS["against"], theme.background, theme.opposes.line), "attacks"),
        (cuts, Bar(style.SIGNS["undercuts"], *theme.cut), "breaks the step whose bar it touches"),
        (possible, perhaps, "might break it: nobody says so yet"),
    ]
    return [Entry(sample, meaning) for used, sample, meaning in found if used]


def _has_cross_lines(picture: Picture) -> bool:
    """Whether a line leads from a chip to its statement."""
    if picture.view.links != "lines":
        return False
    places = [step.premises for step in picture.all_steps()]
    places += [root.positions for root in picture.roots if isinstance(root, Rivalry)]
    return any(isinstance(item, Chip) for items in places for item in items)


def _of_evaluation(picture: Picture, look: Style, theme: Theme) -> list[tuple[Bar | Patch, str]]:
    """What an evaluation adds to the key: hollow bars, and badges."""
    findings = picture.view.findings
    if findings is None:
        return []
    found: list[tuple[Bar | Patch, str]] = []
    tones = {Direction.FOR: theme.helps.line, Direction.AGAINST: theme.opposes.line}
    directions = [(s.argument.direction, s.argument.id) for s in picture.all_steps() if not s.possible]
    for is_so, meaning, is_dashed in (
        (findings.is_broken, "hollow bar: step is broken", False),
        (findings.is_undecided, "dashed bar: step is undecided", True),
    ):
        direction = next((direction for direction, id in directions if is_so(id)), None)
        if direction and look.style in ("bars", "compact"):
            bar = Bar(style.SIGNS[direction], theme.background, tones.get(direction, theme.cut.fill))
            found.append((hollow(bar, theme.background, is_dashed), meaning))
    used = {findings.statements[b.statement.id].status for b in picture.boxes() if b.role != "possible"}
    meanings = _GRADED if findings.are_graded else {status: status for status in SIGNS}
    for status, sign in SIGNS.items():
        if status in used:
            outline = Outline(theme.text, False, "dashed" if status == "undecided" else "")
            is_filled = status == "accepted"
            patch = Patch(outline, *((theme.text, sign, theme.background) if is_filled else (theme.background, sign)))
            found.append((patch, meanings[status]))
    return found


_GRADED = {"accepted": "accepted: above 0.5", "rejected": "rejected: below 0.5", "undecided": "undecided: 0.5"}
"""How a strength is read."""
