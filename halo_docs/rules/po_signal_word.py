"""Signal words come from the table of the language, never from a translation.

A text that begins with one as a label, or a safety text that has one in capitals, would stand beside
the word that the level gives, and may contradict it (ANSI Z535.6, ISO 3864-2). A sentence may begin
with the same word: "Danger of crushing exists" is none.

Bad:  a warning with msgstr "ATTENTION : la pompe est chaude."
Good: a warning with msgstr "La pompe est chaude."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from halo_docs.data.blocks import Kind, ListItem, Note, Safety
from halo_docs.data.identity import Interface
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText

_OPENING = r"[\s*_«»\"“„'‘(\[\ufffc]*"
_LABEL = r"[\s\u00a0\u202f]*(?:[:!：！–—]|-\s)"


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the signal words that a translation types."""
    if isinstance(subject.owners[0], Interface):
        # The words for the pages themselves: there a word may be what the table says, too.
        return
    languages = subject.manual.languages
    source = languages.get(subject.source_language, subject.language)
    words = tuple(map(str, subject.language.signal_words.words + source.signal_words.words))
    target = subject.running_target
    label = _starting(words).match(target)
    if label:
        yield subject.finding(f'begins with the signal word "{label[1]}"; the level gives it')
        return
    typed = _capital(words).search(target)
    if typed and (_is_safety(subject) or not _capital(words).search(subject.running_source)):
        yield subject.finding(f'types the signal word "{typed[0]}"; the level gives it')


@cache
def _starting(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match a signal word as a label: before a mark, or in capitals at the start of a longer text."""
    either = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    capital = "|".join(sorted(map(re.escape, _in_capitals(words)), key=len, reverse=True))
    return re.compile(rf"{_OPENING}((?i:{either})(?={_LABEL})|(?:{capital or '(?!)'})(?=\W+\w))")


@cache
def _capital(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, _in_capitals(words)), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either or '(?!)'})(?!\w)")


def _in_capitals(words: tuple[str, ...]) -> list[str]:
    """Return the words in capitals, in scripts that have capitals."""
    return [word.upper() for word in dict.fromkeys(words) if word.upper() != word.lower()]


def _is_safety(subject: TranslatedText) -> bool:
    match subject.owners[-1]:
        case Safety() | Note():
            return True
        case ListItem(kind=Kind()):
            return True
        case _:
            return False


RULE = Rule("po-signal-word", Severity.ERROR, TranslatedText, find)
