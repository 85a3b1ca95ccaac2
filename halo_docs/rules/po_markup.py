"""A translation has the literals of its source, character for character, and as many emphasised runs.

A literal is what a reader types or looks for; emphasis tells what matters.

Bad:  msgid "Enter `admin`, **never** more."   msgstr "Saisissez `administrateur`, jamais plus."
Good: msgid "Enter `admin`, **never** more."   msgstr "Saisissez `admin`, **jamais** plus."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.inline import faults
from halo_docs.text.wording import literals, strong_count


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the literals that differ, and a different number of emphasised runs."""
    if any(faults(subject.target)):
        # What is half a role or half a literal can only be guessed; po-roles tells of it.
        return
    expected, found = Counter(literals(subject.source)), Counter(literals(subject.target))
    for literal in (expected - found).elements():
        yield subject.finding(f"the literal `{literal}` is missing from the translation")
    for literal in (found - expected).elements():
        yield subject.finding(f"the literal `{literal}` is not in the source text")
    wanted, given = strong_count(subject.source), strong_count(subject.target)
    if wanted != given:
        yield subject.finding(f"**emphasis**: expected {wanted} times, found {given} times")


RULE = Rule("po-markup", Severity.ERROR, TranslatedText, find)
