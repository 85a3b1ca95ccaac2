"""Puts right in a language's catalogs what needs no thought: typography, never words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from halo_docs.data.manual import Manual
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.messages.update import write_targets
from halo_docs.project import Project
from halo_docs.rules import RULES
from halo_docs.rules.base import TranslatedText
from halo_docs.rules.checking import translated_texts
from halo_docs.text.inline import faults, roles
from halo_docs.text.wording import literals, strong_count


def mend_language(project: Project, manual: Manual, translation: Translation) -> int:
    """Rewrite the translations that a rule can put right; returns how many."""
    if translation.is_source:
        return 0
    targets: dict[str, dict[str, str]] = defaultdict(dict)
    for subject in translated_texts(manual, translation):
        target = mended(subject)
        if target != subject.target:
            targets[domain_of(subject.text)][subject.text.key] = target
    folder = project.catalogs(translation.language.id)
    for domain, changed in targets.items():
        write_targets(folder / f"{domain}.po", changed)
    return sum(map(len, targets.values()))


_ROUNDS = 8
"""One rule may make room for another; they have come to rest long before."""


def mended(subject: TranslatedText) -> str:
    """Return the translation with every fault put right that a rule can put right.

    Where the markup is broken, a person must look first.
    """
    if any(faults(subject.target)):
        return subject.target
    for _ in range(_ROUNDS):
        before = subject.target
        for rule in RULES.values():
            if rule.mend is not None and any(rule.find(subject)):
                target = rule.mend(subject.target, subject.writing)
                if has_same_markup(subject.target, target):
                    subject = replace(subject, entry=replace(subject.entry, target=target))
        if subject.target == before:
            break
    return subject.target


def has_same_markup(before: str, after: str) -> bool:
    """Tell whether two texts have the same roles, literals and emphasis; a space can end an emphasis."""
    kinds = (roles, literals, strong_count)
    return all(kind(before) == kind(after) for kind in kinds) and not any(faults(after))
