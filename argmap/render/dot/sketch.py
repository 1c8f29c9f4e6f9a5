"""What a DOT file holds, before it is written: nodes, edges, and what stands together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.render.dot.labels import attribute
from argmap.render.styles.blocks import Head, Panel, Stack, Stroke

REVERSED = {"LR": "RL", "RL": "LR", "TB": "BT", "BT": "TB"}
"""The directions that are turned round."""
OUT = {"LR": ("e", "w"), "RL": ("w", "e"), "TB": ("s", "n"), "BT": ("n", "s")}
"""On which side lines leave for what follows, and on which they arrive, by where a picture runs."""


class Node(NamedTuple):
    """A node; its label is HTML-like, where it has one."""

    name: str
    label: str | None
    attributes: Mapping[str, str] = {}


class Edge(NamedTuple):
    """An edge from a node to another; names may have ports, after a colon."""

    tail: str
    head: str
    attributes: Mapping[str, str] = {}


class Sketch(NamedTuple):
    """A graph with its attributes; ``rows`` name nodes that stand in one rank, in their order."""

    settings: Mapping[str, str]
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    rows: Sequence[Sequence[str]] = ()


def stroke(line: Stroke) -> dict[str, str]:
    """The attributes of an edge that is drawn so."""
    style = "dotted" if line.dotted else "dashed" if line.dashed else ""
    return {"color": line.colour, "penwidth": f"{line.width:g}", **({"style": style} if style else {})}


def tip(head: Head, background: str) -> dict[str, str]:
    """The attributes of an edge that ends in an arrow, hollow where its fill is that of the background."""
    is_hollow = head.fill == background
    shape = ("obox" if is_hollow else "tee") if head.stops else ("empty" if is_hollow else "normal")
    return {"dir": "forward", "arrowhead": shape}


def cross_lines(chips: Sequence[tuple[str, Panel]], places: Mapping[str, str], side: str = "") -> Iterator[Edge]:
    """The lines from chips, given with their places, to the boxes that they stand for; they move neither."""
    for tail, chip in chips:
        if chip.refers and (head := places.get(chip.refers)):
            line = stroke(Stroke(chip.words[0].colour, 1.4, dotted=True))
            known = {"dir": "forward", "arrowsize": "0.6", "constraint": "false"}
            yield Edge(tail + side, head + side, {**line, **known})


def named(stack: Stack, direction: str) -> dict[str, str]:
    """The attributes by which an edge is known as a step."""
    return {
        "id": attribute(f"argument-{stack.argument}"),
        "class": f"argument {direction}",
        "tooltip": attribute(stack.tooltip),
    }
