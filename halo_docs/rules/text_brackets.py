"""Brackets and quotation marks come in pairs.

A bracket that is never closed leaves open where an aside ends; the source manual of one product lost a
condition that way.

Bad:  “Insert the cable (see chapter 5.”
Good: “Insert the cable (see chapter 5).”
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.marks import unbalanced_brackets, unbalanced_quotes

_APOSTROPHES = ("'", "’", "‘")


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the marks that have no partner."""
    text, quotes = subject.running, subject.writing.quotes
    for bracket in dict.fromkeys(unbalanced_brackets(text)):
        yield subject.finding(f'"{bracket}" has no partner')
    pairs = {('"', '"')}
    # An apostrophe closes nothing.
    pairs |= {(own.open.strip(), own.close.strip()) for own in quotes if own.close not in _APOSTROPHES}
    for opening, closing in sorted(pairs):
        if unbalanced_quotes(text, opening, closing):
            told = opening if opening == closing else f"{opening} {closing}"
            yield subject.finding(f"the quotation marks {told} are not in pairs")


RULE = Rule("text-brackets", Severity.ERROR, SourceText, find)
