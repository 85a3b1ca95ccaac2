"""Everything that can be wrong with texts and catalogs: one rule, one module."""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual, texts
from halo_docs.figures.source import Drawings, read_drawings
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules import (
    applicability_empty,
    figure_callouts,
    figure_overflow,
    figure_words,
    language_locale,
    po_characters,
    po_header,
    po_missing,
    po_roles,
    text_markup,
    value_unused,
)
from halo_docs.rules.base import DrawnLanguage, DrawnManual, LanguageCatalog, SourceText, TranslatedText

MANUAL_RULES = (applicability_empty.RULE, language_locale.RULE, value_unused.RULE)
"""Rules on the data as a whole."""

TEXT_RULES = (text_markup.RULE,)
"""Rules on the texts of the source language."""

CATALOG_RULES = (po_header.RULE,)
"""Rules on catalog files."""

TRANSLATION_RULES = (po_characters.RULE, po_missing.RULE, po_roles.RULE)
"""Rules on translations."""


DRAWING_RULES = (figure_callouts.RULE, figure_words.RULE)
"""Rules on drawings and their data."""

DRAWN_RULES = (figure_overflow.RULE,)
"""Rules on drawings with the words of a language."""


def check_drawings(project: Project, manual: Manual) -> tuple[Drawings, list[Problem]]:
    """Return the drawings, and what is wrong with their files and with their data."""
    drawings, problems = read_drawings(project.figures, project.relative(project.figures))
    for rule in DRAWING_RULES:
        problems += rule.check(DrawnManual(manual, drawings))
    return drawings, problems


def check_drawn(scope: Scope) -> Iterator[Problem]:
    """Yield what is wrong with the drawings in one language."""
    for rule in DRAWN_RULES:
        yield from rule.check(DrawnLanguage(scope))


def check_manual(manual: Manual) -> Iterator[Problem]:
    """Yield what the rules find in the data and in the source texts."""
    for manual_rule in MANUAL_RULES:
        yield from manual_rule.check(manual)
    for _, part in manual.parts():
        for text, _ in texts(part):
            for rule in TEXT_RULES:
                yield from rule.check(SourceText(manual, text))


def check_translation(project: Project, manual: Manual, translation: Translation) -> Iterator[Problem]:
    """Yield what the rules find in a language's catalogs; the source language needs none."""
    language = translation.language
    for catalog in translation.catalogs.values():
        for catalog_rule in CATALOG_RULES:
            yield from catalog_rule.check(LanguageCatalog(language, catalog))
    if translation.is_source:
        return
    folder = project.relative(project.catalogs(language.id))
    for _, part in manual.parts():
        for text, _ in texts(part):
            if not text.is_translatable:
                continue
            path = f"{folder}/{domain_of(text)}.po"
            subject = TranslatedText(manual, text, language, path, translation.entry(text))
            for rule in TRANSLATION_RULES:
                yield from rule.check(subject)
