"""A text calls each concept by its own term.

Two words for one thing read as two things. Forbidden words stand in terms.yaml of the source language.
Of words that overlap, the longest counts, and a word that is right for another concept is right.

Bad:  “Open the lid.”, and `cover` forbids *lid*.
Good: “Open the cover.”
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, source_texts
from halo_docs.text.terms import preferred
from halo_docs.text.wording import Finder

_RIGHT = ""
"""Label of the words that are right."""


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the forbidden words."""
    finder = Finder(_words(manual))
    for subject in source_texts(manual):
        if subject.is_of_engine:
            continue
        found = list(dict.fromkeys(finder.find(subject.running)))
        right = {word for label, word in found if label == _RIGHT}
        for label, word in found:
            if word not in right:
                term = manual.terms[label].term.source
                yield subject.finding(f'"{word}" is not the term for this concept; write "{term}"')


def _words(manual: Manual) -> Mapping[str, tuple[str, ...]]:
    """Return the forbidden words of each term, and under one more label every word that is right."""
    own = manual.language_terms.get(manual.identity.source_language, {})
    right: list[str] = []
    words: dict[str, tuple[str, ...]] = {}
    for name, term in manual.terms.items():
        of_language = own.get(name)
        right += preferred(term, of_language)
        if of_language is not None:
            right += map(str, of_language.allowed)
            words[name] = tuple(map(str, of_language.forbidden))
    return {**words, _RIGHT: tuple(right)}


RULE = Rule("text-term", Severity.ERROR, Manual, find)
