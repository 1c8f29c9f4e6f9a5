"""The outline as LaTeX: an article, or a part of one, that pdfLaTeX and LuaLaTeX compile without another program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from argmap.render.outlines.anchors import anchors
from argmap.render.outlines.document import Document, Entry, Note, Paragraph, Quote, Role, Run, Runs
from argmap.render.outlines.headings import headed
from argmap.render.tex import COMMANDS, PREAMBLE, escaped
from argmap.render.wording import stopped

_HEAD = r"""\documentclass[a4paper,11pt]{article}
\usepackage[margin=28mm]{geometry}
"""
_LINKS = "\\usepackage[hidelinks]{hyperref}\n"
_OF_LINES = r"""% How the outline looks; what is defined before stays as it is.
% \argmapline{how far from the margin}{one line of the outline}: no list, since LaTeX nests no more than six.
\providecommand\argmapline[2]{\par{\leftskip=\dimexpr#1+1.2em\relax\rightskip=0pt plus 4em\parindent=0pt
  \parfillskip=0pt plus 1fil\emergencystretch=3em\noindent\hskip-1.2em\relax#2\par}\vskip.35ex plus.2ex\relax}
\providecommand\argmapquote[2]{\par{\leftskip=\dimexpr#1+2.4em\relax\rightskip=2em plus 4em\parindent=0pt
  \parfillskip=0pt plus 1fil\emergencystretch=3em\small\noindent#2\par}\vskip.7ex plus.3ex\relax}
\providecommand\argmaplead[1]{\textsf{\textbf{#1}}}
\providecommand\argmapheading[1]{\section*{#1}}
\providecommand\hyperlink[2]{#2}
\providecommand\hypertarget[2]{#2}
"""
_MARKS = {
    Role.LEAD: r"\argmaplead", Role.LABEL: r"\textbf", Role.SPEAKER: r"\emph", Role.WARRANT: r"\emph",
    Role.REMARK: r"\emph",
}  # fmt: skip
_WIDEST, _ROOM = 1.6, 18.0
"""How much further from the margin each level stands, and all of them together, in em."""


def to_latex(document: Document) -> str:
    """An outline in LaTeX; all of its text is escaped.

    A fragment begins with the commands that it uses, and needs the packages of `argmap.render.tex.PACKAGES` in the head
    of the document that it is put into.
    """
    writer = _Writer(document)
    body = "\n".join(writer.blocks())
    if document.style.fragment:
        return f"{COMMANDS}{_OF_LINES}{body}"
    return f"{_HEAD}{PREAMBLE}{_LINKS}{_OF_LINES}\\begin{{document}}\n{body}\\end{{document}}\n"


class _Writer:
    """Writes one outline."""

    def __init__(self, document: Document) -> None:
        self._d = document
        self._notes: Mapping[str, Note] = {str(note.number): note for note in document.notes}
        self._anchors = {id: f"argmap-{name}" for id, name in anchors(document).items()}
        self._sources = {line.source.key: f"argmap-{line.number}" for line in document.sources}
        roots = [part for section in document.sections for part in section.body if isinstance(part, Entry)]
        self._step = min(_WIDEST, _ROOM / max([1, *map(_depth, roots)]))

    def blocks(self) -> Iterator[str]:
        """What stands between the beginning and the end of the document, each part with its line end."""
        d = self._d
        yield from self._title()
        if d.question:
            yield _paragraph(f"\\emph{{{escaped(d.question)}}}")
        if d.summary:
            yield _paragraph(escaped(stopped(d.summary)))
        yield from (_paragraph(self._words(runs)) for runs in d.introduction)
        for section in d.sections:
            for part in section.body:
                yield from self._root(part) if isinstance(part, Entry) else self._told(part)
        if d.speakers:
            yield _heading(escaped(d.language.speakers))
            yield from (_line("0em", self._words(line.runs)) for line in d.speakers)
        if d.notes and d.style.sources == "endnotes":
            yield _heading(escaped(d.language.notes))
            yield from (_line("1em", f"{{[}}{n.number}{{]}} {self._words(n.runs)}") for n in d.notes)
        yield from self._bibliography()

    def _title(self) -> Iterator[str]:
        d = self._d
        title, author, date = (escaped(part or "") for part in (d.title, d.author, d.date))
        if d.style.fragment:
            yield _heading(title)
        else:
            yield f"\\begin{{center}}\\LARGE {title}\\end{{center}}\\medskip\n"
        if by := ", ".join(part for part in (author, date) if part):
            yield _paragraph(by) if d.style.fragment else f"\\begin{{center}}{by}\\end{{center}}\\medskip\n"

    def _root(self, entry: Entry) -> Iterator[str]:
        """A root under a heading of its own, with all that stands below it."""
        heading, line = headed(entry)
        yield _heading(escaped(heading))
        yield from self._entry(entry, 0, line)

    def _entry(self, entry: Entry, level: int, line: Runs) -> Iterator[str]:
        margin = f"{self._step * level:.2f}em"
        anchor = self._anchors.get(entry.statement.id) if entry.statement and not entry.is_reference else None
        words = self._words(line).lstrip()
        yield _line(margin, f"\\hypertarget{{{anchor}}}{{}}{words}" if anchor else words)
        yield from self._beside(entry, f"{self._step * level + 1:.2f}em")
        for below in entry.below:
            yield from self._entry(below, level + 1, below.line)

    def _told(self, part: Paragraph) -> Iterator[str]:
        yield _paragraph(self._words(part.runs))
        yield from self._beside(part, "0em")

    def _beside(self, part: Entry | Paragraph, margin: str) -> Iterator[str]:
        """Remarks, and quotes that stand as blocks."""
        yield from (_line(margin, self._words(remark)) for remark in part.remarks)
        yield from (self._quote(quote, margin) for quote in part.quotes)

    def _quote(self, quote: Quote, margin: str) -> str:
        return f"\\argmapquote{{{margin}}}{{{self._words(quote.told(self._d.language))}}}"

    def _bibliography(self) -> Iterator[str]:
        d = self._d
        if d.sources:
            name = escaped(d.language.sources)
            yield f"\\providecommand\\refname{{}}\\renewcommand\\refname{{{name}}}"
            yield f"\\providecommand\\bibname{{}}\\renewcommand\\bibname{{{name}}}"
            yield f"\\begin{{thebibliography}}{{{len(d.sources)}}}\\raggedright"
            for line in d.sources:
                yield f"\\bibitem{{{self._sources[line.source.key]}}}\n{self._words(line.runs)}"
            yield "\\end{thebibliography}\n"

    def _words(self, runs: Runs) -> str:
        held = [run.text == ", " and before.role is Role.SOURCE for before, run in pairwise((Run(""), *runs))]
        return "".join(",~" if is_held else self._run(run) for run, is_held in zip(runs, held, strict=True))

    def _run(self, run: Run) -> str:
        if run.role is Role.MARK:
            return self._mark(run)
        words = escaped(run.text)
        if run.role is Role.PLACE:
            words = words.replace(" ", "~")
        if not words:
            return " " if run.text else ""
        if run.role is Role.REFERENCE and run.to in self._anchors:
            words = f"\\hyperlink{{{self._anchors[run.to]}}}{{{words}}}"
        elif run.role is Role.SOURCE and run.to in self._sources:
            words = f"\\hyperlink{{cite.{self._sources[run.to]}}}{{{words}}}"
        elif run.role in _MARKS and not (run.role is Role.LEAD and self._d.style.style == "prose"):
            words = f"{_MARKS[run.role]}{{{words}}}"
        return f"{' ' * run.text.startswith(' ')}{words}{' ' * run.text.endswith(' ')}"

    def _mark(self, run: Run) -> str:
        if self._d.style.sources == "footnotes" and run.to in self._notes:
            return f"\\footnote{{{self._words(self._notes[run.to].runs)}}}"
        return f"\\textsuperscript{{{escaped(run.text)}}}"


def _depth(entry: Entry) -> int:
    return 1 + max((_depth(below) for below in entry.below), default=-1)


def _heading(words: str) -> str:
    return f"\\argmapheading{{{words}}}\n"


def _paragraph(words: str) -> str:
    return f"\\par{{\\emergencystretch=3em\\noindent {words}\\par}}\\medskip\n"


def _line(margin: str, words: str) -> str:
    return f"\\argmapline{{{margin}}}{{{words}}}"
