r"""A translation ends with a colon where its source does, and only there.

A colon announces a list, a figure or a step; without it the reader does not know that more follows.

Bad:  msgid "The package contains:"   msgstr "L’emballage contient"
Good: msgid "The package contains:"   msgstr "L’emballage contient\u00a0:"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.endings import end_mark


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield a colon at the end that is lost or added."""
    expected, found = end_mark(subject.source), end_mark(subject.target)
    if expected != found and ":" in (expected, found):
        yield subject.finding(f"ends with {found or 'no mark'}, the source text with {expected or 'none'}")


RULE = Rule("po-end-colon", Severity.WARNING, TranslatedText, find)
