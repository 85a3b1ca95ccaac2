"""A translation has as many sentences as its source.

A translator may join or part sentences; a sentence may also be lost.

Bad:  msgid "Unpack it. Check it."   msgstr "Déballez-le."
Good: msgid "Unpack it. Check it."   msgstr "Déballez-le. Contrôlez-le."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.wording import sentences


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the texts with fewer sentences."""
    expected, found = len(sentences(subject.running_source)), len(sentences(subject.running_target))
    if found < expected:
        yield subject.finding(f"{expected} sentences became {found}")


RULE = Rule("po-sentences", Severity.NOTICE, TranslatedText, find)
