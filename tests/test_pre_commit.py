"""The hooks of `.pre-commit-hooks.yaml`, installed and run by pre-commit itself in a repository of its own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GOOD = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    because: They ring\n"
UGLY = "title: Phones\nargmap: 1\nclaims:\n- because: They ring\n  claim: 'Phones distract'\n"
BROKEN = "argmap: 1\ntitle: Phones\nclaims:\n  - claim: Phones distract\n    becuase: They ring\n"
REPORT = (
    "broken.argmap.yml:5:5: error[unknown-field]: `becuase` is no key of an item of `claims`\n"
    "  5 |     becuase: They ring\n"
    "    |     ^^^^^^^\n"
    "  help: did you mean `because`?\n"
)

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of a person who has neither settings of git nor this argmap in the way."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    for name in ("CI", "GITHUB_ACTIONS", "VIRTUAL_ENV"):
        inherited.pop(name, None)
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PIP_RETRIES": "2"}
    own |= {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own |= {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        command,
        cwd=folder,
        env=inherited | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
        check=False,
    )


def done(folder: Path, *command: str) -> str:
    """What a command says that must not fail."""
    result = run(folder, *command)
    assert result.returncode == 0, result.stdout
    return result.stdout


def repository(folder: Path) -> Path:
    folder.mkdir()
    done(folder, "git", "init", "--quiet")
    return folder


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `.pre-commit-config.yaml` whose hooks are installed already, from this code as it is."""
    place = tmp_path_factory.mktemp("hooks")
    hooks = repository(place / "argmap")
    shutil.copytree(ROOT / "argmap", hooks / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, hooks)
    done(hooks, "git", "add", ".")
    done(hooks, "git", "commit", "--quiet", "--message", "argmap")
    revision = done(hooks, "git", "rev-parse", "HEAD").strip()

    user = repository(place / "user")
    path = user / ".pre-commit-config.yaml"
    wanted = [{"id": "argmap-fmt"}, {"id": "argmap-check"}]
    path.write_text(yaml.safe_dump({"repos": [{"repo": str(hooks), "rev": revision, "hooks": wanted}]}), "utf-8")
    installed = run(user, sys.executable, "-m", "pre_commit", "install-hooks")
    if installed.returncode and "connection broken by" in installed.stdout:
        pytest.skip("pip has no network from which to install what argmap needs")
    assert installed.returncode == 0, installed.stdout
    return path


@pytest.fixture
def project(settings: Path, request: pytest.FixtureRequest) -> Path:
    """A repository in which every commit is looked at."""
    folder = repository(settings.parents[1] / request.node.name)
    shutil.copy(settings, folder)
    done(folder, sys.executable, "-m", "pre_commit", "install")
    return folder


def commit(project: Path, **maps: str) -> subprocess.CompletedProcess[str]:
    for name, text in maps.items():
        (project / f"{name}.argmap.yml").write_text(text, encoding="utf-8")
    done(project, "git", "add", ".")
    return run(project, "git", "commit", "--message", "Maps")


def test_a_broken_map_stops_the_commit_with_its_report(project: Path) -> None:
    result = commit(project, broken=BROKEN, good=GOOD)
    assert result.returncode == 1
    assert REPORT in result.stdout[result.stdout.index("argmap check") :]
    assert "argmap: 1 error in 2 maps\n" in result.stdout
    assert run(project, "git", "rev-parse", "--verify", "HEAD").returncode != 0


def test_a_map_in_another_layout_is_put_right_and_stops_the_commit_once(project: Path) -> None:
    result = commit(project, ugly=UGLY)
    assert result.returncode == 1
    assert "- files were modified by this hook\n\nugly.argmap.yml\n" in result.stdout
    assert (project / "ugly.argmap.yml").read_text(encoding="utf-8") == GOOD
    assert commit(project).returncode == 0


def test_clean_maps_are_committed_and_other_files_are_not_looked_at(project: Path) -> None:
    (project / "other.yaml").write_text("argmap: none\n", encoding="utf-8")
    result = commit(project, good=GOOD, **{"two words": GOOD})
    assert result.returncode == 0, result.stdout
    assert [line.split(".")[0] for line in result.stdout.splitlines() if line.endswith("Passed")] == [
        "argmap fmt",
        "argmap check",
    ]
    assert "two words.argmap.yml" in done(project, "git", "show", "--stat", "--format=")
