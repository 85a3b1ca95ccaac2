"""What a language calls the concepts of terms.yaml, from its catalog and its terms.yaml; no rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from halo_docs.data.facts import Term
from halo_docs.data.writing import LanguageTerm
from halo_docs.rules.base import LanguageTexts, TranslatedText
from halo_docs.text.wording import Finder, running


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept, and the words of both languages for it."""

    term: Term
    own: LanguageTerm
    """What the language's terms.yaml says of it."""
    mentions: tuple[str, ...]
    """Words of the source language that stand for it."""
    preferred: str | None
    """Translation of the term; None where there is none yet."""
    abbreviation: str | None
    """Translation of the abbreviation."""

    @property
    def right(self) -> tuple[str, ...]:
        """Words with which a translation may name the concept."""
        given = tuple(word for word in (self.preferred, self.abbreviation) if word)
        return (*given, *map(str, self.own.forms), *map(str, self.own.allowed))


class Glossary:
    """The concepts of a manual in one language."""

    def __init__(self, subject: LanguageTexts) -> None:
        self.concepts = {str(concept.term.id): concept for concept in _concepts(subject)}

    @cached_property
    def _mentions(self) -> Finder:
        lists = {name: concept.mentions for name, concept in self.concepts.items()}
        counted = Counter(word.casefold() for words in lists.values() for word in {*words})
        # A word that stands for two concepts says nothing about either.
        return Finder(
            {name: [w for w in words if counted[w.casefold()] == 1] for name, words in lists.items()}
        )

    @cached_property
    def _right(self) -> Finder:
        lists = {name: concept.right for name, concept in self.concepts.items()}
        return Finder(lists, group_of=lambda name: name)

    def named(self, text: TranslatedText) -> frozenset[str]:
        """Return the ids of the concepts that a translation names by a right word."""
        return self._right.labels(text.running_target)

    def mentioned(self, text: TranslatedText) -> Iterator[tuple[Concept, str]]:
        """Yield each concept that a source text mentions, with the word that it uses."""
        found = dict(self._mentions.find(text.running_source))
        for name, word in found.items():
            yield self.concepts[name], word


def _concepts(subject: LanguageTexts) -> Iterator[Concept]:
    manual = subject.manual
    targets = {
        text.text.key: running(text.target)
        for text in subject.texts
        if text.owners and isinstance(text.owners[-1], Term)
    }
    source: Mapping[str, LanguageTerm] = manual.language_terms.get(manual.identity.source_language, {})
    own = manual.language_terms.get(subject.language.id, {})
    for name, term in manual.terms.items():
        texts = [text for text in (term.term, term.abbreviation) if text is not None]
        forms = source[name].forms if name in source else ()
        translated = [
            targets.get(text.key) if text.is_translatable else running(text.source) for text in texts
        ]
        yield Concept(
            term=term,
            own=own.get(name, LanguageTerm(id=term.id)),
            mentions=(*(running(text.source) for text in texts), *map(str, forms)),
            preferred=translated[0],
            abbreviation=translated[1] if term.abbreviation is not None else None,
        )
