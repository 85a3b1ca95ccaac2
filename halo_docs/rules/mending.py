"""Puts right in a language's catalogs what needs no thought: typography, never words."""

from __future__ import annotations

from collections import defaultdict

from halo_docs.data.manual import Manual
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.messages.update import write_targets
from halo_docs.project import Project
from halo_docs.rules import RULES
from halo_docs.rules.base import TranslatedText
from halo_docs.rules.checking import translated_texts


def mend_language(project: Project, manual: Manual, translation: Translation) -> int:
    """Rewrite the translations that a rule can put right; returns how many."""
    if translation.is_source:
        return 0
    mended: dict[str, dict[str, str]] = defaultdict(dict)
    for subject in translated_texts(manual, translation):
        target = _mended(subject)
        if target != subject.target:
            mended[domain_of(subject.text)][subject.text.key] = target
    folder = project.catalogs(translation.language.id)
    for domain, targets in mended.items():
        write_targets(folder / f"{domain}.po", targets)
    return sum(map(len, mended.values()))


def _mended(subject: TranslatedText) -> str:
    target = subject.target
    for rule in RULES.values():
        if rule.mend is not None:
            target = rule.mend(target, subject.writing)
    return target
