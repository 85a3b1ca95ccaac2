"""A translation of Sphinx's own words keeps their placeholders and adds no markup.

These messages have no context and none of the manual's grammar: Sphinx, its theme and the pages that
somebody writes directly read them. A placeholder that is lost or renamed breaks the page.

Bad:  msgid "Copyright %(year)s"   msgstr "Droits d’auteur %(annee)s"
Good: msgid "Copyright %(year)s"   msgstr "Droits d’auteur %(year)s"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageCatalog, Rule
from halo_docs.text.characters import hidden_characters
from halo_docs.text.markup import markup_in

_PLACEHOLDER = re.compile(
    r"%(?:\(\w+\))?[#0 +-]*(?:\d+|\*)?(?:\.\d+)?[diouxXeEfFgGcrsa](?!\w)|%%|\{[^{}\s]*\}(?:`[^`]*`)?"
)


def find(subject: LanguageCatalog) -> Iterator[Finding]:
    """Yield what differs in placeholders, and markup and characters that must not be there."""
    for entry in subject.catalog.other:
        if not entry.target.strip() or entry.is_fuzzy:
            continue
        expected = Counter(_PLACEHOLDER.findall(entry.source))
        found = Counter(_PLACEHOLDER.findall(entry.target))
        for placeholder in (expected - found).elements():
            yield subject.finding(f"{placeholder} is missing from the translation", entry)
        for placeholder in (found - expected).elements():
            yield subject.finding(f"{placeholder} is not in the source text", entry)
        hidden = set(hidden_characters(entry.target)) - set(entry.source)
        for character in sorted(hidden):
            yield subject.finding(f"hidden character U+{ord(character):04X}", entry)
        for mark in sorted(markup_in(entry.target) - markup_in(entry.source)):
            if not _PLACEHOLDER.fullmatch(mark) and mark not in hidden:
                yield subject.finding(f"{mark!a} is markup and not in the source text", entry)


RULE = Rule("po-placeholders", Severity.ERROR, LanguageCatalog, find)
