"""The trees of items: statements, and the arguments between them."""

from __future__ import annotations

from typing import Any

from argmap.mapfile import places
from argmap.mapfile.citations import Citations
from argmap.mapfile.fields import STATEMENT_WORDS, WORDS, Field, Kind, Owner
from argmap.mapfile.makers import Makers
from argmap.mapfile.places import Place
from argmap.mapfile.references import Names
from argmap.mapfile.tree import Branch, ListNode, MapNode, Node, Scalar, place_of
from argmap.mapfile.values import NAME, as_data, convert, reporter, short
from argmap.model import Direction, Premise, Statement
from argmap.naming import NameMaker, step_name
from argmap.problem import Problem, Severity

_DIRECTIONS = {"because": Direction.FOR, "but": Direction.AGAINST, "unless": Direction.UNDERCUTS}


_Item = tuple[str, Any, dict[str, Any], dict[str, Any], dict[str, Any], list[tuple[str, Any]]]
"""What an item says: its word and that one's value, the values of its statement, step and premise, the lists below."""


_TEXT, _VALUE, _WORD, _LIST, _CITE, _QUOTE, _NAME = range(7)


def _rows(place: Place) -> dict[str, tuple[int, int, Field]]:
    """For each key of a place: how it is read, whose it is there, and its field.

    Whose: 0 the statement's, 1 the step's, 2 the premise's.
    """
    whose = {Owner.STEP: 1, Owner.PREMISE: 2, Owner.SHARED: 1 if place.shared is Owner.STEP else 0}
    return {f.name: (_way(f), whose.get(f.owner, 0), f) for f in place.fields.values()}


def _way(field: Field) -> int:
    by_name = {"quote": _QUOTE, "id": _NAME, "argument": _NAME}
    by_kind = {Kind.TEXT: _TEXT, Kind.ITEMS: _LIST, Kind.CITATIONS: _CITE}
    return _WORD if field.owner is Owner.WORD else by_name.get(field.name) or by_kind.get(field.kind, _VALUE)


_ROWS = {p: _rows(p) for p in (places.ROOT, places.STEP, places.MEMBER, places.REF, places.REF_MEMBER, places.GROUP)}
_STEP_PLACES = {"all": places.GROUP, "ref": places.REF}


