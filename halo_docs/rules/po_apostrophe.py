"""An apostrophe is the one of the language.

A straight one, an accent or a quotation mark in its place shows beside the right ones. The
language's writing.yaml says which it is (`apostrophe`).

Bad:  msgstr "Avant l'installation"
Good: msgstr "Avant l’installation"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text import corrections
from halo_docs.text.corrections import faults
from halo_docs.text.typography import apostrophes


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the signs that stand where an apostrophe belongs."""
    for fault in faults(subject.target, apostrophes(subject.writing), subject.source):
        yield subject.finding(fault.message)


def mend(text: str, writing: Writing) -> str:
    """Return the text with the apostrophe of the language."""
    return corrections.mend(text, apostrophes(writing))


RULE = Rule("po-apostrophe", Severity.ERROR, TranslatedText, find, mend)
