"""How far a translation is: its messages by class and state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.messages.catalog import Entry
from halo_docs.messages.classes import TextClass, classes
from halo_docs.messages.extract import PAGES_DOMAIN, domain_of
from halo_docs.messages.translation import Translation, is_usable


class State(StrEnum):
    """What a translator has to do with a message."""

    NEW = "new"
    """Not translated."""
    STALE = "stale"
    """Translated from a former source text."""
    FUZZY = "fuzzy"
    """A suggestion, marked by a translator, or for another reason not to be shown."""
    DONE = "done"
    """Nothing: the translation is shown."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many messages of a language are in which state."""

    language: str
    counts: Mapping[TextClass, Counter[State]]

    @property
    def total(self) -> Counter[State]:
        """The states of all classes together."""
        return sum(self.counts.values(), Counter[State]())

    @property
    def percent(self) -> Fraction:
        """Share of the messages that are done, in percent; exact, so that nothing is rounded up."""
        return percent(self.total)


def percent(states: Mapping[State, int]) -> Fraction:
    """Return the share that is done, in percent; all of nothing is done."""
    total = sum(states.values())
    return Fraction(100 * states.get(State.DONE, 0), total) if total else Fraction(100)


def progress(manual: Manual, translation: Translation) -> Progress:
    """Count the messages of a language. The prose of pages counts as far as its catalog has it."""
    counts = {text_class: Counter[State]() for text_class in TextClass}
    texts = {(domain_of(text), text.key): text for _, text, _ in manual.texts}
    for name, text_class in classes(manual).items():
        text = texts[name]
        state = State.DONE if translation.is_source else _state(translation.entry(text), text)
        counts[text_class][state] += 1
    pages = translation.catalogs.get(PAGES_DOMAIN)
    if pages is not None and not translation.is_source:
        counts[TextClass.PROSE].update(_state(entry, None) for entry in pages.other if entry.source)
    return Progress(translation.language.id, counts)


def _state(entry: Entry | None, text: Text | None) -> State:
    """Return the state of a message.

    :param text: None for prose of pages, which Sphinx itself translates.
    """
    if entry is None or not entry.target.strip():
        return State.NEW
    is_own = entry.previous_source is not None and entry.previous_key is None
    if (entry.is_fuzzy and is_own) or (text is not None and entry.source != text.source):
        return State.STALE
    is_shown = not entry.is_fuzzy if text is None else is_usable(entry, text)
    return State.DONE if is_shown else State.FUZZY