class Items:
    """Reads the items of one file in the order written.

    Names are made as statements and steps come. When one turns out to be that of something else (`collides`), the file
    is read again, with what is known from the time before (``before``).
    """

    def __init__(
        self, problems: list[Problem], citations: Citations, makers: Makers, before: Items | None = None
    ) -> None:
        self._problems = problems
        self._report = reporter(problems)
        self._citations = citations
        self._makers = makers
        self._premise, self._argument = makers.premise, makers.argument
        self._claim = makers.statements["claim"]
        written: set[str] = before.names.written() if before else set()
        self._maker = NameMaker(written)
        self._no_step = written | before.names.made.keys() if before else written
        self.statements: list[Statement] = []
        self.names: Names = Names(self._report, self.statements)
        self.arguments: list[Any] = []
        self.references: list[tuple[Scalar, str | None]] = []
        """Each reference with the conclusion of its argument."""
        self.bare: dict[str, Scalar] = {}

    def collides(self) -> bool:
        """Whether a name was made that something else has."""
        written, made = self.names.written(), self.names.made.keys()
        return not made.isdisjoint(written) or any(name.startswith("step-") for name in (*written, *made))

    def roots(self, node: Node) -> list[str]:
        """The ids of the statements under `claims`, read with everything below them."""
        top = []
        for child in self._listed("claims", node):
            found = self._statement(child, places.ROOT)
            if found is not None:
                top.append(found.statement)
        if not top and not self._problems:
            self._report("empty-value", "`claims` has no statement", node, "add one, such as `- claim: …`")
        return top

    def _listed(self, name: str, node: Any) -> list[Any]:
        """The items of a list, or the one item that stands without a dash."""
        if node.__class__ is ListNode:
            if node.flow:
                self._refuse_unquoted(name, node)
            return node.children
        if node.__class__ is Scalar:
            if not node.value.strip():
                hint = "add an item" + ("" if name == "claims" else ", or remove the key")
                self._report("empty-value", f"`{name}` has nothing under it", node, hint)
                return []
            place = place_of(node)
            if not node.style and place.line != place.end_line:
                hint = "begin each item with a dash; a long text goes under `>-`"
                self._report("lines-without-dashes", f"YAML runs these lines under `{name}` into one text", node, hint)
        return [node]

    def _refuse_unquoted(self, name: str, node: Any) -> None:
        texts = [child for child in node.children if child.__class__ is Scalar]
        bare = [child for child in texts if not child.style]
        if bare:
            shown = ", ".join(f'"{short(child.value)}"' for child in texts) if len(texts) < 5 else '"…", "…"'
            hint = f"quote each text as a whole, as in `{name}: [{shown}]`, or write an item a line, each with a dash"
            message = "inside brackets a text is quoted, since commas split it"
            self._report("unquoted-in-brackets", message, bare[0], hint)

    def _below(self, below: list[tuple[str, Any]], conclusion: str | None, step: str | None) -> None:
        """The arguments on a statement and the undercutters of a step, in the order typed."""
        for name, node in below:
            children = node.children if node.__class__ is ListNode and not node.flow else self._listed(name, node)
            direction = _DIRECTIONS[name]
            if name == "unless":
                for child in children:
                    self._step(child, None, step, direction)
            else:
                for child in children:
                    self._step(child, conclusion, None, direction)

    def _step(self, node: Any, conclusion: str | None, target: str | None, direction: Direction) -> None:
        """One item of `because`, `but` or `unless`: an argument, with what stands below it."""
        arguments = self.arguments
        slot = len(arguments)
        arguments.append(None)
        if node.__class__ is not MapNode:
            premises: tuple[Premise, ...] = ()
            if node.__class__ is Scalar:
                premises = (self._text_item(node),)
            else:
                self._nested_list(node)
            name = step_name(slot + 1, self._no_step)
            arguments[slot] = self._argument(
                name, premises, conclusion, target, direction, named=False, span=place_of(node)
            )
            return
        word = _word(node)
        item = self._item(node, _STEP_PLACES.get(word, places.STEP))
        _, word_value, own, values, placed, below = item
        id: str | None = None
        if word == "all":
            values["span"] = place_of(node)
            members = [self._member(child, conclusion) for child in self._listed("all", word_value)]
            premises = tuple([m for m in members if m is not None])
        elif word == "ref":
            values["span"] = place_of(node)
            premises = (self._reference(item, conclusion),)
        else:
            values["span"] = own["span"]
            id = self._built(item)
            premises = (self._premise(id, **placed) if placed else self._premise(id),)
        if "id" not in values:
            values["id"] = step_name(slot + 1, self._no_step)
            values["named"] = False
        arguments[slot] = self._argument(
            premises=premises, conclusion=conclusion, target=target, direction=direction, **values
        )
        if below:
            self._below(below, id, values["id"])

    def _member(self, node: Any, conclusion: str | None) -> Premise | None:
        """One premise of a group."""
        if node.__class__ is MapNode and _word(node) == "ref":
            return self._reference(self._item(node, places.REF_MEMBER), conclusion)
        return self._statement(node, places.MEMBER)

    def _reference(self, item: _Item, conclusion: str | None) -> Premise:
        """A premise that is written elsewhere; whether it is, is known only at the end."""
        _, node, _, _, placed, _ = item
        self.references.append((node, conclusion))
        name = node.value if node.__class__ is Scalar else ""
        return self._premise(name, is_ref=True, span=place_of(node), **placed)

    def _statement(self, node: Any, place: Place) -> Premise | None:
        """A statement that is no step of its own, with what stands below it, as a premise in its place."""
        if node.__class__ is Scalar:
            return self._text_item(node)
        if node.__class__ is not MapNode:
            self._nested_list(node)
            return None
        item = self._item(node, place)
        word, _, _, _, placed, below = item
        if word and word not in STATEMENT_WORDS:
            hint = "put it under the `because`, `but` or `unless` of a statement, or write `- claim: …` instead"
            if place is not places.ROOT:
                hint = "put its premises into the same `all`"
            self._report("misplaced-item", f"`{word}` cannot be {place.called}", node, hint)
            return None
        id = self._built(item)
        if below:
            self._below(below, id, None)
        return self._premise(id, **placed)

    def _built(self, item: _Item) -> str:
        """Make the statement that an item says; its id."""
        word, word_value, values, _, _, _ = item
        if "id" not in values:
            name = self._maker.name(values["text"])
            values["id"] = name
            values["named"] = False
            self.names.made[name] = word_value
        self.statements.append(self._makers.statements.get(word, self._claim)(**values))
        return str(values["id"])

    def _text_item(self, node: Scalar) -> Premise:
        """A bare text, which is always a new statement."""
        text = node.value.rstrip()
        if not text:
            self._report("empty-value", "an item is empty", node, "write its text after the dash")
        name = self._maker.name(text)
        self.names.made[name] = node
        self.bare[name] = node
        self.statements.append(self._claim(name, text, named=False, span=place_of(node)))
        return self._premise(name)

    def _nested_list(self, node: Node) -> None:
        first = node.children[0].value if isinstance(node, Branch) and node.children else None
        shown = f": `- {short(first)}`" if first else ""
        hint = f"begin each item with one dash{shown}; premises that only work together go under `- all:`"
        self._report("item-expected", "a list stands directly inside a list", node, hint)

    def _item(self, node: MapNode, place: Place) -> _Item:
        """The keys of an item, sorted by whose they are. Simple texts, nearly all there is, take the shortest way."""
        rows = _ROWS[place]
        values: tuple[dict[str, Any], dict[str, Any], dict[str, Any]] = ({}, {}, {})
        below: list[tuple[str, Any]] = []
        before = len(self._problems)
        word = ""
        word_value: Any = node
        foreign = False
        cite: Any = None
        quote: Any = None
        children = iter(node.children)
        for key, value in zip(children, children, strict=False):
            name = key.value
            row = rows.get(name)
            if row is None and node.flow and value.value == "":
                hint = "put the text in quotes, or write a key a line"
                self._report("unquoted-in-brackets", "inside braces a text is quoted, since commas split it", key, hint)
                continue
            if row is None:
                self._foreign(key, value, place, values, below)
                foreign = True
                meant = places.surely_meant(name, place) if key.__class__ is Scalar else None
                if meant in (None, "ref", "all") or any(other.value == meant for other in node.children[::2]):
                    continue
                name, row = meant, rows[meant]  # read all the same, for the sake of what is wrong in it
            way, whose, field = row
            if way == _TEXT and (text := value.value) and not value.style:
                values[whose][name] = text
            elif way == _WORD:
                if word:
                    if name != word:  # which is told as a repeated key
                        item = f"`- {name}: {short(value.value or '…')}`"
                        hint = f"write {item} on its own; to support the other, write `because:`, and below it {item}"
                        self._report("two-words", f"an item is one thing: `{word}` or `{name}`", key, hint)
                    continue
                word, word_value = name, value
                if name != "all":
                    text = value.value
                    if not text or value.style or name == "ref":
                        text = convert(field, value, self._report) or "?"
                    if name != "ref":
                        values[0]["text"] = text
                        values[0]["span"] = place_of(value)
            elif way == _LIST:
                below.append((name, value))
            elif way == _CITE:
                cite = value
            elif way == _NAME:
                text = value.value
                if value.style or not text or not NAME.fullmatch(text):
                    text = convert(field, value, self._report)
                if not text:
                    self.names.refused.add(value.value)
                elif self.names.add(text, value, name == "id"):
                    values[whose]["id"] = text
            elif (converted := convert(field, value, self._report)) is not None:
                if way == _QUOTE:
                    quote = value
                else:
                    values[whose][name] = converted
            if whose == 1 and below and field.owner is Owner.STEP:
                self._warn_of_order(key, [list_name for list_name, _ in below])
        if foreign:
            for part in values:
                part.update({"extra": tuple(part["extra"])} if "extra" in part else {})
        if cite is not None or quote is not None:
            values[1 if place.shared is Owner.STEP else 0]["citations"] = self._citations.read(cite, quote)
        if not word:
            if len(self._problems) == before and all(key.__class__ is Scalar for key in node.children[::2]):
                words = ", ".join(f"`{w}`" for w in WORDS)
                first = node.children[0] if node.children else None
                hint = "write `- claim: …`" + (f", and below it `  {short(first.value)}: …`" if first else "")
                self._report("no-word", f"an item needs one of {words}", node, hint)
            values[0]["text"] = "?"
            values[0]["span"] = place_of(node)
        return word, word_value, *values, below

    def _foreign(
        self,
        key: Any,
        value: Node,
        place: Place,
        values: tuple[dict[str, Any], ...],
        below: list[tuple[str, Any]],
    ) -> None:
        """A key that is not in the table for this place: the user's own, or refused.

        What stands below a misspelt or misplaced list is read all the same, for the sake of what is wrong in it.
        """
        if key.__class__ is not Scalar:
            return
        if key.value.startswith("x-"):
            owner = values[2 if place is places.REF_MEMBER else 1 if place.shared is Owner.STEP else 0]
            owner.setdefault("extra", []).append((key.value, as_data(value)))
        else:
            places.refuse(key, place, self._report)
            if isinstance(value, Branch) and places.surely_meant(key.value, place) is None:
                meant = places.meant(key.value, _DIRECTIONS)
                below += [(meant, value)] if meant else []

    def _warn_of_order(self, key: Scalar, lists: list[str]) -> None:
        """Tell of the first step key that stands below `because` or `but`, where it is easily misread."""
        if key.value == lists[-1]:
            lists = lists[:-1]
        below = next((name for name in lists if name != "unless"), None)
        if below is None:
            return
        message = (
            f"`{key.value}` stands after `{below}`, but speaks of the step from this item up to the statement above"
        )
        hint = f"put it before `{below}`; for a step under `{below}`, put it on that item"
        self._report("step-key-below", message, key, hint, severity=Severity.WARNING)


def _word(node: MapNode) -> str:
    """The word that makes an item what it is, the first when there are several."""
    first = node.children[0].value if node.children else None
    if first in WORDS:
        return str(first)
    for key in node.children[::2]:
        if key.__class__ is Scalar and key.value in WORDS:
            return str(key.value)
    return ""
