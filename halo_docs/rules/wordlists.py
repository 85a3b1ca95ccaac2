"""The word lists of a language's writing.yaml, made ready to be looked for in many texts; no rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from halo_docs.data.writing import Writing
from halo_docs.rules.base import LanguageTexts, TranslatedText
from halo_docs.text.numbers import NumberWords
from halo_docs.text.wording import Finder, sentences


class WordLists:
    """The lists of one language."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    @cached_property
    def denial(self) -> Finder:
        """Words that deny or forbid."""
        return Finder({"": (*self.writing.negation, *self.writing.prohibition)})

    @cached_property
    def limits(self) -> Finder:
        """Words that deny, forbid or restrict."""
        writing = self.writing
        return Finder({"": (*writing.negation, *writing.prohibition, *writing.restriction)})

    @cached_property
    def numbers(self) -> NumberWords:
        """Words that stand for numbers."""
        return NumberWords(self.writing.numbers)

    @cached_property
    def _opposites(self) -> Finder:
        pairs = self.writing.opposites
        lists = {f"{pair.id}/one": pair.one for pair in pairs}
        lists |= {f"{pair.id}/other": pair.other for pair in pairs}
        return Finder(lists, group_of=lambda label: label.partition("/")[0])

    def opposites(self, text: str) -> list[str]:
        """Return the words of a running text that have an opposite, in order and in small letters."""
        return [word.lower() for _, word in self._opposites.find(text)]

    def sides(self, text: str) -> dict[str, dict[str, str]]:
        """Return the pairs of opposites that a running text has words of: id -> side -> word.

        Where entries of a pair overlap, the longest counts: "not less than" is no "less than".
        """
        found: dict[str, dict[str, str]] = {}
        for label, word in self._opposites.find(text):
            pair, _, side = label.partition("/")
            found.setdefault(pair, {})[side] = word
        return found


def aligned(text: TranslatedText) -> Iterator[tuple[str, str]]:
    """Yield each sentence of a source text with that of the translation; the whole where they differ."""
    source, target = sentences(text.running_source), sentences(text.running_target)
    if len(source) == len(target):
        yield from zip(source, target, strict=True)
    else:
        yield text.running_source, text.running_target


def with_lists(subject: LanguageTexts) -> Iterator[tuple[TranslatedText, WordLists, WordLists]]:
    """Yield each text with the lists of its own language and of its translation's."""
    own = WordLists(subject.manual.writing.get(subject.language.id, Writing()))
    sources: dict[str, WordLists] = {}
    for text in subject.texts:
        source = sources.get(text.source_language)
        if source is None:
            source = sources[text.source_language] = WordLists(text.source_writing)
        yield text, source, own
