"""Brings the catalogs up to the templates, by sphinx-intl; says how far each language is."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_intl import basic

from halo_docs.data.manual import Manual, texts
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation, is_usable
from halo_docs.project import Project

LINE_WIDTH = 99
"""Width at which catalogs wrap; that of ``sphinx-intl update --line-width``'s callers."""


def update_catalogs(project: Project, languages: Sequence[str]) -> None:
    """Add new messages to the catalogs of ``languages`` and retire old ones."""
    with contextlib.redirect_stdout(io.StringIO()):
        basic.update(str(project.locales), str(project.templates), list(languages))


@dataclass(frozen=True, slots=True)
class Count:
    """How far a language is, in messages."""

    language: str
    total: int
    done: int
    fuzzy: int
    missing: int


def count(manual: Manual, translation: Translation) -> Count:
    """Count the messages of a language; done means that the translation may be shown."""
    wanted = {
        (domain_of(text), text.key): text
        for _, part in manual.parts()
        for text, _ in texts(part)
        if text.is_translatable
    }
    entries = [(text, translation.entry(text)) for text in wanted.values()]
    done = sum(entry is not None and is_usable(entry, text) for text, entry in entries)
    fuzzy = sum(entry is not None and entry.is_fuzzy for _, entry in entries)
    total = len(entries)
    if translation.is_source:
        return Count(translation.language.id, total, total, 0, 0)
    return Count(translation.language.id, total, done, fuzzy, total - done - fuzzy)
