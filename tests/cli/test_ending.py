"""Commands that are ended from outside while they draw: at once, without a word, without half a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.cli import files
from argmap.cli.ending import ended_by_signals

MAP = "argmap: 1\ntitle: T\nclaims:\n  - claim: A\n    because: B\n"


@pytest.fixture
def drawing(tmp_path: Path) -> tuple[subprocess.Popen[bytes], int]:
    """A command that waits for a Graphviz which never ends, and the process that this one has started."""
    (tmp_path / "bin").mkdir()
    dot = tmp_path / "bin" / "dot"
    dot.write_text("#!/bin/sh\nsleep 600 &\necho $! > pid.new\nmv pid.new pid\nwait\n", encoding="utf-8")
    dot.chmod(0o755)
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background may ignore it
    running = subprocess.Popen(
        [sys.executable, "-m", "argmap", "render", "map.yaml", "--engine", "system", "-o", "map.svg"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, before)
    while not (tmp_path / "pid").exists():
        assert running.poll() is None
        time.sleep(0.01)
    return running, int((tmp_path / "pid").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_command_ends_with_all_that_it_started(
    drawing: tuple[subprocess.Popen[bytes], int], number: int, code: int, tmp_path: Path
) -> None:
    running, child = drawing
    running.send_signal(number)
    out, said = running.communicate(timeout=30)
    assert (running.returncode, out, said) == (code, b"", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bin", "map.yaml", "pid"]
    for _ in range(500):  # whose parent is gone, it is taken away by the system's first process
        if not is_running(child):
            break
        time.sleep(0.01)
    assert not is_running(child)


def is_running(pid: int) -> bool:
    """Whether a process has not ended; one that nobody has asked for its exit code has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_file_is_not_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"before")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write(b"after", str(path), None)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("map.svg", b"before")]


def test_signals_mean_afterwards_what_they_meant_before() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    with pytest.raises(SystemExit) as ended, ended_by_signals():
        raise KeyboardInterrupt
    assert ended.value.code == 130
    assert [signal.getsignal(number) for number in numbers] == before
