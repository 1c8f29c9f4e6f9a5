"""A large map in the manner of a hand-written one, the same on every run."""

from __future__ import annotations

import random

_WORDS = (
    "the firm should move to four days output held up in every trial people quit less clients expect somebody friday "
    "because of cost wages and time lost in trains town council road bridge river market both sides agreed on one aim"
)
WORDS = _WORDS.split()


def made_map(statements: int, seed: int = 1) -> str:
    """The text of a map of trees six levels deep: two reasons and an objection each, with ids, labels and citations."""
    choose = random.Random(seed)
    out = ["argmap: 1", "title: A made map", "sources:", "  report:", "    title: A report", "claims:"]
    made = 0

    def words(number: int) -> str:
        return " ".join(choose.choice(WORDS) for _ in range(number))

    def item(indent: int, depth: int) -> None:
        nonlocal made
        made += 1
        pad = " " * indent
        out.append(f"{pad}- claim: {words(11).capitalize()} {made}")
        out.append(f"{pad}  id: c{made}")
        out.append(f"{pad}  label: {words(3)}")
        out.append(f"{pad}  cite: report, para. {made % 13}")
        if depth == 6:
            return
        for key, number in (("because", 2), ("but", 1)):
            for at in range(number):
                if made < statements:
                    if at == 0:
                        out.append(f"{pad}  {key}:")
                    item(indent + 4, depth + 1)

    while made < statements:
        item(2, 0)
    return "\n".join(out) + "\n"
