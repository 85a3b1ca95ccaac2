"""What a rule is, and what a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from halo_docs.data.base import Data
from halo_docs.data.facts import Figure
from halo_docs.data.identity import Interface, Language
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain, Text
from halo_docs.data.writing import Writing
from halo_docs.figures.source import Drawing, Drawings
from halo_docs.messages.catalog import Catalog, Entry
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Location, Problem, Severity
from halo_docs.text.wording import running


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and where."""

    location: Location
    message: str
    about: str
    """Key of the text, or id of the thing; a waiver names it."""
    open: tuple[str, ...] = ()
    """Open inputs that ask about this very thing; the finding is then a notice."""


def found(thing: Plain, message: str, open_inputs: tuple[Plain, ...] = ()) -> Finding:
    """Return a finding at the id of a thing."""
    return Finding(thing.location, message, str(thing), tuple(map(str, open_inputs)))


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text of the manual, in the source language."""

    manual: Manual
    text: Text
    owners: tuple[Data, ...] = ()
    """What holds the text, outermost first."""

    @property
    def running(self) -> str:
        """The text without marks, with holes for its roles."""
        return running(self.text.source)

    @property
    def is_of_engine(self) -> bool:
        """Tell whether it is one of the engine's own words, whose language is not the manual's."""
        return bool(self.owners) and isinstance(self.owners[0], Interface)

    @property
    def writing(self) -> Writing:
        """How the source language is written; nothing is known of the engine's own words."""
        if self.is_of_engine:
            return Writing()
        return self.manual.writing.get(self.manual.identity.source_language, Writing())

    def finding(self, message: str) -> Finding:
        """Return a finding at the text."""
        return Finding(self.text.location, message, self.text.key)


def source_texts(manual: Manual) -> Iterator[SourceText]:
    """Yield each text of the manual, in the source language; one of a snippet in each of its places."""
    for _, text, owners in manual.texts:
        yield SourceText(manual, text, owners)


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the manual and what a language's catalog has for it, if anything."""

    manual: Manual
    text: Text
    language: Language
    catalog_path: str
    """Where the translation is expected."""
    entry: Entry | None

    def finding(self, message: str) -> Finding:
        """Return a finding at the translation, or at the catalog that lacks it."""
        place = self.entry.location if self.entry else Location(self.catalog_path)
        return Finding(place, message, self.text.key)


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """One text of the manual and its translation; neither is empty, and the translation not fuzzy."""

    manual: Manual
    text: Text
    owners: tuple[Data, ...]
    """What holds the text, outermost first."""
    language: Language
    entry: Entry

    @property
    def source(self) -> str:
        """The text in the source language, with its marks."""
        return self.text.source

    @property
    def target(self) -> str:
        """The translation, with its marks."""
        return self.entry.target

    @property
    def running_source(self) -> str:
        """The source text without marks, with holes for its roles."""
        return running(self.source)

    @property
    def running_target(self) -> str:
        """The translation without marks, with holes for its roles."""
        return running(self.target)

    @property
    def source_language(self) -> str:
        """Code of the language that the text is written in; the engine's own words have theirs."""
        if isinstance(self.owners[0], Interface):
            return self.manual.interface.language
        return self.manual.identity.source_language

    @property
    def source_writing(self) -> Writing:
        """How the source language is written; empty for one that the manual does not have."""
        return self.manual.writing.get(self.source_language, Writing())

    @property
    def writing(self) -> Writing:
        """How the language of the translation is written."""
        return self.manual.writing[self.language.id]

    def finding(self, message: str) -> Finding:
        """Return a finding at the translation."""
        return Finding(self.entry.location, message, self.text.key)


@dataclass(frozen=True, slots=True)
class LanguageCatalog:
    """One catalog file of a language."""

    manual: Manual
    language: Language
    domain: str
    catalog: Catalog
    keys: frozenset[str]
    """The messages that the manual has in this domain; empty when it does not have the domain."""

    def finding(self, message: str, entry: Entry | None = None) -> Finding:
        """Return a finding at an entry, or at the start of the file."""
        place = entry.location if entry else Location(self.catalog.path)
        return Finding(place, message, entry.key if entry else self.catalog.path)


@dataclass(frozen=True, slots=True)
class LanguageTexts:
    """All translated texts of a language, each once."""

    manual: Manual
    language: Language
    texts: tuple[TranslatedText, ...]


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


Subject = TypeVar(
    "Subject",
    Manual,
    SourceText,
    Message,
    TranslatedText,
    LanguageCatalog,
    LanguageTexts,
    DrawnManual,
    DrawnLanguage,
)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One thing that can be wrong. Its page is the docstring of its module."""

    id: str
    severity: Severity
    takes: type[Subject]
    find: Callable[[Subject], Iterator[Finding]]
    """Yields everything that is wrong with the subject."""
    mend: Callable[[str, Writing], str] | None = None
    """Returns a translation with this fault put right, where that needs no thought."""

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yield the problems of one subject; where an open input asks, it is a notice."""
        for finding in self.find(subject):
            severity, message = self.severity, finding.message
            if finding.open:
                severity, message = Severity.NOTICE, f"{message} (open: {', '.join(finding.open)})"
            yield Problem(finding.location, message, self.id, severity, finding.about)
