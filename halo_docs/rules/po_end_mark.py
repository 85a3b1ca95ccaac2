"""A translation ends with the mark that its source ends with.

A lost full stop or question mark may be the end of a lost sentence. Languages differ here, so this
is only a hint; for the colon see `po-end-colon`.

Bad:  msgid "Tighten the screws."   msgstr "Serrez les vis"
Good: msgid "Tighten the screws."   msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.endings import end_mark


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield an end mark that is lost, added or changed."""
    expected, found = end_mark(subject.source), end_mark(subject.target)
    if expected != found and ":" not in (expected, found):
        yield subject.finding(f"ends with {found or 'no mark'}, the source text with {expected or 'none'}")


RULE = Rule("po-end-mark", Severity.NOTICE, TranslatedText, find)
