"""A translation is not its source text.

Texts that are spelt alike in both languages are right: writing.yaml lists such words as `same`. So are
names, abbreviations and codes. From four words on, a sentence inside a longer text is looked at, too.

Bad:  msgid "Tighten the screws."   msgstr "Tighten the screws."
Good: msgid "Installation"   msgstr "Installation", with `same: [installation]`
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.names import is_name, known_words
from halo_docs.text.wording import Finder, sentences, words

_SENTENCE = 4
"""Shorter parts of a text may well be alike."""


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the texts and sentences that were left as they are."""
    writing = subject.manual.writing[subject.language.id]
    known = known_words(subject.manual)
    names = {term.term.source for term in subject.manual.terms.values() if is_name(term.term.source)}
    has_list = bool(writing.same)
    for text in subject.texts:
        source = {_bare(part) for part in (text.running_source, *sentences(text.running_source))}
        parts = (text.running_target, *sentences(text.running_target))
        for index, part in enumerate(dict.fromkeys(parts)):
            if _bare(part) not in source or text.source in names:
                continue
            # One that is listed with a capital is right with it only: Service Set Identifier.
            same = Finder({"": [entry for entry in writing.same if entry.islower() or entry in part]})
            left = [word for word in words(same.without(part)) if _is_word(word, known)]
            is_whole = index == 0 and has_list
            if left and (is_whole or len(words(part)) >= _SENTENCE):
                yield text.finding(f'not translated: "{" ".join(left)[:40]}"')
                break


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:!?")


def _is_word(word: str, known: frozenset[str]) -> bool:
    """Tell whether letters are a word, and no name, abbreviation or single letter."""
    return len(word) > 1 and not word.isupper() and word.casefold() not in known


RULE = Rule("po-copied", Severity.ERROR, LanguageTexts, find)
