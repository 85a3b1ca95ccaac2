"""What the doctor says of a machine; probes are fakes unless a test is about this machine."""

from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from halo_docs import doctor
from halo_docs.cli import main
from halo_docs.doctor import (
    DEBIAN,
    FEDORA,
    MACOS,
    REQUIREMENTS,
    SYSTEMS,
    UBUNTU,
    Finding,
    System,
    can_build,
    describe,
    examine,
    line_to_type,
    system_of,
)

ROOT = Path(__file__).parent.parent


def machine(*missing: str) -> tuple[Finding, ...]:
    """Return the findings of a machine that lacks only these requirements."""
    assert set(missing) <= {requirement.id for requirement in REQUIREMENTS}
    return tuple(Finding(requirement, requirement.id not in missing) for requirement in REQUIREMENTS)


@pytest.mark.parametrize(("is_met", "state"), [(True, "ok"), (False, "missing")])
def test_examine_asks_the_probe(is_met: bool, state: str) -> None:
    fakes = [dataclasses.replace(requirement, probe=lambda: is_met) for requirement in REQUIREMENTS[:3]]
    assert [finding.state for finding in examine(fakes)] == [state] * 3


def use(monkeypatch: pytest.MonkeyPatch, findings: tuple[Finding, ...], system: System | None) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: findings)
    monkeypatch.setattr(doctor, "this_system", lambda: system)


@pytest.mark.parametrize(
    ("system", "line"),
    [
        (DEBIAN, "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 chromium"),
        (UBUNTU, "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 chromium-browser"),
        (FEDORA, "sudo dnf install pango chromium"),
        (MACOS, "brew install pango chromium"),
    ],
)
def test_each_system_has_one_line_to_type(system: System, line: str) -> None:
    findings = machine("pango", "pangoft2", "chromium")
    assert line_to_type(findings, system) == line
    assert list(describe(findings, system))[-1] == f"{system.name}: {line}"
    assert len(list(describe(findings, system))) == len(REQUIREMENTS) + 1


def test_an_unknown_system_gets_every_line() -> None:
    lines = list(describe(machine("git"), None))
    assert lines[-3:] == [
        "Debian, Ubuntu: sudo apt-get install git",
        "Fedora: sudo dnf install git",
        "macOS: brew install git",
    ]


def test_the_font_comes_with_the_python_packages() -> None:
    assert line_to_type(machine("text-font"), FEDORA) == "make -B html"
    both = line_to_type(machine("text-font", "glib"), FEDORA)
    assert both == "sudo dnf install glib2 && make -B html"


def test_a_machine_that_has_everything_gets_no_line() -> None:
    lines = list(describe(machine(), DEBIAN))
    assert [line.split()[0] for line in lines] == ["ok"] * len(REQUIREMENTS)


def test_a_line_says_the_state_and_what_for() -> None:
    lines = list(describe(machine("chromium", "java"), DEBIAN, lambda text, colour: f"<{colour}>{text}"))
    assert "<red>missing   chromium         opens the pages in a browser (for tests)" in lines
    assert (
        "<yellow>optional  java             runs veraPDF, the proof of PDF/UA and PDF/A (a development kit)"
        in lines
    )
    assert lines[0].startswith("<green>ok        python ")


@pytest.mark.parametrize(
    ("platform", "os_release", "system"),
    [
        ("linux", 'NAME="Debian GNU/Linux"\nID=debian\n', DEBIAN),
        ("linux", "ID=ubuntu\nID_LIKE=debian\n", UBUNTU),
        ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', DEBIAN),
        ("linux", "ID=fedora\n", FEDORA),
        ("linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', FEDORA),
        ("linux", "ID=arch\n\n# a comment\n", None),
        ("linux", "", None),
        ("darwin", "", MACOS),
        ("win32", "", None),
    ],
)
def test_the_system_is_known_by_its_release_file(
    platform: str, os_release: str, system: System | None
) -> None:
    assert system_of(platform, os_release) == system


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.id)
def test_something_brings_every_requirement_on_every_system(requirement: doctor.Requirement) -> None:
    assert requirement.command or set(requirement.packages) == {system.id for system in SYSTEMS}


@pytest.mark.parametrize(
    ("missing", "code"),
    [((), 0), (("chromium", "git", "gettext", "java"), 0), (("pango",), 1), (("text-font", "java"), 1)],
)
def test_only_what_building_needs_fails(
    missing: tuple[str, ...], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    findings = machine(*missing)
    assert can_build(findings) is (code == 0)
    use(monkeypatch, findings, FEDORA)
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == code
    assert result.output.splitlines() == list(describe(findings, FEDORA))
    assert doctor.main() == code


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, machine("pango"), DEBIAN)
    result = CliRunner().invoke(main, ["doctor"], color=True)
    assert "\x1b[31mmissing \x1b[0m  pango " in result.output


def test_this_machine_has_pango() -> None:
    found = {finding.requirement.id: finding.state for finding in examine()}
    assert {found[name] for name in ("python", "pango", "pangoft2", "glib", "text-font")} == {"ok"}


def test_a_library_that_is_nowhere_is_missing() -> None:
    assert not doctor.has_library("libnowhere.so.0", "libnowhere.0.dylib")()
    assert not doctor.has_program("nowhere")()


def test_it_works_without_the_python_packages() -> None:
    command = [sys.executable, "-S", "-m", "halo_docs.doctor"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "missing   text-font " in done.stdout
    assert "ok        python " in done.stdout
    assert done.stdout.splitlines()[-1].endswith("make -B html")


def test_an_old_python_can_read_it() -> None:
    tree = ast.parse((ROOT / "halo_docs" / "doctor.py").read_text("utf-8"), feature_version=(3, 8))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    named = {node.module for node in top if isinstance(node, ast.ImportFrom)}
    named |= {alias.name for node in top if isinstance(node, ast.Import) for alias in node.names}
    assert {str(module).split(".")[0] for module in named} <= sys.stdlib_module_names


@pytest.mark.parametrize("has_venv", [True, False])
def test_make_takes_the_python_there_is(has_venv: bool, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "python"
    if has_venv:
        program.parent.mkdir()
        program.touch()
    command = ["make", "-n", "--no-print-directory", "doctor", f"VENV={tmp_path}", "PYTHON=python3.99"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{program if has_venv else 'python3.99'} -m halo_docs.doctor"
