"""Programs of others that read what argmap writes; who has not installed one is told so, and its tests are skipped."""

from __future__ import annotations

import shutil
import subprocess

import pytest


def needs(*names: str) -> pytest.MarkDecorator:
    """A mark for what cannot be tested without these programs."""
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} not installed")


def read_by_pandoc(data: bytes, form: str) -> str:
    """What pandoc reads in a file, as plain text."""
    command = ["pandoc", "-f", form, "-t", "plain", "--wrap=none"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
