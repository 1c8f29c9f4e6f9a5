"""LaTeX as it is used: a document made into a PDF, and the text of its pages read back."""

from __future__ import annotations

import subprocess
from pathlib import Path


def compiled(document: str, folder: Path, program: str = "pdflatex") -> Path:
    """The PDF of a document; what TeX says where it fails."""
    source = folder / "document.tex"
    source.write_text(document, encoding="utf-8")
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", source.name]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
    log = source.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log, [line for line in log.splitlines() if "Missing character" in line]
    return source.with_suffix(".pdf")


def pages(pdf: Path) -> list[str]:
    """The text of each page, as it is copied and searched."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]
