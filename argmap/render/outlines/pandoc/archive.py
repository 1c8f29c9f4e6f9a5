"""The zip archives that are files of word processors, without what differs from run to run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

_MOMENTS = re.compile(
    rb"<(dcterms:created|dcterms:modified|meta:creation-date|dc:date)\b[^>]*>\d{4}-\d\d-\d\dT[\d:.]*Z?</\1>"
)
"""When the file was made, which both standards (ECMA-376, OpenDocument) leave free to say."""
_SAYS_WHEN = ("docProps/core.xml", "meta.xml")
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that an archive can name."""


def settled(data: bytes, changed: Callable[[str, bytes], bytes] = lambda _, part: part) -> bytes:
    """An archive with the same parts that is the same bytes on every run; ``changed`` may make a part another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w") as taken:
        for old in given.infolist():
            part = given.read(old)
            if old.filename in _SAYS_WHEN:
                part = _MOMENTS.sub(b"", part)
            new = zipfile.ZipInfo(old.filename, _FIRST)
            # The first part of an OpenDocument file, `mimetype`, is stored as it is.
            new.compress_type = old.compress_type
            new.external_attr = old.external_attr
            taken.writestr(new, changed(old.filename, part))
    return made.getvalue()
