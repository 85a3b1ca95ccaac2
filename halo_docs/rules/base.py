"""What a rule is, and what a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from halo_docs.data.facts import Figure
from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.figures.source import Drawing, Drawings
from halo_docs.messages.catalog import Catalog, Entry
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Location, Problem, Severity


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text of the manual, in the source language."""

    manual: Manual
    text: Text

    @property
    def location(self) -> Location:
        """Where the author wrote it."""
        return self.text.location


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """One text of the manual and what a language's catalog has for it."""

    manual: Manual
    text: Text
    language: Language
    catalog_path: str
    """Where the translation is expected."""
    entry: Entry | None

    @property
    def location(self) -> Location:
        """Place of the translation, or of the catalog that lacks it."""
        return self.entry.location if self.entry else Location(self.catalog_path)


@dataclass(frozen=True, slots=True)
class LanguageCatalog:
    """One catalog file of a language."""

    language: Language
    catalog: Catalog

    @property
    def location(self) -> Location:
        """The start of the file."""
        return Location(self.catalog.path)


@dataclass(frozen=True, slots=True)
class DrawnManual:
    """The manual with its drawings."""

    manual: Manual
    drawings: Drawings

    def drawn(self) -> Iterator[tuple[Figure, Drawing]]:
        """Yield the figures that have a drawing, each with it."""
        for figure in self.manual.figures.values():
            drawing = self.drawings.by_name.get(str(figure.drawing))
            if drawing is not None:
                yield figure, drawing


@dataclass(frozen=True, slots=True)
class DrawnLanguage:
    """The drawings with the words of one language."""

    scope: Scope

    def drawn(self) -> Iterator[tuple[Figure, Drawing]]:
        """Yield the figures that have a drawing, each with it."""
        return DrawnManual(self.scope.manual, self.scope.drawings).drawn()


Subject = TypeVar("Subject", Manual, SourceText, TranslatedText, LanguageCatalog, DrawnManual, DrawnLanguage)

Finding = tuple[Location, str]
"""Where something is wrong, and what."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One thing that can be wrong. Its page is the docstring of its module."""

    id: str
    severity: Severity
    takes: type[Subject]
    find: Callable[[Subject], Iterator[Finding]]
    """Yields everything that is wrong with the subject."""

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yield the problems of one subject."""
        for place, message in self.find(subject):
            yield Problem(place, message, self.id, self.severity)
