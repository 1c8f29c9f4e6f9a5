"""Citations as people write them: a source's key, a place in it, and the exact words."""

from __future__ import annotations

from typing import Any

from argmap.mapfile import places
from argmap.mapfile.tree import ListNode, MapNode, Node, Scalar, place_of, span_of
from argmap.mapfile.values import Report, convert, instead, short
from argmap.model import Citation
from argmap.naming import Nearest
from argmap.problem import Edit


class Citations:
    """Reads what stands under ``cite`` and ``quote``, given the sources of the file: None when nobody can say which."""

    def __init__(
        self,
        sources: set[str] | None,
        report: Report,
        make: type[Citation] = Citation,
        has_bibliography: bool = False,
    ) -> None:
        self._sources = sources or set()
        self._is_unsure = sources is None
        self._nearest = Nearest()
        self._report = report
        self._make = make
        self._home = "to the bibliography, or under `sources:`" if has_bibliography else "under `sources:`"

    def read(self, cite: Node | None, quote: Scalar | None) -> tuple[Citation, ...]:
        """The citations of one item, with its quote on the one that it belongs to."""
        if quote is None and isinstance(cite, Scalar) and ";" not in cite.value:
            # the usual case by the shortest way
            key, _, locator = cite.value.partition(", ")
            if key in self._sources and locator:
                return (self._make(key, locator, None, None, None, (), place_of(cite)),)
        found: list[dict[str, Any]] = []
        if isinstance(cite, ListNode) and self._is_one(cite):
            return ()
        for node in cite.children if isinstance(cite, ListNode) else [cite] if cite is not None else []:
            found += self._mapping(node) if isinstance(node, MapNode) else self._texts(node)
        if quote is not None:
            self._quote(found, quote, cite)
        return tuple([self._make(**citation) for citation in found])

    def _is_one(self, cite: ListNode) -> bool:
        """Whether brackets hold one citation that a comma cuts in two, which is told."""
        texts = [child.value for child in cite.children if isinstance(child, Scalar)]
        is_cut = cite.flow and len(texts) == len(cite.children) == 2 and texts[1] not in self._sources
        if is_cut and any(letter.isdigit() for letter in texts[1]) and "," not in "".join(texts):
            hint = f"write `cite: {short(', '.join(texts))}`"
            self._report("text-expected", "brackets hold several citations, and this is one", cite, hint)
            return True
        return False

    def _quote(self, found: list[dict[str, Any]], quote: Scalar, cite: Node | None) -> None:
        if cite is None or (isinstance(cite, ListNode) and not cite.children):
            self._report(
                "quote-without-citation", "a quote needs a citation beside it", quote, "add `cite:` with the source"
            )
        elif len(found) > 1:
            hint = "write each citation as `{source: …, at: …, quote: …}`"
            self._report("ambiguous-quote", f"which of the {len(found)} citations is the quote from?", quote, hint)
        elif found and found[0].get("quote") is not None:
            self._report("second-quote", "the citation has a quote already", quote, "keep one of the two")
        elif found:
            found[0] |= {"quote": quote.value.rstrip(), "quote_span": place_of(quote)}

    def _texts(self, node: Node) -> list[dict[str, Any]]:
        """`KEY, LOCATOR`, several joined by `;`."""
        if not isinstance(node, Scalar):
            hint = "remove the inner brackets, or the second dash"
            self._report("text-expected", "a list stands inside the list of citations", node, hint)
            return []
        if ";" not in node.value:
            return self._text(node.value, node)
        return [c for part in node.value.split(";") for c in self._text(part, node)]

    def _text(self, text: str, node: Scalar) -> list[dict[str, Any]]:
        key, comma, locator = text.partition(",")
        key, locator = key.strip(), locator.strip()
        if not key:
            self._report("empty-value", "a citation is empty", node, "write `KEY, PLACE`, such as `article, para. 7`")
            return []
        if comma and not locator:
            self._report(
                "empty-value", f"no place follows the comma after `{key}`", node, "name the place, or remove the comma"
            )
        if not self._known(key, node):
            return []
        return [{"source": key, "at": locator or None, "span": span_of(node)}]

    def _known(self, key: str, node: Node) -> bool:
        if key in self._sources or self._is_unsure:
            return True
        first = key.split()[0]
        fix: tuple[Edit, ...] = ()
        if first in self._sources:
            rest = key[len(first) :].strip()
            hint = f"put a comma after the key: `{first}, {short(rest)}`"
            fix = instead(node, f"{first}, {rest}") if key == node.value and not node.style else ()
        elif near := self._nearest(key, self._sources):
            hint = f"did you mean `{near}`?"
        else:
            hint = f"add it {self._home}, as `{short(first.rstrip('.:'))}:` with its `title`"
        self._report("unknown-source", f"`{short(key)}` is no source of this file", node, hint, fix=fix)
        return False

    def _mapping(self, node: MapNode) -> list[dict[str, Any]]:
        known, extra, refused = places.keys_of(node, places.CITATION, self._report)
        source = known.pop("source", None)  # the key of a source is whatever the file calls it
        values = {name: convert(places.CITATION.fields[name], value, self._report) for name, value in known.items()}
        if not isinstance(source, Scalar) or not source.value.strip():
            if not refused:  # which may be the one that is missing, misspelt
                self._report("missing-field", "a citation needs a `source`", node, "write `{source: KEY, at: PLACE}`")
            return []
        if not self._known(source.value.strip(), source):
            return []
        if "quote" in known:
            values["quote_span"] = span_of(known["quote"])
        return [{"source": source.value.strip(), **values, "extra": extra, "span": span_of(node)}]
