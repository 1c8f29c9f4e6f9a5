"""The texts of a map's sources, as files beside it."""

from __future__ import annotations

import os
from stat import S_ISREG


class TextsBeside:
    """Gives the bytes of files in the folder of a map, or below it, by their paths from there.

    ``failures`` says of each that could not be read why. What a link leads to outside of the folder is not read: a map
    that came from elsewhere shall not show what is on this machine.
    """

    def __init__(self, file: str) -> None:
        self._folder = os.path.dirname(file) if file != "-" else ""
        self.failures: dict[str, str] = {}

    def __call__(self, path: str) -> bytes | None:
        """What a file holds, None when it is not at hand."""
        from argmap.sources.reading import MAX_SIZE

        try:
            top = os.path.realpath(self._folder or os.curdir)
            real = os.path.realpath(os.path.join(top, path.replace("\\", "/")))
            if os.path.commonpath([top, real]) != top:
                raise ValueError("a link leads out of the map's folder")
            if not S_ISREG(os.stat(real).st_mode):
                raise ValueError("it is no regular file")
            with open(real, "rb") as stream:
                return stream.read(MAX_SIZE + 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self.failures[path] = f"{path} cannot be read: {reason}"
            return None
