"""No mark stands twice in a row.

Bad:  msgstr "Serrez les vis.."
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.corrections import faults
from halo_docs.text.typography import REPEATED


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the marks that cannot follow each other."""
    for fault in faults(subject.target, REPEATED, subject.source):
        yield subject.finding(fault.message)


RULE = Rule("po-repeated-mark", Severity.ERROR, TranslatedText, find)
