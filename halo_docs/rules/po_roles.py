"""A translation keeps every role of its source, and has no other.

A role that is lost, or replaced by what it shows, freezes a number: when the product changes, this
language will not. Such a translation is never shown.

Bad:  msgid "Tighten to {value}`torque`."   msgstr "Serrez à 2 N·m."
Good: msgid "Tighten to {value}`torque`."   msgstr "Serrez à {value}`torque`."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.inline import faults, roles


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the roles that are lost, added or broken."""
    for fault in faults(subject.target):
        yield subject.finding(fault)
    expected, found = Counter(roles(subject.source)), Counter(roles(subject.target))
    for role in (expected - found).elements():
        yield subject.finding(f"{role} is missing from the translation")
    for role in (found - expected).elements():
        yield subject.finding(f"{role} is not in the source text")


RULE = Rule("po-roles", Severity.ERROR, TranslatedText, find)
