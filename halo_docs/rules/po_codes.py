"""Codes, addresses and abbreviations are the same in every language; product numbers are never typed.

Compared are addresses, names of files, what mixes capitals and digits (IP66), abbreviations (LAN) and
single capitals (type B). Abbreviations of terms are translated with their terms, others where
writing.yaml of the language has them under `abbreviations`.

Bad:  msgid "Use a type B RCD, IP66."   msgstr "Utilisez un DDR de type A, IP65."
Good: msgid "Use a type B RCD, IP66."   msgstr "Utilisez un DDR de type B, IP66."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from halo_docs.data.facts import Term
from halo_docs.data.identity import Language
from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule, TranslatedText
from halo_docs.rules.glossary import Glossary
from halo_docs.text.codes import Codes, codes_in
from halo_docs.text.names import unit_symbols
from halo_docs.text.wording import Finder, words_in


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the codes that differ, and the product numbers."""
    units = unit_symbols(subject.manual)
    abbreviations = _Abbreviations(subject)
    for text in subject.texts:
        yield from _product_numbers(text)
        source, target = (codes_in(t, units) for t in (text.running_source, text.running_target))
        yield from _unlike(text, source.addresses, target.addresses, "")
        typed = [code for code in target.codes if code not in subject.manual.products]
        yield from _unlike(text, source.codes, typed, "the code ")
        yield from abbreviations.find(text, source, target)
        yield from _letters(text, source, target)
        yield from _exchanged(text)


def _exchanged(text: TranslatedText) -> Iterator[Finding]:
    """Yield an abbreviation that is another concept's own, in the source language."""
    owner = text.owners[-1]
    if not isinstance(owner, Term) or text.text is not owner.abbreviation or text.target == text.source:
        return
    for other in text.manual.terms.values():
        own = {t.source for t in (other.term, other.abbreviation) if t is not None}
        if other is not owner and text.target in own:
            yield text.finding(f'"{text.target}" stands for the concept "{other.id}"')


def _product_numbers(text: TranslatedText) -> Iterator[Finding]:
    source, target = text.running_source, text.running_target
    for number in text.manual.products:
        if number in target and words_in((number,), target) and not words_in((number,), source):
            yield text.finding(f"the product number {number} is typed; show it by the role products")


def _unlike(
    text: TranslatedText, source: Sequence[str], target: Sequence[str], kind: str
) -> Iterator[Finding]:
    expected, found = Counter(source), Counter(target)
    for code in expected - found:
        yield text.finding(f"{kind}{code} is missing from the translation")
    for code in found - expected:
        yield text.finding(f"{kind}{code} is not in the source text")


class _Abbreviations:
    """The abbreviations that a language writes in its own way."""

    def __init__(self, subject: LanguageTexts) -> None:
        writing = subject.manual.writing[subject.language.id]
        self.glossary = Glossary(subject)
        self.ways: dict[str, Sequence[str]] = {short: [own] for short, own in writing.abbreviations.items()}
        for concept in self.glossary.concepts.values():
            if concept.term.abbreviation is not None and concept.abbreviation:
                self.ways[concept.term.abbreviation.source] = concept.right
        self.finder = Finder(self.ways, group_of=lambda short: short)

    def find(self, text: TranslatedText, source: Codes, target: Codes) -> Iterator[Finding]:
        language = text.manual.languages.get(text.source_language)
        ours = _without_words(source.abbreviations, language, text.source_writing)
        theirs = _without_words(target.abbreviations, text.language, text.writing)
        named = self.finder.labels(text.running_target) if ours else frozenset()
        for short in ours:
            if short not in self.ways and short not in target.abbreviations:
                yield text.finding(f"the abbreviation {short} is missing from the translation")
            elif short in self.ways and short not in named:
                own = " or ".join(self.ways[short][:2])
                yield text.finding(f"the abbreviation {short} of the source text is {own} in this language")
        if {*theirs} <= {*source.abbreviations}:
            return
        right = {*source.abbreviations}
        right |= {word for short in ours for word in self.ways.get(short, ())}
        right |= {word for concept, _ in self.glossary.mentioned(text) for word in concept.right}
        allowed = {short for word in right for short in codes_in(word).abbreviations}
        for short in theirs:
            if short not in allowed:
                yield text.finding(f"the abbreviation {short} is not in the source text")


def _without_words(shorts: Sequence[str], language: Language | None, writing: Writing) -> list[str]:
    """Drop words in capitals for emphasis, such as NOT, and signal words."""
    if not shorts:
        return []
    known: set[str] = {*writing.negation, *writing.function_words, *writing.restriction, *writing.prohibition}
    known |= {word.lower() for word in language.signal_words.words} if language else set()
    return [short for short in dict.fromkeys(shorts) if short.lower() not in known]


def _letters(text: TranslatedText, source: Codes, target: Codes) -> Iterator[Finding]:
    for letter in sorted({*source.letters} - {*target.possible_letters}):
        yield text.finding(f"the letter {letter} is missing from the translation")
    for letter in sorted({*target.letters} - {*source.possible_letters}):
        yield text.finding(f"the letter {letter} is not in the source text")


RULE = Rule("po-codes", Severity.ERROR, LanguageTexts, find)
