"""The command line: what it prints where, what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from argmap import __version__
from argmap.cli import main
from argmap.mapfile.load import starter
from argmap.render.formats import ENDINGS, OUTLINES, PICTURES

GOOD = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    because: They ring\n"
WARNED = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    because: [{counterclaim: They ring}]\n"
BROKEN = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"
COMMANDS = main.list_commands(click.Context(main))
SIGNS = {
    "svg": b"<?xml",
    "png": b"\x89PNG\r\n",
    "pdf": b"%PDF-",
    "dot": b"digraph",
    "html": b"<!DOCTYPE html>",
    "mermaid": b"---\ntitle: ",
    "d2": b"vars: ",
    "tikz": b"% Written by argmap",
    "graphml": b"<?xml",
    "json": b"{",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with three maps, in which nothing is left behind but what was asked for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, text in (("good", GOOD), ("warned", WARNED), ("broken", BROKEN)):
        (tmp_path / f"{name}.argmap.yaml").write_text(text, encoding="utf-8")
    yield tmp_path
    assert not list(tmp_path.rglob("*.part"))


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """The command in this process; any exception but the end of the program is a failure."""
    result = CliRunner().invoke(main, arguments, input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "argmap", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)  # type: ignore[call-overload, no-any-return]


def files(folder: Path) -> set[str]:
    """What is in the folder besides the maps that were there before."""
    return {p.name for p in folder.iterdir()} - {f"{n}.argmap.yaml" for n in ("good", "warned", "broken")}


# ---- check


def test_check_a_good_map() -> None:
    result = run("check", "good.argmap.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "argmap: no problems in 1 map\n")


def test_check_a_map_with_warnings() -> None:
    result = run("check", "warned.argmap.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("warned.argmap.yaml:5:30: warning[side-mismatch]: ")
    assert result.stderr == "argmap: 1 warning in 1 map\n"


def test_strict_takes_warnings_for_errors() -> None:
    assert run("check", "--strict", "warned.argmap.yaml").exit_code == 1
    assert run("check", "--strict", "good.argmap.yaml").exit_code == 0


def test_check_a_broken_map() -> None:
    result = run("check", "broken.argmap.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "broken.argmap.yaml:5:5: error[unknown-field]: `becuase` is no key of an item of `claims`\n"
        "  5 |     becuase: They ring\n"
        "    |     ^^^^^^^\n"
        "  help: did you mean `because`?\n\n"
    )
    assert result.stderr == "argmap: 1 error in 1 map\n"


def test_check_many_maps_of_which_some_cannot_be_read() -> None:
    result = run("check", "nowhere.yaml", "broken.argmap.yaml", "warned.argmap.yaml", "good.argmap.yaml")
    assert result.exit_code == 2
    assert "argmap: nowhere.yaml cannot be read: No such file or directory\n" in result.stderr
    assert result.stderr.endswith("argmap: 1 error, 1 warning in 3 maps\n")
    assert result.stdout.index("broken.argmap.yaml:5:5: error") < result.stdout.index(
        "warned.argmap.yaml:5:30: warning"
    )


def test_check_reads_from_standard_input() -> None:
    assert run("check", "-", stdin=GOOD).exit_code == 0
    result = run("check", "-", stdin=BROKEN)
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:5:5: error[unknown-field]")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\x00", b"[" * 10_000, b"a: b: c"])
def test_check_any_bytes(data: bytes) -> None:
    result = run("check", "-", stdin=data)
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>")


def test_check_writes_nothing(folder: Path) -> None:
    run("check", "good.argmap.yaml", "broken.argmap.yaml")
    assert not files(folder)


# ---- render


def test_render_without_an_output(folder: Path) -> None:
    result = run("render", "good.argmap.yaml")
    assert (result.exit_code, result.stdout) == (0, "good.svg\n")
    assert files(folder) == {"good.svg"}
    assert b"Phones distract" in (folder / "good.svg").read_bytes()


@pytest.mark.parametrize(
    ("name", "picture"),
    [("a.yaml", "a.svg"), ("a.yml", "a.svg"), ("a.b.argmap.yaml", "a.b.svg"), ("a", "a.svg"), ("sub/a.yaml", "a.svg")],
)
def test_the_default_name_is_that_of_the_map_in_the_current_folder(folder: Path, name: str, picture: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(GOOD, encoding="utf-8")
    assert run("render", name).stdout == f"{picture}\n"
    assert (folder / picture).is_file()


@pytest.mark.parametrize("form", PICTURES)
def test_every_format_by_its_name(folder: Path, form: str) -> None:
    name = f"good.{ENDINGS.get(form, form)}"
    assert run("render", "good.argmap.yaml", "-f", form).stdout == f"{name}\n"
    assert (folder / name).read_bytes().lstrip().startswith(SIGNS[form])


@pytest.mark.parametrize("ending", [*PICTURES, "gv", "mmd", "tex", "SVG", "Png"])
def test_every_format_by_the_ending(folder: Path, ending: str) -> None:
    path = str(folder / f"picture.{ending}")
    result = run("render", "good.argmap.yaml", "-o", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    sign = SIGNS[{"gv": "dot", "mmd": "mermaid", "tex": "tikz"}.get(ending, ending.lower())]
    assert Path(path).read_bytes().lstrip().startswith(sign)


@pytest.mark.parametrize("form", PICTURES)
def test_render_to_standard_output(folder: Path, form: str) -> None:
    result = run("render", "-", "-f", form, "-o", "-", stdin=GOOD)
    assert result.exit_code == 0
    assert result.stdout_bytes.lstrip().startswith(SIGNS[form])
    assert not files(folder)


def test_render_standard_input_without_an_output(folder: Path) -> None:
    assert run("render", "-", stdin=GOOD).stdout == "map.svg\n"
    assert files(folder) == {"map.svg"}


def test_a_name_of_a_format_may_go_with_any_other_ending(folder: Path) -> None:
    assert run("render", "good.argmap.yaml", "-f", "dot", "-o", "picture.txt").exit_code == 0
    assert (folder / "picture.txt").read_bytes().startswith(b"digraph")
    assert run("render", "good.argmap.yaml", "-f", "json", "-o", "data").exit_code == 0
    assert json.loads((folder / "data").read_text(encoding="utf-8"))["title"] == "Phones"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-f", "png", "-o", "a.svg"), "a.svg ends like svg, but -f says png."),
        (("-f", "svg", "-o", "a.gv"), "a.gv ends like dot, but -f says svg."),
        (
            ("-o", "a.tiff"),
            f"The ending of a.tiff is none of {', '.join(PICTURES)}; name the format with -f.",
        ),
        (("-o", "a"), "The ending of a is none of"),
        (("-f", "gif"), "'gif' is not one of"),
        (("--engine", "mine"), "'mine' is not one of"),
        (("--nonsense",), "No such option"),
    ],
)
def test_wrong_use_of_render(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("render", "good.argmap.yaml", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not files(folder)


@pytest.mark.parametrize("output", ["good.argmap.yaml", "./good.argmap.yaml", "link.svg", "hard.svg"])
def test_the_map_itself_is_never_overwritten(folder: Path, output: str) -> None:
    (folder / "link.svg").symlink_to("good.argmap.yaml")
    (folder / "hard.svg").hardlink_to(folder / "good.argmap.yaml")
    for arguments in (("render", "-f", "svg"), ("outline", "-f", "text")):
        result = run(*arguments, "good.argmap.yaml", "-o", output)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"argmap: {output} is the map itself, and would be overwritten; choose another name\n"
        assert (folder / "good.argmap.yaml").read_text(encoding="utf-8") == GOOD


def test_an_older_picture_is_replaced(folder: Path) -> None:
    (folder / "good.svg").write_text("old", encoding="utf-8")
    assert run("render", "good.argmap.yaml").exit_code == 0
    assert (folder / "good.svg").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("command", [("render",), ("outline", "-o", "out.txt"), ("outline",)])
def test_nothing_is_made_of_a_broken_map(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "broken.svg").write_text("old", encoding="utf-8")
    result = run(*command, "broken.argmap.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == run("check", "broken.argmap.yaml").stdout
    assert files(folder) == {"broken.svg"}
    assert (folder / "broken.svg").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("command", ["render", "outline"])
def test_warnings_do_not_stop_a_picture(command: str) -> None:
    result = run(command, "warned.argmap.yaml")
    assert result.exit_code == 0
    assert result.stderr == "argmap: warned.argmap.yaml has warnings; `argmap check` shows them\n"


@pytest.mark.parametrize(("ignored", "told"), [("", ""), ("two-propositions", ""), ("fragment", "has warnings")])
def test_hints_are_not_spoken_of_but_comments_that_ignore_none_are(folder: Path, ignored: str, told: str) -> None:
    comment = f"  # argmap: ignore[{ignored}]" if ignored else ""
    text = f"argmap: 1\ntitle: T\nclaims:\n  - claim: The ferry should stay because it is cheap{comment}\n"
    (folder / "hinted.argmap.yaml").write_text(text, encoding="utf-8")
    result = run("render", "hinted.argmap.yaml")
    assert (result.exit_code, told in result.stderr, bool(result.stderr)) == (0, True, bool(told))


@pytest.mark.parametrize("command", ["render", "outline", "check"])
def test_a_map_that_cannot_be_read(folder: Path, command: str) -> None:
    result = run(command, "nowhere.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: nowhere.yaml cannot be read: No such file or directory\n"
    assert not files(folder)


@pytest.mark.parametrize(
    ("output", "said"),
    [("no/such/folder.svg", "No such file or directory"), ("a-folder.svg", "is a folder; name a file in it")],
)
def test_a_picture_that_cannot_be_written(folder: Path, output: str, said: str) -> None:
    (folder / "a-folder.svg").mkdir()
    result = run("render", "good.argmap.yaml", "-o", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"argmap: {output} ")
    assert said in result.stderr
    assert files(folder) == {"a-folder.svg"}


def test_a_pipe_is_written_into_and_not_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe.svg")
    with subprocess.Popen(["cat", folder / "pipe.svg"], stdout=subprocess.PIPE) as reader:
        assert run("render", "good.argmap.yaml", "-o", "pipe.svg").exit_code == 0
        assert reader.stdout
        assert reader.stdout.read().startswith(b"<?xml")
    assert (folder / "pipe.svg").is_fifo()


# ---- outline


def test_outline_goes_to_standard_output(folder: Path) -> None:
    result = run("outline", "good.argmap.yaml")
    assert result.exit_code == 0
    assert "Phones distract" in result.stdout
    assert result.stdout == run("outline", "good.argmap.yaml", "-o", "-").stdout
    assert not files(folder)


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        ("txt", "text"),
        ("text", "text"),
        ("md", "markdown"),
        ("markdown", "markdown"),
        ("tex", "latex"),
        ("opml", "opml"),
    ],
)
def test_outline_to_a_file(folder: Path, ending: str, form: str) -> None:
    result = run("outline", "good.argmap.yaml", "-o", f"out.{ending}")
    assert (result.exit_code, result.stdout) == (0, f"out.{ending}\n")
    assert form in OUTLINES
    expected = run("outline", "good.argmap.yaml", "-f", form).stdout
    assert (folder / f"out.{ending}").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-f", "text", "-o", "a.md"), "a.md ends like markdown, but -f says text."),
        (("-o", "a.svg"), "The ending of a.svg is none of text, markdown, html"),
        (("-f", "svg"), "'svg' is not one of"),
    ],
)
def test_wrong_use_of_outline(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("outline", "good.argmap.yaml", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not files(folder)


# ---- new


@pytest.mark.parametrize(
    ("name", "made"), [("a.argmap.yaml", "a.argmap.yaml"), ("a.yml", "a.yml"), ("a", "a.argmap.yaml")]
)
def test_a_new_map_is_clean_and_can_be_drawn(folder: Path, name: str, made: str) -> None:
    result = run("new", name)
    told = "argmap: wrote argmap.schema.json too, for editors\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{made}\n", told)
    assert files(folder) == {made, "argmap.schema.json"}
    result = run("check", "--strict", made)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "argmap: no problems in 1 map\n")
    assert run("fmt", "--check", made).exit_code == 0
    assert run("render", made).exit_code == 0


def test_a_new_map_leads_editors_to_the_schema_beside_it(folder: Path) -> None:
    (folder / "maps").mkdir()
    assert run("new", "maps/a").stderr.startswith("argmap: wrote maps/argmap.schema.json too")
    first = (folder / "maps" / "a.argmap.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=argmap.schema.json"
    schema = folder / "maps" / "argmap.schema.json"
    assert schema.read_text(encoding="utf-8") == run("schema").stdout


def test_a_schema_that_is_there_is_left_alone(folder: Path) -> None:
    (folder / "argmap.schema.json").write_text("mine", encoding="utf-8")
    result = run("new", "a")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "a.argmap.yaml\n", "")
    assert (folder / "argmap.schema.json").read_text(encoding="utf-8") == "mine"


def test_a_new_map_on_standard_output(folder: Path) -> None:
    text = run("new", "-").stdout
    assert "$schema" not in text
    assert run("check", "-", stdin=text).exit_code == 0
    assert not files(folder)


def test_a_new_map_takes_no_other_place(folder: Path) -> None:
    (folder / "dangling.yaml").symlink_to("nowhere")
    for name in ("good.argmap.yaml", "good", "dangling.yaml"):
        result = run("new", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.endswith("exists already; choose another name\n")
    assert (folder / "good.argmap.yaml").read_text(encoding="utf-8") == GOOD
    assert files(folder) == {"dangling.yaml"}


# ---- schema


def test_schema_to_standard_output_or_a_file(folder: Path) -> None:
    printed = run("schema")
    assert (printed.exit_code, printed.stderr) == (0, "")
    assert run("schema", "-o", "-").stdout == printed.stdout
    written = run("schema", "-o", "s.json")
    assert (written.exit_code, written.stdout, written.stderr) == (0, "s.json\n", "")
    assert (folder / "s.json").read_text(encoding="utf-8") == printed.stdout
    assert json.loads(printed.stdout)["$schema"] == "http://json-schema.org/draft-07/schema#"
    lost = run("schema", "-o", "nowhere/s.json")
    assert (lost.exit_code, lost.stdout) == (2, "")
    assert lost.stderr == "argmap: nowhere/s.json cannot be written: No such file or directory\n"


# ---- help


def test_version() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"argmap, version {__version__}\n")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_help_has_an_example(command: str | None, flag: str) -> None:
    result = run(*([command] if command else []), flag)
    assert (result.exit_code, result.stderr) == (0, "")
    examples = re.findall(r"^    argmap (\w+) .*$", result.stdout, re.MULTILINE)
    assert examples
    assert command is None or set(examples) == {command}


def test_what_commands_are_for_is_told_whole() -> None:
    told = re.findall(r"^  (\w+) {2,}(.*)$", run("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    assert [name for name, _ in told] == COMMANDS
    assert all(what.endswith(".") and not what.endswith("...") for _, what in told)


def test_examples_of_the_help_can_be_run(folder: Path) -> None:
    cited = GOOD.replace("claims:", "sources: {article: {title: An article}}\nclaims:")
    (folder / "map.yaml").write_text(cited, encoding="utf-8")
    (folder / "article.txt").write_text("Phones distract.", encoding="utf-8")
    (folder / "maps").mkdir()
    (folder / "maps" / "a.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "maps" / "a.argmap.yaml").write_text(GOOD, encoding="utf-8")
    helps = [run("--help").stdout, *(run(name, "--help").stdout for name in COMMANDS)]
    examples = [line for text in helps for line in re.findall(r"^    argmap (.*)$", text, re.MULTILINE)]
    assert len(examples) >= 10
    for example in examples:
        command, _, redirected = example.partition(" < ")
        for name in ("broken", "warned"):
            (folder / f"{name}.argmap.yaml").unlink(missing_ok=True)
        (folder / "week.argmap.yaml").unlink(missing_ok=True)
        if "new" not in command:
            (folder / "week.argmap.yaml").write_text(starter(), encoding="utf-8")
        words = shlex.split(command.replace("maps/*.yaml", "maps/a.yaml"))
        assert run(*words, stdin=(folder / redirected).read_bytes() if redirected else None).exit_code == 0, example


@pytest.mark.parametrize("arguments", [(), ("render",), ("nonsense",), ("render", "a", "b")])
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.output


# ---- as a process of its own


def test_process_exit_codes_and_streams(folder: Path) -> None:
    good, broken, missing = (process("check", f"{n}.argmap.yaml") for n in ("good", "broken", "nowhere"))
    assert [p.returncode for p in (good, broken, missing)] == [0, 1, 2]
    assert (good.stdout, good.stderr) == (b"", b"argmap: no problems in 1 map\n")
    assert broken.stdout.startswith(b"broken.argmap.yaml:5:5: error[unknown-field]")
    assert b"\x1b" not in broken.stdout
    assert missing.stdout == b""


def test_process_with_pipes(folder: Path) -> None:
    made = process("render", "-", "-f", "dot", "-o", "-", input=GOOD.encode())
    assert made.returncode == 0
    assert made.stdout.startswith(b"digraph")
    assert made.stderr == b""


@pytest.mark.parametrize("arguments", [("outline", "good.argmap.yaml"), ("check", "broken.argmap.yaml"), ("new", "-")])
def test_process_whose_reader_has_gone(arguments: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "argmap", *arguments]
    with subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE) as running:
        os.close(write)
        assert running.stderr
        said = running.stderr.read()
    assert b"Traceback" not in said
    assert b"Error" not in said
    assert b"Exception" not in said


def test_process_without_standard_streams(folder: Path) -> None:
    shell = f"{sys.executable} -m argmap"
    for line, said in (
        (f"{shell} check - <&-", b"argmap: <stdin> cannot be read: there is no standard input\n"),
        (f"{shell} outline good.argmap.yaml >&-", b"argmap: there is no standard output to write to\n"),
    ):
        done = subprocess.run(["sh", "-c", line], capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (2, said)


def test_process_with_a_name_that_is_no_text(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff.yaml"
    Path(os.fsdecode(name)).write_text(BROKEN, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "argmap", "check", name], capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert b":5:5: error[unknown-field]" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("variables", "colourful"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_on_a_terminal(variables: dict[str, str], colourful: bool) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "check", "broken.argmap.yaml"]
    environment = {**os.environ, "TERM": "xterm", **variables}
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert running.returncode == 1
    assert b"unknown-field" in shown
    assert (b"\x1b[1;31m" in shown) == colourful
