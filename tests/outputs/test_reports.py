"""Findings as people and machines read them."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from halo_docs.cli import main
from halo_docs.outputs.reports import github_report, json_report, sarif_report, tally, text_report
from halo_docs.problems import Location, Problem, Severity
from halo_docs.project import Project
from halo_docs.rules import RULES
from halo_docs.rules.pages import pages
from halo_docs.rules.verdict import Verdict

ERROR = Problem(Location("locales/da/b.po", 7, 2), "100 % wrong: a, b", "po-spaces", about="x.text")
WARNING = Problem(Location("a.yaml", 3), "50 % small", "po-capital", Severity.WARNING, "y.text")
LATER = Problem(Location("locales/da/b.po", 12), "later", "po-break", about="z.text")
NOTICE = Problem(Location("locales/da/b.po", 9), "a hint", "po-end-mark", Severity.NOTICE, "x.text")
WAIVED = Problem(Location("c.po"), "let be", "po-quotes", about="w.text")
VERDICT = Verdict((WARNING, ERROR, LATER), (NOTICE,), (WAIVED,), open_inputs=3, blocking=1)
EMPTY = Verdict((), (), (), 0, 0)

problems = st.builds(
    Problem,
    st.builds(Location, st.text(), st.integers(1, 10**6), st.integers(1, 10**6)),
    st.text(),
    st.sampled_from(sorted(RULES)),
    st.sampled_from(list(Severity)),
    st.text(),
)
verdicts = st.builds(
    Verdict,
    st.lists(problems, max_size=4).map(tuple),
    st.lists(problems, max_size=2).map(tuple),
    st.lists(problems, max_size=2).map(tuple),
    st.integers(0, 9),
    st.integers(0, 9),
)

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
RELATIVE = r"^(?![a-zA-Z][a-zA-Z0-9+.-]*:|/)(?:[A-Za-z0-9_.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*$"
"""SARIF 3.4.4 and RFC 3986: a reference without scheme and root; what is not allowed in it escaped."""

RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation"],
                        "properties": {
                            "artifactLocation": {
                                "type": "object",
                                "required": ["uri"],
                                "properties": {
                                    "uri": {
                                        "type": "string",
                                        "pattern": RELATIVE,
                                    }
                                },
                            },
                            "region": {
                                "type": "object",
                                "properties": {
                                    "startLine": {"type": "integer", "minimum": 1},
                                    "startColumn": {"type": "integer", "minimum": 1},
                                },
                            },
                        },
                    }
                },
            },
        },
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"enum": ["inSource", "external"]}},
            },
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {"shortDescription": TEXT},
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (OASIS, sections 3.13 to 3.35) requires of the properties that we write."""


def sarif(verdict: Verdict) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(sarif_report(verdict))
    Draft202012Validator(SARIF).validate(report)
    run: dict[str, Any] = report["runs"][0]
    return run


def test_text_is_grouped_by_file_and_sorted() -> None:
    assert text_report(VERDICT, with_notices=False).splitlines() == [
        "a.yaml:3:1: warning: 50 % small [po-capital]",
        "locales/da/b.po:7:2: error: 100 % wrong: a, b [po-spaces]",
        "locales/da/b.po:12:1: error: later [po-break]",
    ]
    assert text_report(VERDICT, with_notices=True).splitlines()[1:] == [
        "locales/da/b.po:7:2: error: 100 % wrong: a, b [po-spaces]",
        "locales/da/b.po:9:1: notice: a hint [po-end-mark]",
        "locales/da/b.po:12:1: error: later [po-break]",
    ]
    assert text_report(EMPTY, with_notices=True) == ""


def test_what_is_counted() -> None:
    expected = "3 problems, 1 notice, 1 waived finding, 3 open inputs (1 blocking a release)"
    assert tally(VERDICT) == expected
    assert tally(EMPTY) == ""
    assert tally(Verdict((ERROR,), (), (), 1, 0)) == "1 problem, 1 open input"


def test_json_has_every_finding_with_its_state() -> None:
    report = json.loads(json_report(VERDICT))
    assert report["counts"] == {
        "problems": 3,
        "notices": 1,
        "waived": 1,
        "open_inputs": 3,
        "blocking_open_inputs": 1,
    }
    assert [finding["state"] for finding in report["findings"]] == ["problem"] * 3 + ["notice", "waived"]
    assert report["findings"][1] == {
        "path": "locales/da/b.po",
        "line": 7,
        "column": 2,
        "severity": "error",
        "state": "problem",
        "rule": "po-spaces",
        "place": "x.text",
        "message": "100 % wrong: a, b",
    }


def test_sarif_names_rules_levels_places_and_what_is_waived() -> None:
    run = sarif(VERDICT)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
    assert len(rules) == 5
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error", "note", "error"]
    assert ["suppressions" in result for result in run["results"]] == [False] * 4 + [True]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "locales/da/b.po"},
        "region": {"startLine": 7, "startColumn": 2},
    }
    summary = rules[[rule["id"] for rule in rules].index("po-spaces")]["shortDescription"]["text"]
    assert summary == "Words and marks have one space between them, and none where none belongs."


