"""Translates the texts of a manual into one language, and says where it could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.messages.catalog import Catalog, Entry, read_catalog
from halo_docs.messages.extract import domain_of
from halo_docs.messages.pseudo import pseudo_catalogs
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.text.characters import hidden_characters
from halo_docs.text.inline import roles
from halo_docs.text.pseudo import PSEUDO_LANGUAGES


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text as it is shown."""

    text: str
    is_fallback: bool
    """The source text is shown because there is no usable translation."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The catalogs of one language; the source language may have one for the engine's own words."""

    language: Language
    is_source: bool
    catalogs: Mapping[str, Catalog]
    """By domain."""

    def entry(self, text: Text) -> Entry | None:
        """Return the catalog's entry for a text, usable or not."""
        catalog = self.catalogs.get(domain_of(text))
        return catalog.entries.get(text.key) if catalog else None

    def translate(self, text: Text) -> Rendering:
        """Return the translation of a text, or the text itself where there is none to be used."""
        entry = self.entry(text)
        if entry is not None and is_usable(entry, text):
            return Rendering(entry.target, is_fallback=False)
        return Rendering(text.source, is_fallback=text.is_translatable and not self.is_source)


def source_translation(manual: Manual) -> Translation:
    """Return the manual in its own language: every text as it is written."""
    return Translation(manual.languages[manual.identity.source_language], True, {})


def is_usable(entry: Entry, text: Text) -> bool:
    """Tell whether a translation may be shown: complete, current, with the roles of its source.

    A translation that lost a role, or typed a number in its place, would freeze that number; hidden
    characters may turn the order of what is read.
    """
    return (
        bool(entry.target.strip())
        and not entry.is_fuzzy
        and entry.source == text.source
        and not any(hidden_characters(entry.target))
        and Counter(roles(entry.target)) == Counter(roles(text.source))
    )


def read_translation(
    project: Project, manual: Manual, language: Language
) -> tuple[Translation, list[Problem]]:
    """Read all catalogs of a language; those of a pseudo-language are made up.

    :returns: the translation, and what was wrong with the files.
    """
    if language.id in PSEUDO_LANGUAGES:
        return Translation(language, False, pseudo_catalogs(manual)), []
    catalogs = {}
    problems: list[Problem] = []
    for path in sorted(project.catalogs(language.id).glob("*.po")):
        catalog, found = read_catalog(path, project.relative(path))
        catalogs[path.stem] = catalog
        problems += found
    is_source = language.id == manual.identity.source_language
    return Translation(language, is_source, catalogs), problems
