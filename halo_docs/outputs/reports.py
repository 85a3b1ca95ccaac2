"""Writes findings in the forms that people and machines read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from halo_docs import __version__
from halo_docs.problems import Location, Problem, Severity
from halo_docs.rules.pages import summary
from halo_docs.rules.verdict import Verdict

Style = Callable[[str, Severity | None], str]
"""Colours a text by a severity, or makes it stand out."""


def plain(text: str, severity: Severity | None) -> str:
    """Colour nothing."""
    return text


def line(problem: Problem, style: Style = plain) -> str:
    """Return a finding as one line: ``path:line:col: severity: message [rule]``."""
    place = style(str(problem.location), None)
    severity = style(problem.severity.value, problem.severity)
    return f"{place}: {severity}: {problem.message} [{problem.rule}]"


def text_report(verdict: Verdict, with_notices: bool, style: Style = plain) -> str:
    """Return the findings grouped by file; nothing when there is none."""
    shown = sorted([*verdict.problems, *(verdict.notices if with_notices else ())])
    groups = [
        "\n".join(line(problem, style) for problem in group)
        for _, group in groupby(shown, key=lambda problem: problem.location.path)
    ]
    return "\n".join(groups)


def tally(verdict: Verdict) -> str:
    """Return the counts in one line, or nothing when there is nothing to count."""
    counts = [
        _count(len(verdict.problems), "problem"),
        _count(len(verdict.notices), "notice"),
        _count(len(verdict.waived), "waived finding"),
        _count(verdict.open_inputs, "open input"),
    ]
    if verdict.blocking:
        counts[-1] += f" ({verdict.blocking} blocking a release)"
    return ", ".join(filter(None, counts))


def _count(number: int, word: str) -> str:
    if not number:
        return ""
    return f"{number} {word}{'s' if number > 1 else ''}"


def json_report(verdict: Verdict) -> str:
    """Return every finding, the notices and the waived ones too, as JSON."""
    states = (("problem", verdict.problems), ("notice", verdict.notices), ("waived", verdict.waived))
    findings = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "severity": problem.severity.value,
            "state": state,
            "rule": problem.rule,
            "place": problem.about,
            "message": problem.message,
        }
        for state, problems in states
        for problem in problems
    ]
    counts = {
        "problems": len(verdict.problems),
        "notices": len(verdict.notices),
        "waived": len(verdict.waived),
        "open_inputs": verdict.open_inputs,
        "blocking_open_inputs": verdict.blocking,
    }
    return _dump({"counts": counts, "findings": findings})


_SARIF_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
)


def sarif_report(verdict: Verdict) -> str:
    """Return the findings as SARIF 2.1.0 (OASIS), which code hosts and editors show in place."""
    everything = [*verdict.problems, *verdict.notices, *verdict.waived]
    rules = sorted({problem.rule for problem in everything})
    driver = {
        "name": "halo-docs",
        "version": __version__,
        "rules": [{"id": name, "shortDescription": {"text": summary(name)}} for name in rules],
    }
    results = [_sarif(problem, rules.index(problem.rule)) for problem in everything]
    for result in results[len(everything) - len(verdict.waived) :]:
        result["suppressions"] = [{"kind": "external"}]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "urn:oasis:names:tc:sarif:schema:2.1.0"
    return _dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _sarif(problem: Problem, index: int) -> dict[str, Any]:
    region = {"startLine": problem.location.line, "startColumn": problem.location.column}
    place = {"artifactLocation": {"uri": quote(problem.location.path)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"place/v1": f"{problem.location.path}:{problem.rule}:{problem.about}"},
    }


_GITHUB_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
)


def github_report(verdict: Verdict) -> str:
    """Return the problems as workflow commands of GitHub Actions, one a line."""
    return "\n".join(_github(problem) for problem in verdict.problems)


def _github(problem: Problem) -> str:
    place: Location = problem.location
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.rule,
    }
    written = ",".join(f"{key}={_escape(value, ',:')}" for key, value in properties.items())
    return f"::{_GITHUB_COMMANDS[problem.severity]} {written}::{_escape(problem.message)}"


def _escape(text: str, also: Iterable[str] = "") -> str:
    for character in ("%", "\r", "\n", *also):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


REPORTS: Mapping[str, Callable[[Verdict], str]] = MappingProxyType(
    {"json": json_report, "sarif": sarif_report, "github": github_report}
)
"""Forms for machines, by the name that the command line gives them."""
