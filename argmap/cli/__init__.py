"""The command `argmap`: each of its commands is a module that parses, calls, prints, and sets the exit code.

A command is imported when it is used, so that help and version come at once.
"""

from __future__ import annotations

import gc
from importlib import import_module

import click

from argmap import __version__
from argmap.cli.ending import ended_by_signals

_COMMANDS = (
    "add",
    "check",
    "evaluate",
    "fmt",
    "move",
    "new",
    "outline",
    "questions",
    "read",
    "remove",
    "rename",
    "render",
    "schema",
    "schemes",
    "sources",
    "table",
)
"""Each is the name of its module, too."""


class _Commands(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"argmap.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, which may be ended from outside."""
        with ended_by_signals():
            return super().invoke(ctx)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nBegin with:\n  argmap new week.argmap.yaml\n  argmap check week.argmap.yaml\n"
    "  argmap render week.argmap.yaml",
)
@click.version_option(__version__, prog_name="argmap")
def main() -> None:
    """Argument maps in YAML: checked by line, drawn, and written out as outlines."""
    gc.set_threshold(100_000, 50, 50)  # a command is over before searching for garbage pays
