from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from halo_docs.cli import main
from halo_docs.project import Project

ROOT = Path(__file__).parent.parent


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words))


def make(*words: str, environment: dict[str, str] | None = None) -> str:
    """Return what make prints; goals that build only say what they would call."""
    command = ["make", "--no-print-directory", *words]
    path = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=path | (environment or {})
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("words", "environment", "called"),
    [
        (("html", "LANG=fr"), {}, "html fr"),
        (("html",), {"LANG": "de_DE.UTF-8"}, "html"),
        (("pdf", "LANG=en fr"), {"LANG": "C"}, "pdf en fr"),
        (("-e", "html"), {"LANG": "fr"}, "html"),
        (("all",), {}, "all"),
        (("update-po", "LANG=fr,sv"), {}, "update-po fr,sv"),
    ],
)
def test_make_takes_the_language_from_the_command_line_only(
    words: tuple[str, ...], environment: dict[str, str], called: str
) -> None:
    assert make("-n", "RUN=halo-docs", *words, environment=environment).endswith(
        f"halo-docs {called}".strip()
    )


def test_an_unknown_language_is_wrong_usage(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "html", "dk")
    assert result.exit_code == 2
    assert 'unknown language "dk"' in result.output
    assert "known: de, da" in result.output


def test_outside_a_project_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "docs/data/manual.yaml" in result.output


def test_check_reports_all_problems_and_fails(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = mini.chapters / "betrieb.yaml"
    text = path.read_text("utf-8").replace("{value}`druck`", "{value}`druk`")
    path.write_text(text.replace("{ui}`ein`", "{ui}`aus`"), "utf-8")
    result = run(mini, monkeypatch, "check")
    assert result.exit_code == 1
    assert (
        "docs/manual/betrieb.yaml:28:19: error: {value}`druk` leads nowhere "
        '(did you mean "druck"?) [text-markup]' in result.output
    )
    assert "{ui}`aus` leads nowhere" in result.output
    assert "Traceback" not in result.output


def test_check_reports_what_is_not_translated(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "check", "da")
    assert result.exit_code == 1
    assert "locales/da/LC_MESSAGES/betrieb.po:1:1: warning: no message" in result.output


def test_of_a_catalog_that_cannot_be_read_only_that_is_told(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.catalogs("da") / "betrieb.po"
    path.write_text(path.read_text("utf-8") + '\nmsgctxt "a\n', "utf-8")
    told = run(base, monkeypatch, "check", "da").stderr.splitlines()
    line = path.read_text("utf-8").count("\n")
    assert [text.partition(": ")[0] for text in told] == [f"locales/da/LC_MESSAGES/betrieb.po:{line}:1"]


def test_a_file_outside_the_project_is_told_with_its_whole_name(
    base: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command, name in (("import", "my file.xlf"), ("terms import", "my terms.csv")):
        path = tmp_path / name
        path.write_text("nothing", "utf-8")
        result = run(base, monkeypatch, *command.split(), str(path))
        assert result.exit_code == 1 and result.stderr.startswith(f"{path}:1:"), result.output


def test_the_source_language_has_no_catalogs_to_update(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(base, monkeypatch, "update-po", "de")
    assert result.exit_code == 2 and '"de" is the source language' in result.stderr
    assert not base.catalogs("de").exists()


def test_check_is_quiet_when_all_is_well(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "check", "de")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "2 notices, 1 open input (1 blocking a release)\n"


def test_the_chooser_lists_what_is_built(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "html", "da")
    assert result.exit_code == 0
    assert result.stdout == ""
    page = (mini.html_root / "index.html").read_text("utf-8")
    assert 'href="da/index.html"' in page
    assert 'href="de/index.html"' not in page
    assert (mini.html_root / "languages.js").read_text("utf-8") == 'window.MANUAL_LANGUAGES = ["da"];\n'


def test_stats_counts_messages(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "stats")
    assert "da       all           67     0     0     0    0.0 %" in result.output


def test_every_yaml_file_fits_its_schema(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors see no error where the loader sees none, and offer the ids that exist."""
    assert run(halo, monkeypatch, "check", "en").exit_code == 0
    checked = 0
    for path in [*halo.data.glob("*.yaml"), *halo.chapters.glob("*.yaml"), *halo.locales.rglob("*.yaml")]:
        first, _, text = path.read_text("utf-8").partition("\n")
        named = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert named.is_file(), path.name
        schema = json.loads(named.read_text("utf-8"))
        errors = Draft202012Validator(schema).iter_errors(yaml.safe_load(text))
        assert not [f"{path.name}: {error.json_path}: {error.message[:200]}" for error in errors]
        checked += 1
    assert checked > 20
    values = json.loads((halo.schemas / "chapter.json").read_text("utf-8"))["$defs"]["known-value"]
    shown = {entry["const"]: entry["description"] for entry in values["oneOf"]}
    assert shown["cover-screw-torque"] == "1.5–2.0\u00a0N·m"


def test_the_module_is_the_same_program(mini: Project) -> None:
    command = [sys.executable, "-m", "halo_docs", "stats", "de"]
    done = subprocess.run(command, cwd=mini.root, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("de       all            0     0     0    67    100 %\n")


def test_help_names_every_command_of_make() -> None:
    shown = make("help")
    for goal in ("html", "pdf", "all", "check", "test", "gettext", "update-po", "stats", "clean", "help"):
        assert f"  {goal} " in shown
