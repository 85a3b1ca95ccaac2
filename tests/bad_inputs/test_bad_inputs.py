"""Every bad input that an author, a translator or a stranger may hand in, with what is said of it.

A case is a file ``cases/<name>.yaml``: what is done to a copy of the mini manual, and the exact
output of ``halo-docs check``. Nothing is built, and the exit code is 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.project import Project

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def apply(project: Project, change: dict[str, Any]) -> None:
    """Do to the project what a case says."""
    path = project.root / change["file"]
    match change:
        case {"replace": before, "by": after}:
            text = path.read_text("utf-8")
            assert before in text, f"{change['file']} has no {before!r}"
            path.write_text(text.replace(before, after, 1), "utf-8")
        case {"append": text}:
            path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")
        case {"write": text}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        case {"bytes": text}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes.fromhex(text))
        case {"repeat": text, "times": times}:
            path.write_text(text * times, "utf-8")
        case {"delete": True}:
            path.unlink()
        case _:
            raise AssertionError(f"unknown change {sorted(change)}")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_of_a_bad_input(path: Path, mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    for change in case["changes"]:
        apply(mini, change)
    monkeypatch.chdir(mini.root)
    result = CliRunner().invoke(main, ["check", *case.get("languages", ["de"])])
    # The mini manual has no catalogs of its own; that they lack messages is not what a case is about.
    told = [line for line in result.stderr.splitlines(keepends=True) if ": no message " not in line]
    assert "".join(told) == case["expected"]
    assert result.exit_code == 1
    assert not (mini.root / "build").exists()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
