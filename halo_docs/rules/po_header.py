"""A catalog's header names its own language and UTF-8.

Editors and translation memories go by the header; a wrong one puts text into the wrong language.

Bad:  locales/fr/LC_MESSAGES/a.po with "Language: de"
Good: locales/fr/LC_MESSAGES/a.po with "Language: fr"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageCatalog, Rule


def find(subject: LanguageCatalog) -> Iterator[Finding]:
    """Yield what is wrong with the header."""
    header, code = subject.catalog.header, subject.language.id
    if header is None:
        return
    named = header.get("Language", "").strip()
    if named.replace("_", "-") != code:
        yield subject.finding(f'the header says "Language: {named}", expected "{code}"')
    charset = header.get("Content-Type", "").rpartition("charset=")[2].strip().lower()
    if charset != "utf-8":
        yield subject.finding(f'the header says "charset={charset}", expected "UTF-8"')


RULE = Rule("po-header", Severity.ERROR, LanguageCatalog, find)
