"""Everything that can be wrong with texts and catalogs: one rule, one module."""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual, texts
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules import po_missing, po_roles, text_markup
from halo_docs.rules.base import SourceText, TranslatedText

TEXT_RULES = (text_markup.RULE,)
"""Rules on the texts of the source language."""

CATALOG_RULES = (po_missing.RULE, po_roles.RULE)
"""Rules on translations."""


def check_manual(manual: Manual) -> Iterator[Problem]:
    """Yield what the rules find in the source texts."""
    for _, part in manual.parts():
        for text, _ in texts(part):
            for rule in TEXT_RULES:
                yield from rule.check(SourceText(manual, text))


def check_translation(project: Project, manual: Manual, translation: Translation) -> Iterator[Problem]:
    """Yield what the rules find in a language's catalogs; the source language has none."""
    if translation.is_source:
        return
    folder = project.relative(project.catalogs(translation.language.id))
    for _, part in manual.parts():
        for text, _ in texts(part):
            if not text.is_translatable:
                continue
            subject = TranslatedText(
                manual,
                text,
                translation.language,
                f"{folder}/{domain_of(text)}.po",
                translation.entry(text),
            )
            for rule in CATALOG_RULES:
                yield from rule.check(subject)
