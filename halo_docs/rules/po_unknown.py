"""Every message of a catalog is a text of the manual.

A message whose key is mistyped, or that has lost its context, translates nothing; the text that it was
meant for stays untranslated.

Bad:  msgctxt "cover.txt" where the manual has `cover.text`.
Good: msgctxt "cover.text"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.messages.extract import FOREIGN_DOMAINS
from halo_docs.problems import Severity, did_you_mean
from halo_docs.rules.base import Finding, LanguageCatalog, Rule


def find(subject: LanguageCatalog) -> Iterator[Finding]:
    """Yield the messages that the manual does not have, or the catalog when it has none of them."""
    if subject.domain in FOREIGN_DOMAINS or subject.manual.unreadable:
        return
    if not subject.keys:
        yield subject.finding(f'the manual has no texts in a file "{subject.domain}"')
        return
    for key, entry in subject.catalog.entries.items():
        if key not in subject.keys:
            hint = did_you_mean(key, subject.keys)
            yield subject.finding(f'the manual has no message "{key}" in {subject.domain}{hint}', entry)
    for entry in subject.catalog.other:
        yield subject.finding(f'the message "{entry.source[:40]}" has no context (msgctxt)', entry)


RULE = Rule("po-unknown", Severity.ERROR, LanguageCatalog, find)
