r"""Quotation marks are those of the language, and in pairs.

The pairs stand in the language's writing.yaml (`quotes`): the first is the one to write, others may
stand too, for quotations inside others (CLDR delimiters). A language without pairs is not looked at.

Bad:  msgstr "Appuyez sur \"OK\"."
Good: msgstr "Appuyez sur «\u00a0OK\u00a0»."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.quotations import mend_quotations, quotation_faults


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the quotation marks that are foreign, straight, or without their partner."""
    if subject.writing.quotes:
        for fault in quotation_faults(subject.target, subject.writing.quotes):
            yield subject.finding(fault)


def mend(text: str, writing: Writing) -> str:
    """Return the text with the language's quotation marks, where each mark's part is clear."""
    return mend_quotations(text, writing.quotes)


RULE = Rule("po-quotes", Severity.ERROR, TranslatedText, find, mend)
