"""The settings of a command: where they are found, what the command line adds, and how wrong ones are told."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.checks import Limits
from argmap.cli import main
from argmap.cli.settings import SettingsOf
from argmap.settings import Settings

WARNED = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    because: [{counterclaim: They ring}]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a map in a folder below."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "warned.yaml").write_text(WARNED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def run(*arguments: str, stdin: str | None = None) -> Result:
    """`argmap check` in this process; any exception but the end of the program is a failure."""
    result = CliRunner().invoke(main, ["check", *arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def codes(*arguments: str, stdin: str | None = None) -> list[str]:
    """The codes that `argmap check` tells."""
    out = run(*arguments, stdin=stdin).stdout
    return [line.split("[")[1].split("]")[0] for line in out.splitlines() if not line.startswith(" ") and "[" in line]


# ---- where they are found


def test_the_nearest_table_upward_from_the_map_counts(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert "side-mismatch" in codes("maps/warned.yaml")
    configured(folder, '[tool.argmap]\nignore = ["side-mismatch"]\n')
    assert "side-mismatch" not in codes("maps/warned.yaml")
    configured(folder / "maps", "[project]\nname = 'argmap-tools'\n[tool.ruff]\nline-length = 100\n")
    assert "side-mismatch" not in codes("maps/warned.yaml")
    configured(folder / "maps", "[tool.argmap]\n")
    assert "side-mismatch" in codes("maps/warned.yaml")
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "warned.yaml"
    elsewhere.write_text(WARNED, encoding="utf-8")
    assert "side-mismatch" in codes(str(elsewhere))


def test_each_map_has_the_settings_of_its_own_place(folder: Path) -> None:
    configured(folder / "maps", '[tool.argmap]\nignore = ["side-mismatch"]\n')
    (folder / "warned.yaml").write_text(WARNED, encoding="utf-8")
    out = run("maps/warned.yaml", "warned.yaml").stdout
    assert [line.split(":")[0] for line in out.splitlines() if "[side-mismatch]" in line] == ["warned.yaml"]


def test_the_standard_input_is_in_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(folder, '[tool.argmap]\nignore = ["side-mismatch"]\n')
    assert "side-mismatch" not in codes("-", stdin=WARNED)
    monkeypatch.chdir("/")
    assert "side-mismatch" in codes("-", stdin=WARNED)


@pytest.mark.parametrize(
    "text",
    [
        '[ tool . "argmap" ]\nignore = ["argument"]',
        '[tool]\na = 1\nargmap.ignore = ["argument"]',
        'tool = {argmap = {ignore = ["argument"]}}',
        '[tool.argmap.severity]\nargument = "off"',
    ],
)
def test_however_the_table_is_written(folder: Path, text: str) -> None:
    configured(folder, text)
    assert "side-mismatch" not in codes("maps/warned.yaml")


def test_what_is_found_can_go_to_another_process(folder: Path) -> None:
    configured(folder, "[tool.argmap]\nquote-words = 7\nstrict = true\n")
    settings = SettingsOf()("maps/warned.yaml")
    assert settings == Settings(limits=Limits(quote_words=7), strict=True)
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_a_folder_of_that_name_is_no_file(folder: Path) -> None:
    (folder / "maps" / "pyproject.toml").mkdir()
    configured(folder, '[tool.argmap]\nignore = ["side-mismatch"]\n')
    assert "side-mismatch" not in codes("maps/warned.yaml")


def test_without_a_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "side-mismatch" in codes("-", stdin=WARNED)


def test_toml_is_not_loaded_where_nothing_is_set(folder: Path) -> None:
    configured(folder, "[project]\nname = 'x'\n")
    code = (
        "import sys\nfrom argmap.cli import main\n"
        "try:\n    main(['check', 'maps/warned.yaml'])\nexcept SystemExit:\n    pass\n"
        "slow = {'tomllib', 'importlib.metadata', 'difflib', 'argmap.ignores', 'argmap.installed'}\n"
        "print(sorted(slow & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


# ---- the command line on top


def test_select_takes_the_place_and_ignore_adds(folder: Path) -> None:
    configured(folder, '[tool.argmap]\nselect = ["structure"]\nignore = ["side-mismatch"]\n')
    assert codes("maps/warned.yaml") == []
    assert "side-mismatch" not in codes("--select", "argument", "maps/warned.yaml")
    assert codes("--select", "support-cycle,side-mismatch", "maps/warned.yaml") == ["side-mismatch"]
    assert codes("--select", "support-cycle", "--select", "side-mismatch", "maps/warned.yaml") == ["side-mismatch"]
    configured(folder, '[tool.argmap]\nselect = ["side-mismatch"]\n')
    assert codes("maps/warned.yaml") == ["side-mismatch"]
    assert codes("--ignore", "structure, side-mismatch", "maps/warned.yaml") == []


def test_no_config(folder: Path) -> None:
    configured(folder, '[tool.argmap]\nselect = ["structure"]\nstrict = true\n')
    assert codes("maps/warned.yaml") == []
    assert "side-mismatch" in codes("--no-config", "maps/warned.yaml")
    assert codes("--no-config", "--select", "structure", "maps/warned.yaml") == []
    configured(folder, "[tool.argmap]\nnonsense = [")
    assert run("--no-config", "maps/warned.yaml").exit_code == 0


def test_severities_decide_how_it_ends(folder: Path) -> None:
    only = ("--select", "side-mismatch", "maps/warned.yaml")
    assert run(*only).exit_code == 0
    assert run("--severity", "side-mismatch=error", *only).exit_code == 1
    assert run("--severity", "argument=error,side-mismatch=hint", "--strict", *only).exit_code == 0
    configured(folder, '[tool.argmap.severity]\nside-mismatch = "error"\n')
    result = run(*only)
    assert (result.exit_code, result.stderr) == (1, "argmap: 1 error in 1 map\n")
    assert run("--severity", "side-mismatch=warning", *only).exit_code == 0


def test_strict_changes_the_end_and_says_so(folder: Path) -> None:
    only = ("--select", "side-mismatch", "maps/warned.yaml")
    configured(folder, "[tool.argmap]\nstrict = true\n")
    result = run(*only)
    assert result.exit_code == 1
    assert ": warning[side-mismatch]: " in result.stdout
    assert result.stderr == "argmap: 1 warning in 1 map (strict: warnings count as errors)\n"
    assert run("--no-strict", *only).exit_code == 0
    assert run("--strict", "--no-config", *only).exit_code == 1
    assert run("--strict", "--ignore", "side-mismatch", "maps/warned.yaml", "--select", "side-mismatch").exit_code == 0


# ---- wrong settings


def test_everything_wrong_with_a_file_is_told_with_its_line(folder: Path) -> None:
    configured(
        folder,
        '[tool.other]\nselct = 1\n\n[tool.argmap]\nselct = []\nignore = [\n  "side-mismach",\n  "missing-field",\n]\n'
        'quote-words = "many"\n\n[tool.argmap.severity]\nsupport-cycle = "eror"\n',
    )
    result = run("maps/warned.yaml", "--select", "structure")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "argmap: pyproject.toml:5: `selct` is no setting; did you mean `select`?",
        "argmap: pyproject.toml:7: `side-mismach` is no check; did you mean `side-mismatch`?",
        "argmap: pyproject.toml:8: `missing-field` tells that a file is no map, "
        "and can be neither switched off nor lowered",
        "argmap: pyproject.toml:10: `quote-words` is a whole number from 0 up",
        "argmap: pyproject.toml:13: the level of `support-cycle` is error, warning, hint or off; did you mean `error`?",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[tool.argmap]\n\nselect = [\n", "pyproject.toml: this is not TOML: Invalid value (at end of document)"),
        (b"[tool.argmap]\nselect\n", "pyproject.toml:2:7: this is not TOML: "),
        (b"[tool]\nargmap = 3\n", "pyproject.toml: `tool.argmap` is a table"),
        (b"[tool.argmap]\n# \xff\n", "pyproject.toml is not UTF-8"),
        (b"[tool.argmap]\nquote-words = " + b"9" * 5000, "pyproject.toml: this is not TOML: "),
        (b"[tool.argmap]\nselect = " + b"[" * 100_000, "pyproject.toml"),
    ],
)
def test_files_that_cannot_be_understood(folder: Path, data: bytes, said: str) -> None:
    (folder / "pyproject.toml").write_bytes(data)
    result = run("maps/warned.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"argmap: {said}")
    assert result.stderr.count("\n") == 1


def test_a_file_above_is_called_by_its_whole_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(folder, "[tool.argmap]\nselct = 1\n")
    monkeypatch.chdir(folder / "maps")
    assert run("warned.yaml").stderr.startswith(f"argmap: {folder}/pyproject.toml:2: `selct` is no setting")


def test_wrong_settings_are_told_before_any_map(folder: Path) -> None:
    (folder / "warned.yaml").write_text(WARNED, encoding="utf-8")
    configured(folder / "maps", "[tool.argmap]\nselct = 1\n")
    result = run("warned.yaml", "maps/warned.yaml")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "suport-cycle"], "argmap: --select: `suport-cycle` is no check; did you mean `support-cycle`?\n"),
        (
            ["--ignore", "tab"],
            "argmap: --ignore: `tab` tells that a file is no map, and can be neither switched off nor lowered\n",
        ),
        (
            ["--severity", "argument=none"],
            "argmap: --severity: the level of `argument` is error, warning, hint or off\n",
        ),
    ],
)
def test_wrong_options(arguments: list[str], said: str) -> None:
    result = run(*arguments, "maps/warned.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_a_level_without_a_code() -> None:
    result = run("--severity", "error", "maps/warned.yaml")
    assert result.exit_code == 2
    assert "--severity is written CODE=LEVEL" in result.stderr


# ---- commands that only need the map


def test_other_commands_go_by_the_same_settings(folder: Path) -> None:
    def said() -> tuple[int, str]:
        result = CliRunner().invoke(main, ["outline", "maps/warned.yaml"])
        return result.exit_code, result.stderr

    assert said() == (0, "argmap: maps/warned.yaml has warnings; `argmap check` shows them\n")
    configured(folder, '[tool.argmap]\nselect = ["structure"]\n')
    assert said() == (0, "")
    configured(folder, "[tool.argmap]\nselct = 1\n")
    assert said()[0] == 2
