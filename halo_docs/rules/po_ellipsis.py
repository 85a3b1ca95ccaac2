"""An ellipsis is one sign.

Three points may be torn apart at the end of a line, and a screen reader reads them one by one.

Bad:  msgstr "Patientez..."
Good: msgstr "Patientez…"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text import corrections
from halo_docs.text.corrections import faults
from halo_docs.text.typography import ELLIPSIS


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the points that stand for an ellipsis."""
    for fault in faults(subject.target, ELLIPSIS, subject.source):
        yield subject.finding(fault.message)


def mend(text: str, writing: Writing) -> str:
    """Return the text with the sign of an ellipsis."""
    return corrections.mend(text, ELLIPSIS)


RULE = Rule("po-ellipsis", Severity.ERROR, TranslatedText, find, mend)
