"""Marks that cannot follow each other do not.

Bad:  text: Open the cover,, then wait..
Good: text: Open the cover, then wait.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.corrections import faults
from halo_docs.text.typography import REPEATED


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the marks that stand twice."""
    for fault in faults(subject.text.source, REPEATED):
        yield subject.finding(fault.message)


RULE = Rule("text-repeated-mark", Severity.ERROR, SourceText, find)
