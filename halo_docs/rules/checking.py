"""Runs the rules on what they take; knows no rule by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules import RULES
from halo_docs.rules.base import (
    DrawnLanguage,
    DrawnManual,
    LanguageCatalog,
    LanguageTexts,
    Message,
    TranslatedText,
    source_texts,
)


def _check(subject: object) -> Iterator[Problem]:
    for rule in RULES.values():
        if rule.takes is type(subject):
            yield from rule.check(subject)


def check_drawings(manual: Manual, drawings: Drawings) -> Iterator[Problem]:
    """Yield what the rules find in the drawings and their data."""
    yield from _check(DrawnManual(manual, drawings))


def check_manual(manual: Manual) -> Iterator[Problem]:
    """Yield what the rules find in the data and in the source texts."""
    yield from _check(manual)
    for text in source_texts(manual):
        yield from _check(text)


def check_language(project: Project, scope: Scope) -> Iterator[Problem]:
    """Yield what the rules find in a language: its catalogs, its translations, its drawings."""
    yield from check_drawn(scope)
    manual, translation = scope.manual, scope.translation
    keys: dict[str, set[str]] = defaultdict(set)
    for _, written, _ in manual.texts:
        if written.is_translatable:
            keys[domain_of(written)].add(written.key)
    for domain, catalog in translation.catalogs.items():
        known = frozenset(keys[domain])
        yield from _check(LanguageCatalog(manual, translation.language, domain, catalog, known))
    if translation.is_source:
        return
    for subject in _messages(project, manual, translation):
        yield from _check(subject)
    yield from check_translations(manual, translation)


def check_drawn(scope: Scope) -> Iterator[Problem]:
    """Yield what the rules find in the drawings with the words of a language."""
    yield from _check(DrawnLanguage(scope))


def check_translations(manual: Manual, translation: Translation) -> Iterator[Problem]:
    """Yield what the rules find in the translations that are not fuzzy."""
    translated = tuple(translated_texts(manual, translation))
    for text in translated:
        yield from _check(text)
    once: dict[tuple[str, str], TranslatedText] = {}
    for text in translated:
        once.setdefault((domain_of(text.text), text.text.key), text)
    yield from _check(LanguageTexts(manual, translation.language, tuple(once.values())))


def _messages(project: Project, manual: Manual, translation: Translation) -> Iterator[Message]:
    folder = project.relative(project.catalogs(translation.language.id))
    unread = {name for name, catalog in translation.catalogs.items() if catalog.header is None}
    for _, text, _ in manual.texts:
        if text.is_translatable and domain_of(text) not in unread:
            path = f"{folder}/{domain_of(text)}.po"
            yield Message(manual, text, translation.language, path, translation.entry(text))


def translated_texts(manual: Manual, translation: Translation) -> Iterator[TranslatedText]:
    """Yield each text that has a translation to look at, with it."""
    for _, text, owners in manual.texts:
        entry = translation.entry(text) if text.is_translatable else None
        if entry is not None and entry.target.strip() and not entry.is_fuzzy:
            yield TranslatedText(manual, text, owners, translation.language, entry)
