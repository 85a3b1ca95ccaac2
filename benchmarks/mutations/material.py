"""What faults are made from: the messages of a language, and the files of the data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random

from pydantic import BaseModel

from benchmarks.mutations.fault import Edit
from benchmarks.mutations.po_text import with_target
from benchmarks.mutations.words import Words
from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual, texts
from halo_docs.messages.catalog import Entry
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules.checking import translated_texts
from halo_docs.text.inline import Role
from halo_docs.text.quantities import format_sequence, format_value


@dataclass(frozen=True)
class Piece:
    """One text that a reader sees, and where it is written."""

    manual: Manual
    language: Language
    words: Words
    domain: str
    key: str
    source: str
    target: str
    """The translation; in the source language the text itself."""
    owners: tuple[BaseModel, ...]
    terms: Mapping[str, str]
    """Concept -> its term in the language, from the catalog of terms.yaml."""

    def shown(self, role: Role, language: Language | None = None) -> str:
        """Return what a role shows, typed by hand."""
        manual, language = self.manual, language or self.language
        match role.name:
            case "value":
                return format_value(manual.values[role.target], manual.units, language)
            case "products":
                return format_sequence(manual.products_with(role.target), language)
            case "ui":
                label = manual.ui_labels[role.target]
                return str(label.labels.get(language.id, label.label))
            case "link":
                link = manual.links[role.target]
                return str(link.text or link.url)
            case "ref":
                place = manual.places[role.target]
                return place.number or "1"
            case "footnote":
                return manual.footnotes[role.target]
            case "variant":
                return manual.axis_values[role.target].name.source
            case _:
                return role.target.rpartition("/")[2]


Change = Callable[[Piece, Random], str | None]
"""Returns a text with a fault, or None where the text has nothing to spoil."""


@dataclass(frozen=True)
class LanguageMaterial:
    """One translation: its messages and its files."""

    project: Project
    manual: Manual
    translation: Translation
    words: Words
    files: Mapping[str, str]
    """Path relative to the root -> text, of the catalogs and of languages.yaml."""

    @property
    def language(self) -> Language:
        """The language of the translation."""
        return self.translation.language

    @cached_property
    def folder(self) -> str:
        """Folder of the catalogs, relative to the root."""
        return self.project.relative(self.project.catalogs(self.language.id))

    def path(self, domain: str) -> str:
        """Return where a catalog lies."""
        return f"{self.folder}/{domain}.po"

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """Concept -> its term in the language."""
        found = {str(t.id): self.translation.entry(t.term) for t in self.manual.terms.values()}
        return {name: entry.target for name, entry in found.items() if entry}

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The translated messages, each once, in an order that is drawn."""
        found = {}
        for text in translated_texts(self.manual, self.translation):
            domain = domain_of(text.text)
            found[domain, text.text.key] = Piece(
                self.manual,
                self.language,
                self.words,
                domain,
                text.text.key,
                text.source,
                text.target,
                text.owners,
                self.terms,
            )
        return tuple(Random("pieces").sample([*found.values()], len(found)))

    def domains(self) -> dict[str, list[Piece]]:
        """Return the messages by catalog, in their order there."""
        found: dict[str, list[Piece]] = {}
        by_place = {(piece.domain, piece.key): piece for piece in self.pieces}
        for domain, catalog in self.translation.catalogs.items():
            entries: list[Entry] = list(catalog.entries.values())
            own = [by_place[domain, e.key] for e in entries if (domain, e.key) in by_place]
            if own:
                found[domain] = own
        return found


def on_messages(change: Change) -> Callable[[LanguageMaterial], Iterator[Edit]]:
    """Make a class of faults of what spoils one translation."""

    def edits(material: LanguageMaterial) -> Iterator[Edit]:
        for piece in material.pieces:
            after = change(piece, Random(f"{change.__name__}/{piece.domain}/{piece.key}"))
            if after is not None and after != piece.target:
                yield target_edit(material, piece, after)

    return edits


def target_edit(material: LanguageMaterial, piece: Piece, after: str) -> Edit:
    """Return the edit that gives a message another translation."""

    def apply(text: str) -> str:
        return with_target(text, piece.key, after)

    return Edit(material.path(piece.domain), (piece.key,), piece.target, after, apply, piece.source)


@dataclass(frozen=True)
class DataMaterial:
    """The source: its files, and the texts in them."""

    project: Project
    manual: Manual
    words: Words
    files: Mapping[str, str]
    """Path relative to the root -> text, of data, chapters and drawings."""
    notices: tuple[Problem, ...]
    """What is found in the clean data and an open input asks about."""

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, str, re.Match[str]], ...]:
        """The source texts, each once, with their file and where they stand in it."""
        source = self.manual.languages[self.manual.identity.source_language]
        found = {}
        for _, part in self.manual.parts():
            for text, owners in texts(part):
                path = text.location.path
                if path not in self.files or (path, text.key) in found or not text.is_translatable:
                    continue
                match = self._find(path, text.location.line, text.source)
                if match:
                    piece = Piece(
                        self.manual,
                        source,
                        self.words,
                        domain_of(text),
                        text.key,
                        text.source,
                        text.source,
                        owners,
                        {},
                    )
                    found[path, text.key] = (piece, path, match)
        return tuple(Random("pieces").sample([*found.values()], len(found)))

    def _find(self, path: str, line: int, source: str) -> re.Match[str] | None:
        lines = self.files[path].splitlines(keepends=True)
        start = sum(map(len, lines[: line - 1]))
        pattern = re.compile(r"\s+".join(map(re.escape, source.split())))
        return pattern.search(self.files[path], start, start + 2000)


def on_source_texts(change: Change) -> Callable[[DataMaterial], Iterator[Edit]]:
    """Make a class of faults of what spoils one source text."""

    def edits(material: DataMaterial) -> Iterator[Edit]:
        for piece, path, match in material.pieces:
            after = change(piece, Random(f"{change.__name__}/{piece.domain}/{piece.key}"))
            if after is not None and after != piece.target:
                yield source_edit(path, match, piece, after)

    return edits


def source_edit(path: str, match: re.Match[str], piece: Piece, after: str) -> Edit:
    """Return the edit that writes another source text in YAML."""

    def apply(text: str) -> str:
        before, behind = text[: match.start()], text[match.end() :]
        quoted = json.dumps(after, ensure_ascii=False)
        if before.endswith('"'):
            return before + quoted[1:-1] + behind
        if before.endswith("'"):
            return before + after.replace("'", "''") + behind
        if re.search(r">-?\n\s*\Z", before):
            return before + after + behind
        return before + quoted + behind

    return Edit(path, (piece.key,), piece.target, after, apply, is_text=True)


def span_edit(path: str, match: re.Match[str], after: str, group: int = 0, name: str = "") -> Edit:
    """Return the edit that writes something else where a pattern matched."""

    def apply(text: str) -> str:
        return text[: match.start(group)] + after + text[match.end(group) :]

    return Edit(path, (name,) if name else (), match[group], after, apply)
