"""The messages of a manual with what a language's catalogs have for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from halo_docs.data.base import Data
from halo_docs.data.identity import Interface
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.exchange.names import unit_id
from halo_docs.messages.catalog import Entry
from halo_docs.messages.classes import is_safety
from halo_docs.messages.extract import domain_of, messages
from halo_docs.messages.translation import Translation
from halo_docs.problems import Location, Problem
from halo_docs.project import Project
from halo_docs.text.compose import canonical

Use = tuple[str, Text, tuple[Data, ...]]
"""One place of a text: the manual's part, the text, what holds it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One message and its entry in a catalog."""

    domain: str
    entry: Entry
    locations: tuple[Location, ...]
    uses: tuple[Use, ...]
    """Where it is shown; one at least."""

    @property
    def id(self) -> str:
        """Name of the message in files of translation programs."""
        return unit_id(self.domain, self.entry.key)

    @property
    def text(self) -> Text:
        """The text in the source language."""
        return self.uses[0][1]

    @property
    def is_of_engine(self) -> bool:
        """It is one of the engine's own words, whose language may not be the manual's."""
        return isinstance(self.uses[0][2][0], Interface)

    @property
    def is_done(self) -> bool:
        """It has a translation that nobody calls unfinished."""
        return bool(self.entry.target.strip()) and not self.entry.is_fuzzy

    @property
    def is_safety(self) -> bool:
        """It stands in a safety message or statement somewhere."""
        return any(is_safety(owners) for _, _, owners in self.uses)


def source_language(manual: Manual, unit: Unit) -> str:
    """Return the code of the language that a message is written in."""
    return str(manual.interface.language if unit.is_of_engine else manual.identity.source_language)


def digest(unit: Unit, language: str, target: str, is_fuzzy: bool) -> str:
    """Return what tells one translation of a message from every other, and from those of other languages."""
    state = "fuzzy" if is_fuzzy else "done"
    return sha256("\0".join((language, unit.id, state, canonical(target))).encode()).hexdigest()


def read_units(
    project: Project, manual: Manual, translation: Translation
) -> tuple[Mapping[str, Unit], list[Problem]]:
    """Return the messages by their ids, by catalog and in the order of the pages.

    :returns: the messages, and where a catalog is behind the manual; such messages are left out.
    """
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in manual.texts:
        uses[domain_of(use[1]), use[1].key].append(use)
    units: dict[str, Unit] = {}
    problems: list[Problem] = []
    behind: dict[str, int] = defaultdict(int)
    for message in messages(manual):
        places = tuple(uses[message.domain, message.key])
        entry = translation.entry(places[0][1])
        if entry is not None and entry.source == message.source:
            unit = Unit(message.domain, entry, message.locations, places)
            units[unit.id] = unit
        else:
            behind[message.domain] += 1
    folder = project.relative(project.catalogs(translation.language.id))
    for domain, number in behind.items():
        told = f"{number} of the manual's messages {'is' if number == 1 else 'are'} not in the catalog"
        hint = f'run "halo-docs update-po {translation.language.id}" first'
        problems.append(Problem(Location(f"{folder}/{domain}.po"), f"{told}; {hint}", "catalog-behind"))
    return units, problems
