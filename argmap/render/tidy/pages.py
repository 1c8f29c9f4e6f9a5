"""A picture cut into pages of paper: each part on one page where that can be, and where it goes on is said.

Pages are cut from the leaves up (after Kundu & Misra, SIAM J. Comput. 6, 1977, who cut trees by weight): where a
statement's branch does not fit on a page with it, the largest branches below it go to pages of their own until it does.
Short branches that follow each other share a page, in as many rows as it has room for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.render.picture import Box, Chip, Picture, Rivalry, Root, Step
from argmap.render.tidy.columns import COUSINS, ROOTS
from argmap.render.tidy.shelves import BETWEEN

_GAP = 64.0
"""About how far columns are apart."""

Extent = tuple[float, float]
"""How far something reaches across the direction of the picture, and along it."""
Profile = list[Extent]
"""What a branch takes of each column: all of it across, the broadest along."""


class Part(NamedTuple):
    """What hangs together on a page: a root by its number or a statement that was begun elsewhere, and its steps."""

    root: int | str
    steps: tuple[int, ...]
    profile: Profile


def paged(picture: Picture, sizes: Sequence[Extent], boxes: Mapping[str, Extent], room: Extent) -> list[Picture]:
    """The pages of a picture.

    ``sizes`` are those of its nodes, the roots first, ``boxes`` those of a box that stands alone, by its statement, and
    ``room`` is that of a page. A node larger than a page has one of its own.
    """
    parts = _Cutter(picture, sizes, boxes, room).parts()
    pages = _Pages(picture, parts)
    rows: list[list[Profile]] = []  # of each page
    for part in parts:
        for page in pages.after(part):
            *before, last = rows[page]
            beside, below = [*before, _merged([last, part.profile], ROOTS)], [*before, last, part.profile]
            wish = next((wish for wish in (beside, below) if _fit(wish, room)), None)
            if wish is not None:
                pages.add(part, page, wish is below)
                rows[page] = wish
                break
        else:
            pages.begin(part)
            rows.append([part.profile])
    return pages.pictures()


def _merged(profiles: Iterable[Profile], gap: float = COUSINS) -> Profile:
    """Profiles below each other."""
    found: Profile = []
    for profile in profiles:
        for column, (across, along) in enumerate(profile):
            if column == len(found):
                found.append((across, along))
            else:
                found[column] = (found[column][0] + gap + across, max(found[column][1], along))
    return found


def _fits(profile: Profile, room: Extent) -> bool:
    return _fit([profile], room)


def _fit(rows: Sequence[Profile], room: Extent) -> bool:
    """Whether rows of trees fit on a page."""
    across = max(a for profile in rows for a, _ in profile)
    along = sum(sum(b for _, b in profile) + _GAP * (len(profile) - 1) for profile in rows)
    return across <= room[0] and along + BETWEEN * (len(rows) - 1) <= room[1]


def statements_of(node: Root | Step) -> list[Box]:
    """The boxes in a node, from the top."""
    if isinstance(node, Box):
        return [node]
    if isinstance(node, Rivalry):
        return [p for p in node.positions if isinstance(p, Box)]
    found: list[Box] = []
    todo = [node]
    while todo:
        step = todo.pop()
        found += [p for p in step.premises if isinstance(p, Box)]
        todo += reversed(step.undercutters)
    return found


class _Cutter:
    """Finds where to cut."""

    def __init__(self, picture: Picture, sizes: Sequence[Extent], boxes: Mapping[str, Extent], room: Extent) -> None:
        self._picture = picture
        self._roots, self._steps = sizes[: len(picture.roots)], sizes[len(picture.roots) :]
        self._boxes, self._room = boxes, room
        self._on: dict[str, list[int]] = {}
        for number, (start, _) in enumerate(picture.steps):
            self._on.setdefault(start, []).append(number)
        self._below = [[b.statement.id for b in statements_of(step)] for _, step in picture.steps]
        self._branch: dict[str, Profile] = {}  # what follows on a statement on the same page
        self._cut: dict[str, list[Part]] = {}

    def parts(self) -> list[Part]:
        """All parts, in reading order."""
        for start in reversed(list(self._on)):  # what follows on a statement comes after it
            self._settle(start)
        found = []
        for number, (root, size) in enumerate(zip(self._picture.roots, self._roots, strict=True)):
            names = [b.statement.id for b in statements_of(root)]
            begun = self._begun(size, names)
            profile = self._trimmed([size], names, begun.profile[1:] if begun else [])
            steps = [s for name in names if name not in self._cut for s in self._on.get(name, ())]
            found.append(Part(number, tuple(sorted([*(begun.steps if begun else ()), *steps])), profile))
        return found + [part for start in self._on for part in self._cut.get(start, ())]

    def _begun(self, size: Extent, names: Sequence[str]) -> Part | None:
        """The first steps on a root that needs several pages, taken out of those cut off, where they fit beside it."""
        name = next((name for name in names if len(self._cut.get(name, ())) > 1), None)
        if name is None:
            return None
        first, *others = self._cut[name]
        if not _fits([size, *first.profile[1:]], self._room):
            return None
        self._cut[name] = others
        return first

    def _settle(self, start: str) -> None:
        """Decide what of a statement's branch stays on its page."""
        alone = self._boxes[start]
        steps = self._on[start]
        names = [name for number in steps for name in self._below[number]]
        direct = _merged([[self._steps[number]] for number in steps])
        whole = self._trimmed([alone, *direct], names)
        self._branch[start] = whole[1:]
        if _fits(whole, self._room):
            return
        self._branch[start] = []  # too many steps for a page: they begin a new one, and take several
        runs: list[list[int]] = [[]]
        for number in steps:
            if runs[-1] and not _fits(self._run(start, [*runs[-1], number]), self._room):
                runs.append([])
            runs[-1].append(number)
        self._cut[start] = [Part(start, tuple(run), self._run(start, run)) for run in runs]

    def _run(self, start: str, steps: Sequence[int]) -> Profile:
        """The profile of some of a statement's steps, with a box for it."""
        units = [self._with_branches([self._steps[n]], self._below[n]) for n in steps]
        return [self._boxes[start], *_merged(units)]

    def _with_branches(self, first: Profile, names: Iterable[str], more: Profile | None = None) -> Profile:
        branches = [self._branch.get(name, []) for name in names if name not in self._cut]
        return [*first, *_merged([more or [], *branches])]

    def _trimmed(self, first: Profile, names: Sequence[str], more: Profile | None = None) -> Profile:
        """The profile of columns with the branches of the statements in the last; as many are cut as must be.

        ``more`` is what follows on them in any case.
        """
        profile = self._with_branches(first, names, more)
        while not _fits(profile, self._room):
            open_ones = [name for name in names if name not in self._cut and self._branch.get(name)]
            if not open_ones:
                break
            largest = max(open_ones, key=lambda name: sum(across for across, _ in self._branch[name]))
            steps = tuple(self._on[largest])
            self._cut[largest] = [Part(largest, steps, [self._boxes[largest], *self._branch[largest]])]
            profile = self._with_branches(first, names, more)
        return profile


