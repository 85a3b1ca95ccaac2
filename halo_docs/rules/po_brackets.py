"""Every bracket is closed by its own.

Bad:  msgstr "Serrez les vis (Torx."
Good: msgstr "Serrez les vis (Torx)."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.quotations import bracket_fault


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the bracket that lacks its partner, unless the source text has it so."""
    fault = bracket_fault(subject.running_target)
    if fault and not bracket_fault(subject.running_source):
        yield subject.finding(fault)


RULE = Rule("po-brackets", Severity.ERROR, TranslatedText, find)
