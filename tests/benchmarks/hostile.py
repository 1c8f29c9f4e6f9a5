"""What hostile and very large files cost: `python tests/benchmarks/hostile.py [-s MB] [-t SECONDS] [-c NAME] [WORD…]`.

Makes each file at half the size and at the whole (1 MB unless said), runs the commands on it, and prints CPU seconds
and the peak of memory. The last column is how the time grows when the size is doubled: 2 is in proportion, 4 is
quadratic. Only files with one of the words in their name are tried. Ends with exit code 1 when a command crashed, or
was stopped after SECONDS (120 unless said).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from made_map import made_map

HEAD = "argmap: 1\ntitle: T\nclaims:\n"
ARGMAP = str(Path(sys.executable).parent / "argmap")


def many(item: str, size: int, head: str = HEAD) -> str:
    """As many items as the size has room for; `№` in an item is its number."""
    out, room, number = [head], size - len(head), 0
    while room > 0:
        out.append(item.replace("№", str(number)))
        room -= len(out[-1])
        number += 1
    return "".join(out)


def claims(size: int) -> str:
    """Right claims, in trees; about as many as there is room for."""
    return made_map(max(1, size // 200))


def one_text(size: int) -> str:
    """A map of one endless text."""
    return HEAD + "  - claim: " + "word " * (size // 5)


def bytes_of(size: int) -> bytes:
    """Any bytes."""
    return random.Random(1).randbytes(size)


def laughs(size: int) -> str:
    """Aliases of lists of aliases."""
    rows = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, size // 60))
    return "k0: &k0 [x]\n" + rows


def indented(size: int) -> str:
    """Keys each below the one before."""
    return "".join(f"{' ' * n}a:\n" for n in range(int((2 * size) ** 0.5)))


def deep_unless(size: int) -> str:
    """Roots with chains of undercutters as deep as may be."""
    chain = "".join(f"{'  ' * n}- claim: A\n{'  ' * n}  {'unless' if n > 1 else 'because'}:\n" for n in range(1, 96))
    return many(chain + "  " * 96 + "- B\n", size)


def ring(size: int) -> str:
    """Claims of which each supports the one before, and the first the last."""
    count = size // 45
    return HEAD + "".join(f"  - {{claim: A, id: a{n}, because: {{ref: a{(n + 1) % count}}}}}\n" for n in range(count))


def unknown_sources(size: int) -> str:
    """Citations of what is nearly a source, with many sources."""
    sources = many("  source-№: {title: T}\n", size // 3, "sources:\n")
    return many("  - claim: A\n    cite: sorce-№, 1\n", size, sources + HEAD)


CASES: dict[str, Callable[[int], str | bytes]] = {
    "right: claims": claims,
    "right: one long text": one_text,
    "right: bare texts": lambda size: many("  - Text № here\n", size),
    "right: equal texts": lambda size: many("  - the same text\n", size),
    "right: nearly equal texts": lambda size: many("  - the same text, but for a number at its end that is №\n", size),
    "right: wide": lambda size: many("      - Text № here\n", size, HEAD + "  - claim: A\n    because:\n"),
    "right: comments that ignore": lambda size: many("  - Text №  # argmap: ignore[side-mismatch]\n", size),
    "right: comments": lambda size: many("  - Text here\n  # a word\n", size),
    "right: one line of commas": lambda size: HEAD + "  - claim: A\n    tags: [" + "a, " * (size // 3) + "b]\n",
    "right: one line of hyphens": lambda size: HEAD + "  - claim: a" + "-a" * (size // 2),
    "right: one line of colons": lambda size: HEAD + "  - claim: a" + ":a" * (size // 2),
    "right: comments beside lists": lambda size: many("  - []  # argmap: ignore[x]\n", size, HEAD + "  - A\nx-a:\n"),
    "right: own data": lambda size: many("  - {a: [b, c]}\n", size, HEAD + "  - A\nx-a:\n"),
    "right: chains of unless": deep_unless,
    "right: one premise of many": lambda size: many(
        "  - claim: A №\n    because: {ref: a}\n", size, HEAD + "  - {claim: A, id: a}\n"
    ),
    "right: ring": ring,
    "bytes: any": bytes_of,
    "bytes: zeros": lambda size: b"\0" * size,
    "bytes: UTF-16": lambda size: claims(size // 2).encode("utf-16"),
    "bytes: Latin-1 at the end": lambda size: claims(size).encode() + b"\xe9",
    "deep: brackets": lambda size: "[" * size,
    "deep: braces": lambda size: "{" * size,
    "deep: dashes": lambda size: "- " * (size // 2),
    "deep: question marks": lambda size: "? " * (size // 2),
    "deep: indentation": indented,
    "deep: brackets in a claim": lambda size: HEAD + "  - claim: A\n    x-a: " + "[" * size,
    "billion laughs": laughs,
    "line: letters": lambda size: "x" * size,
    "line: word with a colon": lambda size: HEAD + "  - claim: A: " + "x" * size,
    "line: colons": lambda size: HEAD + "  - claim: " + "a: " * (size // 3),
    "line: open quote": lambda size: HEAD + '  - claim: "' + "x" * size,
    "line: apostrophes": lambda size: HEAD + "  - claim: " + "'" * (size | 1),
    "line: quotes and spaces": lambda size: HEAD + "  - claim: " + '" ' * (size // 2),
    "line: spaces": lambda size: HEAD + "  - claim: A" + " " * size + ": b",
    "line: comments": lambda size: HEAD + "  - claim: A: " + " #b" * (size // 3),
    "line: lost comments": lambda size: HEAD + "  - claim: A" + " #b" * (size // 3),
    "line: tabs": lambda size: HEAD + "\t" * size + "x",
    "line: long key": lambda size: HEAD + "  - claim: A\n    ? " + "x" * size + "\n    : y\n",
    "line: long id": lambda size: HEAD + "  - claim: A\n    id: " + "x" * size,
    "line: long reference": lambda size: HEAD + "  - {claim: A, id: b}\n  - ref: " + "x" * size,
    "line: long citation": lambda size: (
        HEAD + "  - claim: A\n    cite: " + "x; " * (size // 3) + "\nsources: {y: {title: T}}"
    ),
    "keys: different": lambda size: many("key№:\n", size, ""),
    "keys: nearly right": lambda size: many("  - clam: A\n", size),
    "keys: one": lambda size: many("because:\n", size, ""),
    "keys: brackets": lambda size: many("? [a]\n: b\n", size, ""),
    "slips: colons": lambda size: many("  - claim: A: b\n", size),
    "slips: open quotes": lambda size: many('  - claim: "A\n', size),
    "slips: columns": lambda size: many("  - claim: A\n   because: x\n", size),
    "slips: brackets": lambda size: many("    because: [x\n", size, HEAD + "  - claim: A\n"),
    "slips: lost texts": lambda size: many("  - claim: A #b\n", size),
    "slips: tabs": lambda size: many("\t- x\n", size),
    "slips: dashes": lambda size: many("  -x\n", size, HEAD + "  - claim: A\n"),
    "slips: bullets": lambda size: many("  * x\n", size),
    "slips: keys under texts": lambda size: many("  - Text\n    because: B\n", size),
    "slips: far colon": lambda size: many("  - Text here\n", size) + "  - claim: A: b\n",
    "wrong: unknown keys": lambda size: many("  - claim: A\n    wrod: x\n", size),
    "wrong: no word": lambda size: many("  - id: a№\n", size),
    "wrong: two words": lambda size: many("  - {claim: A, evidence: B}\n", size),
    "wrong: bad numbers": lambda size: many("  - claim: A\n    confidence: 80\n", size),
    "wrong: empty": lambda size: many("  - claim:\n", size),
    "wrong: one id": lambda size: many("  - claim: A\n    id: a\n", size),
    "wrong: unknown references": lambda size: many("  - claim: A\n    id: name-№\n    but: {ref: nam-№}\n", size),
    "wrong: unknown sources": unknown_sources,
    "wrong: expectations": lambda size: HEAD + "  - A\nexpect:\n  accepted: [" + "b, " * (size // 3) + "c]\n",
    "wrong: issues": lambda size: many("  - question: A\n", size, HEAD + "  - A\nissues:\n"),
    "wrong: sources": lambda size: many("  s№: text\n", size, HEAD + "  - A\nsources:\n"),
    "wrong: anchors": lambda size: many("  - &a x\n", size),
    "wrong: tags": lambda size: many("  - !t x\n", size),
    "wrong: aliases": lambda size: many("  - *a\n", size, HEAD + "  - &a x\n"),
    "wrong: comments that ignore nothing": lambda size: many("  - Text №  # argmap: ignore[no-such-№]\n", size),
    "wrong: documents": lambda size: "---\n" * (size // 4),
    "wrong: ends of documents": lambda size: "...\n" * (size // 4),
    "wrong: line ends": lambda size: "\r" * size,
    "wrong: line separators": lambda size: HEAD + "  - A" + "\u2028" * (size // 3),
    "wrong: control characters": lambda size: HEAD + "  - A" + "\x01 " * (size // 2),
    "wrong: byte-order marks": lambda size: "\ufeff" * (size // 3),
    "wrong: steps after lists": lambda size: many(
        "      - {claim: B, because: C, warrant: w}\n", size, HEAD + "  - claim: A\n    because:\n"
    ),
}

COMMANDS: dict[str, list[str]] = {
    "check": ["check", "MAP"],
    "json": ["check", "-f", "json", "MAP"],
    "sarif": ["check", "-f", "sarif", "MAP"],
    "fix": ["check", "--fix", "MAP"],
    "fmt": ["fmt", "MAP"],
    "diff": ["fmt", "--diff", "MAP"],
    "rename": ["rename", "MAP", "c1", "another"],
    "outline": ["outline", "MAP"],
    "render": ["render", "MAP", "-o", "picture.svg"],
}


class Cost(NamedTuple):
    """What a run cost: CPU time, whatever else the machine does, and the peak of memory."""

    seconds: float
    megabytes: float
    end: str
    """Exit code, ``stopped`` when it took too long, or ``crash``."""


def run(command: list[str], patience: int) -> Cost:
    """Run a command without its output."""
    with tempfile.TemporaryFile() as talk:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=talk, start_new_session=True)
        stopped = False

        def stop(*_: object) -> None:
            nonlocal stopped
            stopped = True
            os.killpg(process.pid, signal.SIGKILL)

        signal.signal(signal.SIGALRM, stop)
        signal.alarm(patience)
        _, status, usage = os.wait4(process.pid, 0)
        signal.alarm(0)
        process.returncode = os.waitstatus_to_exitcode(status)
        talk.seek(0)
        crashed = b"Traceback" in talk.read() or process.returncode not in (0, 1, 2)
    end = "stopped" if stopped else "crash" if crashed else str(process.returncode)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, end)


def main() -> int:
    """Print a line for each file and command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-s", "--size", type=float, default=1.0)
    parser.add_argument("-t", "--patience", type=int, default=120)
    parser.add_argument("-c", "--command", action="append", choices=list(COMMANDS))
    parser.add_argument("--once", action="store_true", help="only the whole size")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    is_bad = False
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, make in CASES.items():
            if options.words and not any(word in name for word in options.words):
                continue
            for command in options.command or ["check"]:
                words = [ARGMAP, *[w.replace("MAP", "map.yaml") for w in COMMANDS[command]]]
                costs = []
                for part in (1.0,) if options.once else (0.5, 1.0):
                    made = make(int(options.size * part * 1_000_000))
                    Path("map.yaml").write_bytes(made if isinstance(made, bytes) else made.encode())
                    costs.append(run(words, options.patience))
                cost = costs[-1]
                is_bad = is_bad or cost.end in ("stopped", "crash")
                growth = f"{cost.seconds / costs[0].seconds:5.1f}" if len(costs) == 2 else ""
                print(
                    f"{name:38} {command:8} {cost.seconds:7.2f} s {cost.megabytes:6.0f} MB  {cost.end:8}{growth}",
                    flush=True,
                )
    return int(is_bad)


if __name__ == "__main__":
    sys.exit(main())