def test_a_path_of_sarif_is_a_reference() -> None:
    odd = Problem(Location("docs/manual/über uns #1.yaml"), "m", "po-spaces")
    (result,) = sarif(Verdict((odd,), (), (), 0, 0))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/manual/%C3%BCber%20uns%20%231.yaml"


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    assert sarif(EMPTY)["results"] == []


def test_fingerprints_outlive_a_moved_line() -> None:
    moved = Problem(Location("locales/da/b.po", 99), ERROR.message, ERROR.rule, about=ERROR.about)
    first, second = sarif(Verdict((ERROR, moved), (), (), 0, 0))["results"]
    assert first["partialFingerprints"] == second["partialFingerprints"]


def test_github_annotations_are_escaped() -> None:
    assert github_report(VERDICT).split("\n") == [
        "::warning file=a.yaml,line=3,col=1,title=po-capital::50 %25 small",
        "::error file=locales/da/b.po,line=7,col=2,title=po-spaces::100 %25 wrong: a, b",
        "::error file=locales/da/b.po,line=12,col=1,title=po-break::later",
    ]
    odd = Problem(Location("a,b:c%.po"), "::set-env name=x::y\r\n::error::z", "po-spaces")
    assert github_report(Verdict((odd,), (), (), 0, 0)) == (
        "::error file=a%2Cb%3Ac%25.po,line=1,col=1,title=po-spaces::::set-env name=x::y%0D%0A::error::z"
    )
    assert github_report(EMPTY) == ""


@given(verdicts)
def test_no_finding_breaks_a_form(verdict: Verdict) -> None:
    everything = len(verdict.problems) + len(verdict.notices) + len(verdict.waived)
    assert len(json.loads(json_report(verdict))["findings"]) == everything
    assert len(json.loads(sarif_report(verdict))["runs"][0]["results"]) == everything
    lines = [line for line in re.split(r"[\r\n]", github_report(verdict)) if line]
    assert len(lines) == len(verdict.problems)
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str, color: bool = False) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words), color=color)


@pytest.fixture
def faulty(base: Project) -> Project:
    """A project with two errors."""
    path = base.catalogs("da") / "betrieb.po"
    text = path.read_text("utf-8").replace("Åbn ventilen.", "Åbn  ventilen.")
    path.write_text(text.replace("Pumpen kører.", "Pumpen kører"), "utf-8")
    return base


def test_exit_codes(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(base, monkeypatch, "check").exit_code == 0
    assert run(base, monkeypatch, "check", "--format", "xml").exit_code == 2
    assert run(base, monkeypatch, "check", "xx").exit_code == 2
    path = base.catalogs("da") / "betrieb.po"
    path.write_text(path.read_text("utf-8").replace("Åbn ventilen.", "åbn ventilen."), "utf-8")
    # A warning is enough: a gate lets nothing pass that a person should look at.
    assert run(base, monkeypatch, "check").exit_code == 1


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_forms_for_machines_go_to_the_output_alone(
    faulty: Project, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    result = run(faulty, monkeypatch, "check", "--format", form, "da")
    assert result.exit_code == 1
    assert result.stderr == ""
    if form == "github":
        assert result.stdout.startswith("::error file=locales/da/LC_MESSAGES/betrieb.po,line=")
        assert result.stdout.count("\n") == 2
    else:
        report = json.loads(result.stdout)
        found = report["findings"] if form == "json" else report["runs"][0]["results"]
        assert len(found) == 2


def test_forms_for_machines_say_also_that_nothing_was_found(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = json.loads(run(base, monkeypatch, "check", "--format", "json").stdout)
    assert report["findings"] == []
    assert run(base, monkeypatch, "check", "--format", "github").stdout == ""
    result = run(base, monkeypatch, "check", "--format", "sarif")
    assert json.loads(result.stdout)["runs"][0]["results"] == []


def test_text_is_coloured_on_a_terminal_only(faulty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run(faulty, monkeypatch, "check", "da").stderr
    coloured = run(faulty, monkeypatch, "check", "da", color=True).stderr
    assert click.style("error", fg="red") in coloured
    assert click.unstyle(coloured) == run(faulty, monkeypatch, "check", "da").stderr
    assert "\x1b[" not in run(faulty, monkeypatch, "check", "--format", "json", "da", color=True).stdout


@pytest.mark.parametrize("name", sorted(page.id for page in pages()))
def test_every_rule_is_explained(name: str) -> None:
    result = CliRunner().invoke(main, ["explain", name])
    assert result.exit_code == 0
    assert name in result.stdout.splitlines()[0]
    assert "Bad" in result.stdout and "Good" in result.stdout


def test_an_explanation_is_the_docstring_of_the_rule() -> None:
    told = CliRunner().invoke(main, ["explain", "po-spaces"]).stdout
    page = sys.modules[RULES["po-spaces"].find.__module__].__doc__ or ""
    for line in page.strip().splitlines():
        assert line.removeprefix("Bad:").removeprefix("Good:").strip() in told


def test_an_unknown_rule_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["explain", "po-space"])
    assert result.exit_code == 2
    assert 'unknown rule "po-space" (did you mean "po-spaces"?)' in result.stderr
