"""What YAML reads without complaint, though not as it was meant: texts that it takes for keys, lists or marks."""

from __future__ import annotations

import re
from typing import Any

from argmap.mapfile import entries, places
from argmap.mapfile.fields import NAMES, WORDS
from argmap.mapfile.lines import COLON, LISTS, PROSE, Draft, Line, Slip, in_quotes, no_entry, quoted, written
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar, line_of, place_of
from argmap.mapfile.values import short


def mistaken(draft: Draft, node: Node, key: str, is_item: bool) -> Slip | None:
    """The slip behind a node that stands beside or under a key, or as an item of the list there; None for none."""
    place = place_of(node)
    line = draft.line(place.line - 1)
    begins = line.start == place.column - 1
    if isinstance(node, Scalar):
        if begins and line.value[:1] in ("&", "!", "*") and _is_marked(node):
            return _mark(draft, line)
        is_below = not is_item and line.key is None and not line.dashed
        is_long = not node.style and place.end_line > place.line
        return _lines(draft, line, place.end_line - 1) if key in LISTS and is_below and is_long else None
    if node.flow:
        return _brackets(draft, line, node, key, is_item) if begins else None
    if isinstance(node, MapNode) and key in LISTS:
        return _item(draft, node)
    return _stray_lines(draft, node) if isinstance(node, MapNode) and not key else None


def _is_marked(node: Scalar) -> bool:
    return node.tag is not None or node.anchor is not None or (node.style == '"' and node.value[:1] == "*")


def _mark(draft: Draft, line: Line) -> Slip:
    """A first letter with which YAML marks a text, or looks for a marked one."""
    code = {"&": "anchor", "!": "tag", "*": "alias"}[line.value[0]]
    message = f"a text cannot begin with `{line.value[0]}`, which means something else to YAML"
    slip = in_quotes(draft, code, message, line, line.start)
    if code != "alias":
        return slip
    ref = f"`{line.lead.lstrip()}ref: {short(line.value[1:].strip())}`"
    return slip._replace(hint=f"{written(slip.instead)}; to use a statement again, write {ref}")


def _lines(draft: Draft, line: Line, last: int) -> Slip | None:
    """The items of a list, all without dashes."""
    if slip := entries.bullet(draft, line):
        return slip
    if any(draft.line(number).dashed for number in range(line.number, last + 1)):
        return None
    instead = [" " * line.indent + "- " + text.strip() for text in draft.lines[line.number : last + 1]]
    message = "YAML runs these lines into one text"
    hint = f"begin each item with a dash: {written(instead)}; a long text goes under `>-`"
    return Slip("lines-without-dashes", message, line, line.indent, instead, hint, line.number, last)


def _brackets(draft: Draft, line: Line, node: Any, key: str, is_item: bool) -> Slip | None:
    """Brackets or braces around what is a text, or around a text that should be in quotes."""
    value = line.value.rstrip()
    if value[-1] != ("}" if value[0] == "{" else "]"):
        return None
    is_plain = not re.search(r"[\"',:]", value)
    if (key in PROSE and line.key == key) or (is_item and key in LISTS and is_plain and isinstance(node, ListNode)):
        message = f"YAML takes what begins with `{value[0]}` for a list"
        return in_quotes(draft, "text-expected", message, line, line.start)
    if not (isinstance(node, MapNode) and key in LISTS and any(v.value == "" for _, v in node.pairs())):
        return None
    message = "inside braces a text is quoted, since commas split it"
    if not any(k.value in NAMES for k, _ in node.pairs()):
        texts = [quoted(part.strip()) for part in value[1:-1].split(",") if part.strip()]
        better = quoted(value) if is_item or len(texts) < 2 else f"[{', '.join(texts)}]"
        return Slip("unquoted-in-brackets", message, line, line.start, [line.with_value(better)])
    parts: list[str] = []
    for part in value[1:-1].split(","):
        if parts and not re.match(r"\s*[\w-]+:(\s|$)", part):
            parts[-1] += f",{part}"
        else:
            parts.append(part)
    cut = [re.fullmatch(r"\s*([\w-]+): *([^\"'\[\]{}]*?)\s*", part) for part in parts]
    if not all(cut):
        return None
    instead = ", ".join(f"{m[1]}: {quoted(m[2]) if ',' in m[2] else m[2]}" for m in cut if m)
    return Slip("unquoted-in-brackets", message, line, line.start, [line.with_value(f"{{{instead}}}")])


def _item(draft: Draft, node: MapNode) -> Slip | None:
    """A text with a colon in the place of an item: YAML takes its beginning for a key."""
    key, value = node.children[:2]
    line = draft.line(line_of(node) - 1)
    if slip := entries.bullet(draft, line):
        return slip
    whole = line._replace(key=None, value=line.text[len(line.lead) :])
    if whole.start != place_of(node).column - 1:
        return None
    if not isinstance(key, Scalar):
        message = "a text cannot begin with a bracket, which means something else to YAML"
        return in_quotes(draft, "bad-key", message, whole, whole.start)
    others = [k.value for k in node.children[2::2] if k.value is not None]
    is_known = any(other in NAMES for other in others)
    if key.style or key.value.startswith("x-") or not _is_text(key.value, is_known) or bool(others) > is_known:
        return None
    if isinstance(value, ListNode) and not value.flow and not others:
        text = whole.value.strip().rstrip(":")
        instead = [f"{line.text[: whole.start]}claim: {text}", " " * whole.start + "because:"]
        message = "a list stands under a text, without a key of its own"
        hint = f"for its reasons, {written(instead)}; for what speaks against it, `but:`"
        return Slip("list-without-key", message, whole, whole.start, instead, hint)
    if not isinstance(value, Scalar) or line_of(value) - 1 > line.number or value.style in ("|", ">"):
        return None
    slip = in_quotes(draft, "colon-in-text", COLON, whole, line.text.index(":", place_of(key).end_column - 2))
    first = slip.instead[0]
    word = "claim: " if is_known and others and not any(other in WORDS for other in others) else ""
    return slip._replace(instead=[first[: whole.start] + word + first[whole.start :], *slip.instead[1:]])


def _is_text(word: str, is_known: bool) -> bool:
    """Whether a word, or several, can be no key of an item, known keys beside it or not."""
    if word in NAMES or places.meant(word, WORDS):
        return False
    if " " in word:
        return True
    if is_known:
        return word[:1].isupper() and places.meant(word, places.STEP.fields) is None
    return not (word[:1].islower() and places.meant(word, places.STEP.fields))


def _stray_lines(draft: Draft, root: MapNode) -> Slip | None:
    """Lines of another text, such as the head of an e-mail, among the keys of the map."""
    for key, value in root.pairs():
        if isinstance(key, Scalar) and isinstance(value, Scalar) and entries.is_stray(key.value):
            return no_entry(draft, draft.line(line_of(key) - 1))
    return None


def children(node: ListNode | MapNode, key: str) -> list[tuple[Node, str, bool]]:
    """What stands below a node, each with its key and whether it is an item, but for the user's own data."""
    if isinstance(node, ListNode):
        return [(child, key, True) for child in node.children]
    named = [(k.value if isinstance(k, Scalar) else "", v) for k, v in node.pairs()]
    return [(value, name or "?", False) for name, value in named if not name.startswith("x-")]
