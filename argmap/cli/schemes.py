"""`argmap schemes`: the argumentation schemes that argmap knows."""

from __future__ import annotations

import click

from argmap.cli.files import fail, show


@click.command(
    short_help="List the argumentation schemes, or show one.",
    epilog="\b\nExamples:\n  argmap schemes\n  argmap schemes expert-opinion",
)
@click.argument("name", required=False)
def schemes(name: str | None) -> None:
    """List the argumentation schemes, or show one: its premises, conclusion and critical questions.

    NAME is that of a scheme, or a part of it, or another name under which it is known.
    """
    from argmap.schemes import SCHEMES, meant
    from argmap.schemes.page import page

    if name is None:
        show(_listed(), colour=False)
        return
    found = SCHEMES.get(name) or meant(name)
    if found is None:
        fail(f"`{name}` is no scheme; `argmap schemes` lists those there are")
    show(f"{found.name}\n\n{page(found)}\n", colour=False)


def _listed() -> str:
    from argmap.schemes import FAMILIES, SCHEMES

    width = max(map(len, SCHEMES)) + 2
    blocks = (
        "\n".join([family, *(f"  {s.name:<{width}}{s.gist}" for s in schemes)]) for family, schemes in FAMILIES.items()
    )
    return "\n\n".join(blocks) + "\n"
