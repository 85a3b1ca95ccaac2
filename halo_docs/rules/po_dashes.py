"""Hyphens, dashes and minus signs each stand where they belong.

A range has an en dash without spaces, a number below zero the sign U+2212 (ISO 80000-1, 7.2.2), and
a break in a sentence a dash. What the source joins by a hyphen, the translation does not join by a
dash; nor what belongs together in a language with `dash_in_words: false` (writing.yaml). A standard
or a code that the source has too keeps its hyphen.

Bad:  msgstr "de -25 à 40, étapes 2-5"
Good: msgstr "de −25 à 40, étapes 2–5"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text import corrections
from halo_docs.text.corrections import faults
from halo_docs.text.typography import DASHES, changed_dashes, dashes_in_words


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the hyphens, dashes and signs that are another than what is meant."""
    for fault in faults(subject.target, DASHES, subject.source):
        yield subject.finding(fault.message)
    if not subject.writing.dash_in_words:
        for word in dashes_in_words(subject.target):
            yield subject.finding(word)
    for change in changed_dashes(subject.source, subject.target):
        yield subject.finding(change)


def mend(text: str, writing: Writing) -> str:
    """Return the text with dashes and minus signs where it is certain what is meant."""
    return corrections.mend(text, DASHES)


RULE = Rule("po-dashes", Severity.ERROR, TranslatedText, find, mend)
