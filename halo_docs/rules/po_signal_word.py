"""Signal words come from the table of the language, never from a translation.

A text that begins with one as a label, or a safety text that has one in capitals, would stand beside
the word that the level gives, and may contradict it (ANSI Z535.6, ISO 3864-2). A sentence may begin
with the same word: "Danger of crushing exists" is none.

Bad:  a warning with msgstr "ATTENTION : la pompe est chaude."
Good: a warning with msgstr "La pompe est chaude."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.blocks import Kind, ListItem, Note, Safety
from halo_docs.data.identity import Interface
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.signal_words import capital_in, label_in


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the signal words that a translation types."""
    if isinstance(subject.owners[0], Interface):
        # The words for the pages themselves: there a word may be what the table says, too.
        return
    languages = subject.manual.languages
    source = languages.get(subject.source_language, subject.language)
    words = tuple(map(str, subject.language.signal_words.words + source.signal_words.words))
    target = subject.running_target
    label = label_in(words, target)
    if label:
        yield subject.finding(f'begins with the signal word "{label}"; the level gives it')
        return
    typed = capital_in(words, target)
    if typed and (_is_safety(subject) or not capital_in(words, subject.running_source)):
        yield subject.finding(f'types the signal word "{typed}"; the level gives it')


def _is_safety(subject: TranslatedText) -> bool:
    match subject.owners[-1]:
        case Safety() | Note():
            return True
        case ListItem(kind=Kind()):
            return True
        case _:
            return False


RULE = Rule("po-signal-word", Severity.ERROR, TranslatedText, find)
