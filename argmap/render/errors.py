"""Why a picture cannot be drawn, in words that also say what to do."""

from __future__ import annotations


class LayoutError(RuntimeError):
    """A picture that could not be laid out; its text says why and what to do, ``why`` only the former."""

    def __init__(self, why: str, advice: str = "") -> None:
        super().__init__(f"{why}; {advice}" if advice else why)
        self.why = why


class TooLargeError(LayoutError):
    """A picture larger than anybody could open or read."""