class _Pages:
    """Puts parts on pages, and makes a picture of each."""

    def __init__(self, picture: Picture, parts: Sequence[Part]) -> None:
        self._picture = picture
        self._on: dict[str, list[int]] = {}
        for number, (start, _) in enumerate(picture.steps):
            self._on.setdefault(start, []).append(number)
        self._box = {box.statement.id: box for box in picture.boxes()}
        self._begin = {part.root for part in parts if isinstance(part.root, str)}
        self._pages: list[list[tuple[Part, list[int]]]] = []
        self._shelves: list[list[int]] = []
        self._home: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._goes_on: dict[str, int] = {}

    def after(self, part: Part) -> range:
        """The pages on which a part may stand, those after the last with its statement; for a root the last of all."""
        first = self._last[part.root] if isinstance(part.root, str) else max(len(self._pages) - 1, 0)
        return range(first, len(self._pages))

    def begin(self, part: Part) -> None:
        """Put a part on a new page."""
        self._pages.append([])
        self._shelves.append([])
        self.add(part, len(self._pages) - 1, True)

    def add(self, part: Part, page: int, begins: bool) -> None:
        """Put a part on a page that was begun, in its last row or in a new one."""
        if begins:
            self._shelves[page].append(0)
        self._shelves[page][-1] += 1
        steps, at = self._steps(part), page + 1
        self._pages[page].append((part, steps))
        nodes: list[Root | Step] = [self._picture.steps[number][1] for number in steps]
        if isinstance(part.root, int):
            nodes.append(self._picture.roots[part.root])
        else:
            self._goes_on.setdefault(part.root, at)
            self._last[part.root] = at
        names = {b.statement.id for node in nodes for b in statements_of(node)}
        self._home.update(dict.fromkeys(names, at))
        self._last.update(dict.fromkeys(names, at))

    def pictures(self) -> list[Picture]:
        """The pages in their order."""
        whole, found = self._picture, []
        for at, page in enumerate(self._pages, 1):
            roots = tuple(self._root(part, at) for part, _ in page)
            numbers = [number for _, steps in page for number in steps]
            shown = tuple((whole.steps[n][0], self._step(whole.steps[n][1], at)) for n in numbers)
            told = f"Page {at} of {len(self._pages)}" if len(self._pages) > 1 else ""
            found.append(Picture(whole.view, roots, shown, told, tuple(self._shelves[at - 1])))
        return found

    def _steps(self, part: Part) -> list[int]:
        """The steps of a part and of all that follows on its page, in reading order."""
        found = []
        todo = list(reversed(part.steps))
        while todo:
            number = todo.pop()
            found.append(number)
            names = [b.statement.id for b in statements_of(self._picture.steps[number][1])]
            below = [n for name in names if name not in self._begin for n in self._on.get(name, ())]
            todo += reversed(below)
        return sorted(found)

    def _root(self, part: Part, page: int) -> Root:
        if isinstance(part.root, str):
            box = self._box[part.root]
            more = f"← continued from page {self._home[part.root]}"
            return box._replace(greyed=True, more=more, goes_to=None)
        root = self._picture.roots[part.root]
        if isinstance(root, Box):
            return self._continued(root)
        return root._replace(positions=tuple(self._marked(p, page) for p in root.positions))

    def _step(self, step: Step, page: int) -> Step:
        premises = tuple(self._marked(p, page) for p in step.premises)
        return step._replace(premises=premises, undercutters=tuple(self._step(c, page) for c in step.undercutters))

    def _marked(self, item: Box | Chip, page: int) -> Box | Chip:
        """A box that says where it goes on, a chip that says on which page its statement is."""
        id = item.statement.id
        if isinstance(item, Chip):
            return item._replace(page=self._home[id]) if self._home[id] != page else item
        return self._continued(item)

    def _continued(self, box: Box) -> Box:
        if box.statement.id not in self._goes_on:
            return box
        told = f"→ continued on page {self._goes_on[box.statement.id]}"
        return box._replace(more=f"{box.more}, {told}" if box.more else told)
