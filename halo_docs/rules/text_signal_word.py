"""Signal words come from the level of a message, never from its text.

A typed word is not changed with the level, and its translation is not one of the four reviewed words.

Bad:  {type: note, text: "CAUTION: The cover is hot."}
Good: {type: safety, level: caution, hazard: The cover is hot.}
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.signal_words import capital_in, label_in


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the signal words that a text types."""
    language = subject.manual.languages.get(subject.manual.identity.source_language)
    if language is None or subject.is_of_engine:
        return
    words = tuple(map(str, language.signal_words.words))
    typed = label_in(words, subject.running) or capital_in(words, subject.running)
    if typed:
        yield subject.finding(f'types the signal word "{typed}"; the level gives it')


RULE = Rule("text-signal-word", Severity.ERROR, SourceText, find)
