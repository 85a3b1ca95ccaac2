"""What the rules say of this repository's own manual."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.project import Project

PORT = "docs/manual/06-configuration.yaml:249:29"
"""Where the source manual warns of a port that the version of the chapter does not have."""


def check(
    project: Project, monkeypatch: pytest.MonkeyPatch, languages: Sequence[str] = ()
) -> tuple[int, list[str]]:
    monkeypatch.chdir(project.root)
    result = CliRunner().invoke(main, ["check", "--notices", *languages])
    return result.exit_code, result.stderr.splitlines()


def test_nothing_is_wrong_with_it(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = check(halo, monkeypatch)
    assert code == 0
    assert [line for line in told if line.startswith("docs/")] == [
        f'{PORT}: notice: "RJ45 port" (term rj45-port) applies to ocpp, but this place to capi (open: E-84) '
        "[applicability-reference]"
    ]


def test_the_port_is_an_error_once_nobody_is_asked(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = halo.chapters / "06-configuration.yaml"
    text = path.read_text("utf-8")
    assert text.count("open: [E-84]") == 1
    path.write_text(text.replace(", open: [E-84]", ""), "utf-8")
    code, told = check(halo, monkeypatch, ["en"])
    assert code == 1
    assert [line for line in told if "error" in line] == [
        f'{PORT}: error: "RJ45 port" (term rj45-port) applies to ocpp, but this place to capi '
        "[applicability-reference]"
    ]


@pytest.mark.parametrize("before", ["number: 3.7", "number: 11\n", "number: 7.4", "alternatives: [230, 400]"])
def test_the_powers_follow_from_voltage_and_current(
    halo: Project, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    path = halo.data / "values.yaml"
    text = path.read_text("utf-8")
    digit = next(character for character in before if character.isdigit())
    path.write_text(text.replace(before, before.replace(digit, "9", 1), 1), "utf-8")
    _, told = check(halo, monkeypatch, ["en"])
    assert any(line.endswith("[value-plausible]") for line in told)
