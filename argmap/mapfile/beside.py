"""The bibliographies that lie beside a map: found by their paths from its folder, and read."""

from __future__ import annotations

import os
import re
from stat import S_ISREG

from argmap.sources.bibliography import (
    MAX_SIZE,
    Bibliography,
    UnreadableBibliographyError,
    form_of,
    read_bibliography,
)


def bibliography_beside(folder: str | os.PathLike[str], path: str) -> Bibliography:
    """The entries of a file, by its path from the folder of a map. Raises `UnreadableBibliographyError`.

    Nothing is opened but a regular file that ends like a bibliography: neither a device, nor a file of another machine.
    """
    form_of(path)
    path = path.replace("\\", "/")
    if path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path):
        hint = "name it from the map's folder on, such as library.json or ../library.json"
        raise UnreadableBibliographyError(f"its path does not begin at the map; {hint}")
    if re.match(r"[A-Za-z][\w+.-]*://", path):
        hint = "save it beside the map, and name the file that you saved"
        raise UnreadableBibliographyError(f"argmap fetches nothing from the network; {hint}")
    try:
        whole = os.path.join(os.fspath(folder), path)
        if not S_ISREG(os.stat(whole).st_mode):
            raise UnreadableBibliographyError("it is no regular file; name the file that was exported")
        with open(whole, "rb") as stream:
            return read_bibliography(stream.read(MAX_SIZE + 1), path.rpartition("/")[2])
    except FileNotFoundError:
        hint = "export it there, or name it by its path from the map"
        raise UnreadableBibliographyError(f"there is no such file in the map's folder; {hint}") from None
    except OSError as error:
        hint = "see whether you may read it"
        raise UnreadableBibliographyError(f"{(error.strerror or 'unknown reason').lower()}; {hint}") from None
    except UnreadableBibliographyError:
        raise
    except ValueError:  # a path with a null byte
        raise UnreadableBibliographyError("its path is none; name it by its path from the map") from None
