"""Words and marks have one space between them, and none where none belongs.

A missing or doubled space shows in every output; a tab or a line break hides in the catalog.

Bad:  msgstr "Serrez  les vis ."
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text import corrections
from halo_docs.text.corrections import faults
from halo_docs.text.typography import spaces


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the spaces that are wrong."""
    for fault in faults(subject.target, spaces(subject.writing), subject.source):
        yield subject.finding(fault.message)


def mend(text: str, writing: Writing) -> str:
    """Return the text with its spaces put right."""
    return corrections.mend(text, spaces(writing))


RULE = Rule("po-spaces", Severity.ERROR, TranslatedText, find, mend)
