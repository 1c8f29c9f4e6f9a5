"""The text of a PDF, page by page; pypdf reads it, which the extra ``argmap[pdftext]`` brings."""

from __future__ import annotations

import io
import logging

from argmap.sources.plain import plain
from argmap.sources.texts import Text


class UnreadablePdfError(ValueError):
    """A PDF without a text that can be had; the text says why, then after a semicolon what to do."""


def pdf(data: bytes, count: str = "prose") -> Text:
    """The text of a PDF; its pages are called as the PDF calls them. Raises `UnreadablePdfError`.

    A PDF has lines, but no paragraphs; they are counted only where ``count`` says that blocks or lines are such.
    """
    try:
        import pypdf
    except ImportError:
        raise UnreadablePdfError("pypdf is missing, which reads PDF; pip install 'argmap[pdftext]'") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes of a broken file is not for the screen
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdfError("it asks for a password; save it without one")
        pages = [page.extract_text() for page in reader.pages]
        labels = list(reader.page_labels)
    except UnreadablePdfError:
        raise
    except Exception as error:  # whatever a broken file makes a large library raise
        said = " ".join(str(error).split())[:80] or type(error).__name__
        raise UnreadablePdfError(f"it cannot be read as PDF ({said}); save its text as a file of its own") from None
    whole = "\f".join(pages)
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    names = list(zip(labels, starts, strict=False))
    if count != "prose":
        found = plain(whole, count)
        return found.with_pages(names, "pdf")
    blocks = [(start, start + len(page), True) for start, page in zip(starts, pages, strict=True)]
    return Text(whole, blocks, pages=names, form="pdf", has_paragraphs=False)
