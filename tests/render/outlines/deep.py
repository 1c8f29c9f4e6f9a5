"""A map that is one long chain of reasons, each with a doubt: deeper than what most formats nest."""

from __future__ import annotations

import argmap


def deep_map(levels: int) -> argmap.ArgumentMap:
    """Statements that stand ``levels`` below the thesis."""
    build = argmap.Builder("Deep", question="How deep?")
    source = build.source("key", title="A source")
    above = build.claim("The top.", label="Top")
    for level in range(1, levels + 1):
        reason = build.claim(f"A reason on level {level}.", cite=f"{source}, p. {level}", quote=f"words of {level}")
        above.because(reason, warrant=f"Level {level} follows").unless(f"A doubt on level {level}.")
        above = reason
    return build.build()
