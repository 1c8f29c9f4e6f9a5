"""`argmap check --explain`: the page of a code, or what codes a family has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cli import files

if TYPE_CHECKING:
    from argmap.pages import Page


def explain(word: str) -> None:
    """Print the page of a code, or the codes of a family; ends the command when there is no such word."""
    from argmap.naming import nearest
    from argmap.pages import page_of, pages

    family = [page for page in pages() if page.family == word]
    page = page_of(word)
    if family:
        files.show("".join(f"{p.code} ({p.severity})\n    {p.summary}\n" for p in family), colour=False)
        return
    if page is None:
        near = nearest(word.lower(), {name for p in pages() for name in (p.code, p.family)})
        hint = f"did you mean `{near}`?" if near else "reports show the code of each problem in brackets"
        files.fail(f"`{word}` is no code of a problem; {hint}")
    files.show(_shown(page), colour=False)


def _shown(page: Page) -> str:
    family = f"family {page.family}" if page.family else "of another package"
    text = page.text or "The package says nothing more of it."
    return f"{page.code} ({page.severity}, {family})\n\n{text}\n\n{how_to_ignore(page)}\n"


def how_to_ignore(page: Page) -> str:
    """A sentence that says whether a code can be switched off."""
    if not page.is_optional:
        return "It cannot be switched off: a file with it is no map."
    return f"The comment `# argmap: ignore[{page.code}]` ignores it on a line, `--ignore {page.code}` everywhere."
