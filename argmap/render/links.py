"""Where a link may lead: addresses of the web and of mail, and files beside; never a script."""

from __future__ import annotations

from urllib.parse import quote


def path(file: str | None) -> str | None:
    """The address of a file in the same folder."""
    return quote(file) if file else None


def link(url: str | None) -> str | None:
    """The address of a link that a picture may carry: web and mail, never a script."""
    return url if url and url.lower().startswith(("https://", "http://", "mailto:")) else None
