"""A translation denies what its source denies.

A sentence with a word that denies or forbids has a translation with a word that denies, forbids or
restricts; writing.yaml of each language lists them. Where a translator joined or parted sentences, the
whole texts are compared.

Bad:  msgid "The screws are not included."   msgstr "Les vis sont fournies."
Good: msgid "The screws are not included."   msgstr "Les vis ne sont pas fournies."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.wordlists import aligned, with_lists


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the translations that lost a negation."""
    for text, source, own in with_lists(subject):
        if not own.writing.negation:
            continue
        for sentence, translated in aligned(text):
            denied = [word for _, word in source.denial.find(sentence)]
            if denied and not own.limits.labels(translated):
                yield text.finding(f'the source text has "{denied[0]}"; the translation denies nothing')


RULE = Rule("po-negation", Severity.ERROR, LanguageTexts, find)
