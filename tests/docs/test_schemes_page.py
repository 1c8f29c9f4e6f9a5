"""The reference of schemes is made from the schemes.

After a change of a scheme: `ARGMAP_UPDATE=1 python -m pytest tests/docs/test_schemes_page.py`, and read what changed.
"""

from __future__ import annotations

import os
from pathlib import Path

from argmap.schemes import FAMILIES, GENERIC_ROLES
from argmap.schemes.page import page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "schemes.md"
HEAD = f"""\
# Argumentation schemes

A scheme is a pattern of reasoning that often holds, and that one may therefore follow until somebody asks the right
question. These are the schemes that argmap knows, told in its own words, under the names that Douglas Walton gave them.
`argmap schemes` lists them, `argmap schemes NAME` prints one, and `argmap.SCHEMES` has them in Python.

- `scheme: NAME` on a step says which one it follows. Another name may stand, too; the check `unknown-scheme` tells.
- `role: NAME` on a premise says what it does in its scheme. {", ".join(f"`{r}`" for r in GENERIC_ROLES[:-1])} and
  `{GENERIC_ROLES[-1]}` may stand under any scheme.
- `answers: NAME` on an item of `unless` or `but` says which critical question it answers. The list tells where an
  unfavourable answer belongs; one that meets the question may stand there as well, or under `because`.

How to work with them: [ask critical questions](../how-to/ask-critical-questions.md).
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    for family, schemes in FAMILIES.items():
        parts.append(f"## {family}\n")
        parts += [f"### {scheme.name}\n\n{page(scheme)}\n" for scheme in schemes]
    return "\n".join(parts)


def test_the_reference_is_made_from_the_schemes() -> None:
    if os.environ.get("ARGMAP_UPDATE"):
        REFERENCE.write_text(reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "make it anew with ARGMAP_UPDATE=1"
