"""What stands, what is only a notice, what somebody has waived."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.data.load import load_manual
from halo_docs.problems import Location, Problem, Severity
from halo_docs.project import Project
from halo_docs.rules.verdict import weigh

DOUBLED = "locales/da/LC_MESSAGES/betrieb.po:62:1: error: two spaces in a row: “Åbn  ventilen.” [po-spaces]"


@pytest.fixture
def faulty(base: Project) -> Project:
    """A project with one fault in one translation."""
    path = base.catalogs("da") / "betrieb.po"
    path.write_text(path.read_text("utf-8").replace("Åbn ventilen.", "Åbn  ventilen."), "utf-8")
    return base


def check(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, ["check", *words])


def waive(project: Project, *waivers: str) -> None:
    project.waivers.write_text("waivers:\n" + "".join(f"  - {{{w}}}\n" for w in waivers), "utf-8")


WAIVER = "rule: po-spaces, place: schritt-ventil.text, reason: Two spaces are wanted here."


def test_a_finding_fails_the_check(faulty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(faulty, monkeypatch, "da")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [DOUBLED]
    assert result.stdout == "1 problem, 1 open input (1 blocking a release)\n"


@pytest.mark.parametrize("languages", ["", ", languages: [da]", ", languages: [de, da]"])
def test_a_waived_finding_is_counted_and_does_not_fail(
    faulty: Project, monkeypatch: pytest.MonkeyPatch, languages: str
) -> None:
    waive(faulty, WAIVER + languages)
    result = check(faulty, monkeypatch)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 waived finding, 1 open input (1 blocking a release)\n"
    findings = json.loads(check(faulty, monkeypatch, "--format", "json").stdout)["findings"]
    assert [finding["state"] for finding in findings] == ["waived"]


def test_the_place_of_a_waiver_stands_in_the_json(faulty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = json.loads(check(faulty, monkeypatch, "--format", "json").stdout)["findings"]
    waive(faulty, f"rule: {finding['rule']}, place: {finding['place']}, reason: As found.")
    assert check(faulty, monkeypatch).exit_code == 0


def test_a_waiver_for_another_language_does_not_cover(
    faulty: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    waive(faulty, f"{WAIVER}, languages: [de]")
    result = check(faulty, monkeypatch, "da")
    # Whether it covers something in German was not looked at.
    assert result.stderr.splitlines() == [DOUBLED]
    result = check(faulty, monkeypatch)
    unused = 'nothing is found at "schritt-ventil.text" that the waiver would cover; take it out'
    assert result.stderr.splitlines() == [
        f"docs/data/waivers.yaml:2:5: error: {unused} [waiver-unused]",
        DOUBLED,
    ]


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        (
            "rule: po-spaces, place: betrieb.title, reason: No.",
            'nothing is found at "betrieb.title" that the waiver would cover; take it out',
        ),
        (
            "rule: po-space, place: schritt-ventil.text, reason: No.",
            'there is no rule "po-space" (did you mean "po-spaces"?)',
        ),
        ("rule: nonsense, place: schritt-ventil.text, reason: No.", 'there is no rule "nonsense"'),
        (f"{WAIVER}, languages: [dk]", 'there is no language "dk"'),
    ],
)
def test_a_waiver_that_covers_nothing_is_a_problem(
    base: Project, monkeypatch: pytest.MonkeyPatch, waiver: str, message: str
) -> None:
    waive(base, waiver)
    result = check(base, monkeypatch)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [f"docs/data/waivers.yaml:2:5: error: {message} [waiver-unused]"]


@pytest.mark.parametrize("field", ["rule", "place", "reason"])
def test_a_waiver_says_what_and_why(faulty: Project, monkeypatch: pytest.MonkeyPatch, field: str) -> None:
    fields = [part for part in WAIVER.split(", ") if not part.startswith(field)]
    waive(faulty, ", ".join(fields))
    result = check(faulty, monkeypatch, "da")
    assert result.exit_code == 1
    assert f'"{field}" is missing' in result.stderr
    assert result.stderr.startswith("docs/data/waivers.yaml:2:5: error: ")


def test_notices_are_counted_and_printed_on_request_only(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.catalogs("da") / "betrieb.po"
    retired = '\n#~ msgctxt "alt.text"\n#~ msgid "Alt."\n#~ msgstr "Gammel."\n'
    path.write_text(path.read_text("utf-8") + retired, "utf-8")
    result = check(base, monkeypatch, "da")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 notice, 1 open input (1 blocking a release)\n"
    result = check(base, monkeypatch, "--notices", "da")
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith("locales/da/LC_MESSAGES/betrieb.po:") and line.endswith("[po-obsolete]")


def test_open_inputs_are_counted_until_they_are_answered(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.data / "open-inputs.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("blocks_release: true", "blocks_release: false"), "utf-8")
    assert check(base, monkeypatch, "da").stdout == "1 open input\n"
    path.write_text(text.replace("blocks_release: true", "blocks_release: true, answer: Bald."), "utf-8")
    assert check(base, monkeypatch, "da").stdout == ""


def problem(**fields: Any) -> Problem:
    return Problem(
        Location("a.po", 3), "m", **{"rule": "po-spaces", "about": "schritt-ventil.text", **fields}
    )


def test_findings_are_told_once_and_sorted(faulty: Project) -> None:
    manual, _ = load_manual(faulty)
    assert manual is not None
    later = Problem(Location("b.po", 1), "m", "po-break", about="x.text")
    verdict = weigh(manual, [("da", later), ("da", problem()), ("de", problem())], ["da", "de"])
    assert verdict.problems == (problem(), later)
    notice = problem(severity=Severity.NOTICE)
    assert weigh(manual, [("da", notice)], ["da"]).notices == (notice,)


def test_a_finding_that_one_language_waives_stands_in_the_others(faulty: Project) -> None:
    waive(faulty, f"{WAIVER}, languages: [da]")
    manual, _ = load_manual(faulty)
    assert manual is not None
    german = Problem(Location("de.po", 3), "m", "po-spaces", about="schritt-ventil.text")
    verdict = weigh(manual, [("da", problem()), ("de", german)], ["da", "de"])
    assert (verdict.problems, verdict.waived) == ((german,), (problem(),))
