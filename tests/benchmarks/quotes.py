"""How long proving 1,000 quotes in a text of a megabyte takes: `python tests/benchmarks/quotes.py`."""

from __future__ import annotations

import random
import statistics
import time

from argmap.model import ArgumentMap, Citation, Evidence, Source
from argmap.sources.plain import plain
from argmap.sources.prove import proofs

ROUNDS = 5
SIZE = 1_000_000


def made(chance: random.Random) -> str:
    """A text whose words are as frequent as those of a language."""
    known = ["".join(chance.choices("etaoinshrdlucm", k=chance.randint(2, 10))) for _ in range(15_000)]
    weights = [1 / n for n in range(1, len(known) + 1)]
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < SIZE:
        sentences = [" ".join(chance.choices(known, weights, k=chance.randint(8, 25))) for _ in range(20)]
        paragraphs.append(".\n".join(sentences) + ".")
    return "\n\n".join(paragraphs)


def main() -> None:
    """Print the CPU time of reading the text and of proving so many quotes, so many of which are wrong by a word."""
    chance = random.Random(1)
    whole = made(chance)
    words = whole.split()
    for number, wrong in ((1_000, 0), (1_000, 40), (1_000, 1_000), (10_000, 400)):
        quotes = []
        for n in range(number):
            start = chance.randrange(len(words) - 12)
            quote = words[start : start + chance.randint(4, 12)]
            if n < wrong:
                quote[chance.randrange(len(quote))] += "x"
            quotes.append(" ".join(quote))
        evidence = [Evidence(f"e{n}", "E.", citations=(Citation("s", None, q),)) for n, q in enumerate(quotes)]
        m = ArgumentMap("T", evidence, sources=(Source("s"),))
        times = []
        for _ in range(ROUNDS):
            start_time = time.process_time()
            found = proofs(m, {"s": plain(whole)})
            times.append(time.process_time() - start_time)
        missed = sum(not p.verdict.is_there for p in found)
        near = sum(p.nearest is not None for p in found)
        print(f"{number:,} quotes, {missed:,} not found ({near:,} with a passage): {statistics.median(times):.2f} s")


if __name__ == "__main__":
    main()
