"""`argmap check` over many files: which it finds, how it tells, and how it ends."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main
from argmap.cli.named_maps import named_maps
from argmap.cli.side_by_side import WorkerDiedError, side_by_side
from argmap.report import REPORTS

GOOD = "argmap: 1\ntitle: Phones\nclaims: Phones distract\n"
BROKEN = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"
LARGE = GOOD + "# " + "x" * 600_000 + "\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str, text: str = GOOD) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def paths(*names: str) -> list[str]:
    named = named_maps(names)
    assert not named.failures
    return [file.path for file in named.files]


# ---- which files


def test_a_folder_stands_for_the_maps_in_it_in_order() -> None:
    put("m/b.argmap.yaml", "m/a.argmap.yml", "m/z/a.argmap.yaml", "m/plain.yaml", "m/C.ARGMAP.YAML")
    put("m/.hidden/a.argmap.yaml", "m/.a.argmap.yaml", "m/node_modules/a.argmap.yaml")
    found = ["m/C.ARGMAP.YAML", "m/a.argmap.yml", "m/b.argmap.yaml", "m/z/a.argmap.yaml"]
    assert paths("m") == found
    assert paths("m/z", "m") == [found[3], *found[:3]]
    os.chdir("m")
    assert paths(".") == [name.removeprefix("m/") for name in found]


def test_no_argument_is_the_current_folder() -> None:
    put("a.argmap.yaml", "b/c.argmap.yaml", text=BROKEN)
    result = run("-f", "concise")
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["a.argmap.yaml", "b/c.argmap.yaml"]


def test_the_same_file_is_checked_once() -> None:
    put("m/a.argmap.yaml", text=BROKEN)
    Path("m/link.argmap.yaml").symlink_to("a.argmap.yaml")
    result = run("m/a.argmap.yaml", "./m/a.argmap.yaml", "m", "m/*", "m/link.argmap.yaml")
    assert result.stderr == "argmap: 1 error in 1 map\n"


def test_links_to_folders_are_followed_and_rings_of_them_end() -> None:
    put("m/a.argmap.yaml", "other/b.argmap.yaml")
    Path("m/back").symlink_to("..")
    Path("m/self").symlink_to(".")
    Path("m/other").symlink_to("../other")
    assert sorted(map(os.path.realpath, paths("m"))) == [
        os.path.abspath("m/a.argmap.yaml"),
        os.path.abspath("other/b.argmap.yaml"),
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("m/*.yaml", ["m/a.yaml", "m/b.argmap.yaml"]),
        ("m/**/*.yaml", ["m/a.yaml", "m/b.argmap.yaml", "m/n/c.yaml", "m/n/o/d.argmap.yaml"]),
        ("**/d.*", ["m/n/o/d.argmap.yaml"]),
        ("m/**", ["m/b.argmap.yaml", "m/n/o/d.argmap.yaml"]),
        ("m/[ab].yaml", ["m/a.yaml"]),
        ("m/?", ["m/n/o/d.argmap.yaml"]),
        ("*/n/c.yaml", ["m/n/c.yaml"]),
        ("./m/../m/a*", ["m/../m/a.yaml"]),
    ],
)
def test_patterns(pattern: str, found: list[str]) -> None:
    put("m/a.yaml", "m/b.argmap.yaml", "m/n/c.yaml", "m/n/o/d.argmap.yaml", "m/.h/e.yaml", "m/node_modules/f.yaml")
    Path("m/n/ring").symlink_to(".")
    assert paths(pattern) == found
    assert paths(os.path.abspath(".") + "/" + pattern.removeprefix("./")) == [
        os.path.abspath(".") + "/" + f for f in found
    ]


def test_a_file_whose_name_is_a_pattern() -> None:
    put("a[1].yaml", "a1.yaml")
    assert paths("a[1].yaml") == ["a[1].yaml"]


def test_what_leads_to_no_map_is_told_after_the_others_were_checked() -> None:
    put("broken.argmap.yaml", text=BROKEN)
    Path("empty").mkdir()
    Path("dangling.argmap.yaml").symlink_to("nowhere")
    result = run("empty", "no*.yaml", "missing.yaml", "dangling.argmap.yaml", "broken.argmap.yaml")
    assert result.exit_code == 2
    assert result.stdout.startswith("broken.argmap.yaml:5:5: error")
    assert result.stderr.splitlines() == [
        "argmap: empty holds no maps (files that end with .argmap.yaml or .argmap.yml)",
        "argmap: no file matches no*.yaml",
        "argmap: missing.yaml cannot be read: No such file or directory",
        "argmap: dangling.argmap.yaml cannot be read: No such file or directory",
        "argmap: 1 error in 1 map",
    ]


def test_a_pipe_in_a_folder_is_passed_by_and_one_that_is_named_is_read() -> None:
    put("m/a.argmap.yaml")
    os.mkfifo("m/pipe.argmap.yaml")
    assert paths("m") == ["m/a.argmap.yaml"]
    with subprocess.Popen(["sh", "-c", "cat m/a.argmap.yaml > m/pipe.argmap.yaml"]):
        result = run("m/pipe.argmap.yaml", "m")
    assert (result.exit_code, result.stderr) == (0, "argmap: no problems in 2 maps\n")


# ---- how it is told


@pytest.mark.parametrize("form", REPORTS)
def test_a_document_is_whole_without_problems_and_with_failures(form: str) -> None:
    put("good.argmap.yaml")
    for arguments, code in (
        (("good.argmap.yaml",), 0),
        (("missing.yaml",), 2),
        (("missing.yaml", "good.argmap.yaml"), 2),
    ):
        result = run("-f", form, *arguments)
        assert result.exit_code == code
        assert bool(json.loads(result.stdout)) if REPORTS[form].is_document else result.stdout == ""
        has_summary = form in ("text", "concise") and "good.argmap.yaml" in arguments
        assert ("no problems in 1 map" in result.stderr) == has_summary


def test_github_is_chosen_where_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.argmap.yaml", text=BROKEN)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run().stdout.startswith(
        "::error file=a.argmap.yaml,line=5,endLine=5,col=5,endColumn=12,title=unknown-field::"
    )
    assert run("-f", "text").stdout.startswith("a.argmap.yaml:5:5: error")
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert run().stdout.startswith("a.argmap.yaml:5:5: error")


def test_addresses_in_sarif_begin_at_the_current_folder(folder: Path) -> None:
    put("maps/a.argmap.yaml", text=BROKEN)
    assert run("-f", "sarif", str(folder / "maps")).stdout == run("-f", "sarif", "maps").stdout


def test_a_name_that_is_no_text_is_valid_json() -> None:
    put("\udcff.argmap.yaml", text=BROKEN)
    (problem,) = json.loads(run("-f", "json").stdout)["problems"]
    assert problem["file"] == "\udcff.argmap.yaml"


# ---- side by side


@pytest.fixture
def many() -> None:
    put(*(f"m/{n}.argmap.yaml" for n in "abc"), text=BROKEN)
    put(*(f"m/{n}-large.argmap.yaml" for n in "abcd"), text=LARGE)


@pytest.mark.parametrize("form", REPORTS)
@pytest.mark.usefixtures("many")
def test_the_same_is_told_by_one_process_and_by_several(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    together = run("-f", form, "m", "missing.yaml")
    monkeypatch.setattr("argmap.cli.check.MANY", 1_000_000_000)
    alone = run("-f", form, "m", "missing.yaml")
    assert (together.stdout_bytes, together.stderr, together.exit_code) == (alone.stdout_bytes, alone.stderr, 2)
    assert together.stdout.count("unknown-field") >= 3


def _end(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_worker_that_dies_is_told() -> None:
    with pytest.raises(WorkerDiedError, match="a process that was reading maps died"):
        list(side_by_side(_end, range(100), 2))


def test_results_come_in_the_order_of_the_work() -> None:
    jobs: Sequence[int] = range(-500, 500)
    assert list(side_by_side(abs, jobs, 4)) == [abs(n) for n in jobs]


def _refuse(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def test_what_work_raises_is_raised_here_with_where_it_was() -> None:
    with pytest.raises(ValueError, match="seven") as caught:
        list(side_by_side(_refuse, range(100), 2))
    assert "in _refuse" in caught.value.__notes__[0]


def _larger_than_a_pipe(number: int) -> bytes:
    return bytes(20_000_000)


def test_nothing_is_left_when_only_the_first_result_is_wanted() -> None:
    for _ in range(5):  # what is on its way then is cut off in the middle
        results = side_by_side(_larger_than_a_pipe, range(8), 2)
        next(results)
        results.close()
    assert not multiprocessing.active_children()


def test_workers_end_with_the_process_that_they_work_for() -> None:
    source = (
        "import time; from argmap.cli.side_by_side import side_by_side\n"
        "results = side_by_side(abs, range(1000), 2); next(results); print('begun', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.readline()
        running.kill()
        running.communicate(timeout=60)  # ends when nobody is left who could write


def command(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "argmap", "check", *arguments], **options)  # type: ignore[call-overload, no-any-return]


def test_an_interrupt_ends_at_once_and_quietly() -> None:
    os.mkfifo("pipe")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background may ignore it
    running = command("pipe", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    with running, open("pipe", "wb"):  # it is open for reading now, and waits
        time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, said = running.communicate(timeout=30)
    assert (running.returncode, out, said) == (130, b"", b"")


@pytest.mark.usefixtures("many")
def test_a_reader_who_has_seen_enough_ends_it() -> None:
    read, write = os.pipe()
    with command("m", stdout=write, stderr=subprocess.PIPE) as running:
        os.close(write)
        os.close(read)
        _, said = running.communicate(timeout=30)
    assert b"Traceback" not in said
    assert b"Exception" not in said


def on_a_terminal(*arguments: str, **variables: str) -> bytes:
    """What a command shows on a terminal."""
    import pty

    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm", **variables}
    with command(*arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings):
        os.close(theirs)
        shown = b"".join(_read(ours))
    os.close(ours)
    return shown


def _read(end: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(end, 4096)
        except OSError:  # the other end is closed
            return
        if not part:
            return
        yield part


@pytest.mark.usefixtures("many")
def test_a_bar_is_shown_to_people_alone() -> None:
    assert b"Checking" in on_a_terminal("m")
    assert b"7/7" in on_a_terminal("m")
    for machine in ({"TERM": "dumb"}, {"CI": "true"}):
        assert b"Checking" not in on_a_terminal("m", **machine)
    assert b"Checking" not in on_a_terminal("m/a.argmap.yaml")
