"""Weighs findings: which stand, which are only notices, which somebody has waived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from halo_docs.data.manual import Manual
from halo_docs.data.waivers import Waiver
from halo_docs.problems import Problem, Severity, did_you_mean
from halo_docs.rules import RULES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to."""

    problems: tuple[Problem, ...]
    """What must be mended, sorted."""
    notices: tuple[Problem, ...]
    """What is worth a look, and what an open input asks about already; sorted."""
    waived: tuple[Problem, ...]
    """What somebody lets stand; sorted."""
    open_inputs: int
    """Questions to the manufacturer without an answer."""
    blocking: int
    """Those of them that block a release."""


def weigh(manual: Manual, found: Iterable[tuple[str, Problem]], languages: Iterable[str]) -> Verdict:
    """Sort findings into problems, notices and waived ones.

    :param found: each finding with the language that it belongs to.
    :param languages: what was checked; a waiver for another language cannot be called unused.
    """
    used: set[Waiver] = set()
    problems: set[Problem] = set()
    waived: set[Problem] = set()
    for language, problem in found:
        waivers = [w for w in manual.waivers if _covers(w, language, problem)]
        used.update(waivers)
        (waived if waivers else problems).add(problem)
    checked = {*map(str, languages)}
    for waiver in manual.waivers:
        unknown = [code for code in waiver.languages if code not in manual.languages]
        is_looked_at = _concerns(waiver, manual) <= checked
        if waiver not in used and (unknown or waiver.rule not in RULES or is_looked_at):
            problems.add(_unused(waiver, unknown, manual))
    open_inputs = [entry for entry in manual.open_inputs.values() if entry.answer is None]
    return Verdict(
        problems=tuple(sorted(p for p in problems if p.severity is not Severity.NOTICE)),
        notices=tuple(sorted(p for p in problems if p.severity is Severity.NOTICE)),
        waived=tuple(sorted(waived)),
        open_inputs=len(open_inputs),
        blocking=sum(entry.blocks_release for entry in open_inputs),
    )


def _covers(waiver: Waiver, language: str, problem: Problem) -> bool:
    return (
        waiver.rule == problem.rule
        and waiver.place == problem.about
        and (not waiver.languages or language in waiver.languages)
    )


def _concerns(waiver: Waiver, manual: Manual) -> set[str]:
    """Return the languages that must be looked at before a waiver can be called unused."""
    return set(map(str, waiver.languages or manual.languages))


def _unused(waiver: Waiver, unknown: Sequence[str], manual: Manual) -> Problem:
    if unknown:
        message = f'there is no language "{unknown[0]}"{did_you_mean(unknown[0], manual.languages)}'
    elif waiver.rule not in RULES:
        message = f'there is no rule "{waiver.rule}"{did_you_mean(waiver.rule, RULES)}'
    else:
        message = f'nothing is found at "{waiver.place}" that the waiver would cover; take it out'
    return Problem(waiver.location, message, "waiver-unused", about=waiver.place)
