"""A catalog holds no messages that the manual no longer has.

They are kept by gettext so that a translator can take their words up again; once the translation is
complete they only lengthen the file.

Bad:  #~ msgid "Old text." in a catalog
Good: the entry is deleted when nobody needs its words any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageCatalog, Rule


def find(subject: LanguageCatalog) -> Iterator[Finding]:
    """Yield the obsolete entries."""
    for entry in subject.catalog.obsolete:
        yield subject.finding(f'"{entry.key}" is obsolete', entry)


RULE = Rule("po-obsolete", Severity.NOTICE, LanguageCatalog, find)
