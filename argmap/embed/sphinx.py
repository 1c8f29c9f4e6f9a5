"""An extension of Sphinx: the directive `argmap` shows a map where it stands, as picture, outline or page."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import only
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from argmap import __version__
from argmap.embed import maps
from argmap.problem import Problem
from argmap.render.errors import LayoutError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOG = logging.getLogger(__name__)


class Picture(nodes.General, nodes.Element):
    """The place of a map: holds its bytes, name, folder and options, so that each builder draws it in its own way."""


class ArgmapDirective(SphinxDirective):
    """`.. argmap:: FILE`, with the path of a map from the document; or with the map itself as its content."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = dict.fromkeys(maps.OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """The nodes for the map; problems are warnings, each with its file and line."""
        try:
            options = maps.Options.of({name: value or "" for name, value in self.options.items()})
            data, name, folder = self._found()
        except ValueError as error:
            return self._failed(str(error))
        m, problems = maps.read(data, name, folder)
        for problem in problems:
            said = f"{problem.message}" + (f"; {problem.hint}" if problem.hint else "")
            where = self._place(problem, name)
            _LOG.warning("%s", said, type="argmap", subtype=problem.code, location=where)
        if m is None:
            return [self._told(f"The map {os.path.basename(name)} cannot be read; the build says why.")]
        for path in m.bibliography:
            self.env.note_dependency(os.path.join(folder, path))
        try:
            view = maps.shown(m, options)
        except ValueError as error:
            return self._failed(str(error))
        node = Picture()
        node["argmap"] = (data, name, folder, dict(self.options))
        if options.form != "outline":
            return [node]
        words = maps.in_words(view, options)
        literal = nodes.literal_block(words, words, language="none")
        return [only("", node, expr="html"), only("", literal, expr="not html")]

    def _found(self) -> tuple[bytes, str, str]:
        """The map, the name by which problems call it, and its folder. Raises ValueError with a sentence."""
        here = os.path.dirname(self.env.doc2path(self.env.docname))
        if not self.arguments:
            if not self.content:
                raise ValueError("a map is named by its path, or stands below as content")
            return "\n".join(self.content).encode(), str(self.env.doc2path(self.env.docname)), here
        if self.content:
            raise ValueError("a map is named by its path or stands below as content, not both")
        _, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(path)
        try:
            with open(path, "rb") as stream:
                return stream.read(), path, os.path.dirname(path)
        except OSError as error:
            raise ValueError(f"the map {self.arguments[0]} cannot be read: {error.strerror}") from None

    def _place(self, problem: Problem, name: str) -> str:
        """Where a problem stands: in the file of the map, or in the document that has it as content."""
        line = problem.span.line if problem.span else 1
        if self.arguments:
            return f"{name}:{line}"
        source, offset = self.content.info(min(line, len(self.content)) - 1)
        return f"{source or name}:{(offset or 0) + 1}"

    def _failed(self, message: str) -> list[nodes.Node]:
        _LOG.warning("%s", message, type="argmap", location=self.get_location())
        return [self._told(message)]

    def _told(self, message: str) -> nodes.Node:
        """What stands in the place of a map that cannot be shown."""
        return nodes.error("", nodes.paragraph(message, message))


def _drawn(node: Picture, form: str) -> tuple[bytes, Any, maps.Options]:
    data, name, folder, given = node["argmap"]
    options = maps.Options.of({name: value or "" for name, value in given.items()})
    m, _ = maps.read(data, name, folder)
    assert m is not None
    view = maps.shown(m, options)
    return (maps.picture(view, options, form) if form != "html" else b""), view, options


def _html(self: Any, node: Picture) -> None:
    """The map as a part of the page."""
    self.argmap_number = getattr(self, "argmap_number", 0) + 1
    _, view, options = _drawn(node, "html")
    try:
        self.body.append(maps.in_html(view, options, f"argmap-{self.argmap_number}-"))
    except LayoutError as error:
        _LOG.warning("%s", error, type="argmap", location=node)
    raise nodes.SkipNode


def _latex(self: Any, node: Picture) -> None:
    """The picture as a PDF beside the document, no wider than the text."""
    try:
        data, _, _ = _drawn(node, "pdf")
    except LayoutError as error:
        _LOG.warning("%s", error, type="argmap", location=node)
        raise nodes.SkipNode from None
    name = f"argmap-{hashlib.sha256(data).hexdigest()[:16]}.pdf"
    with open(os.path.join(self.builder.outdir, name), "wb") as stream:
        stream.write(data)
    self.body.append(f"\n\\noindent\\sphinxincludegraphics{{{name}}}\n\n")
    raise nodes.SkipNode


def _in_words(self: Any, node: Picture) -> None:
    """The outline, where there are no pictures."""
    _, view, options = _drawn(node, "html")
    words = maps.in_words(view, options)
    literal = nodes.literal_block(words, words)
    literal.walkabout(self)
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Make the directive known to Sphinx."""
    others = dict.fromkeys(("text", "man", "texinfo"), (_in_words, None))
    app.add_node(Picture, html=(_html, None), latex=(_latex, None), **others)  # type: ignore[arg-type]
    app.add_directive("argmap", ArgmapDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
