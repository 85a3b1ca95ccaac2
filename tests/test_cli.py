from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.data.schema import schemas
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


def test_check_is_quiet_when_all_is_well(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(mini, monkeypatch, "check", "de")
    assert (result.exit_code, result.output) == (0, "")


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
    assert "da: 0 of 65 messages done, 0 fuzzy, 65 missing" in result.output


def test_schemas_are_up_to_date() -> None:
    folder = Project(ROOT).schemas
    assert {p.name for p in folder.glob("*.json")} == set(schemas())
    import json

    for name, schema in schemas().items():
        assert json.loads((folder / name).read_text("utf-8")) == schema, f"run make schema ({name})"


def test_the_module_is_the_same_program(mini: Project) -> None:
    command = [sys.executable, "-m", "halo_docs", "stats", "de"]
    done = subprocess.run(command, cwd=mini.root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("de: 65 of 65")


def test_help_names_every_command_of_make() -> None:
    shown = make("help")
    for goal in ("html", "pdf", "all", "check", "test", "gettext", "update-po", "stats", "clean", "help"):
        assert f"  {goal} " in shown
