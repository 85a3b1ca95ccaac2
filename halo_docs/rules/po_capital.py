"""A translation begins with a capital where its source does, and only there.

Names and abbreviations may stand first on either side, and nouns of a language that writes them with
capitals (writing.yaml, `capital_nouns`).

Bad:  msgid "Safety"   msgstr "sécurité"
Good: msgid "Safety"   msgstr "Sécurité"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText

_WITHIN = re.compile(r"(?<!\W\w)(?<!\.\w)[.!?] +([^\W\d_]\w*)")
_WORD = re.compile(r"[^\W\d_][^\W_]*")


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the first word when its first letter is of the other kind."""
    source, target = subject.running_source, subject.running_target
    if not any(match[1][0].islower() for match in _WITHIN.finditer(source)):
        for match in filter(lambda found: found[1][0].islower(), _WITHIN.finditer(target)):
            yield subject.finding(f'"{match[1]}" begins a sentence with a small letter')
    firsts = _WORD.match(source), _WORD.match(target)
    if not firsts[0] or not firsts[1]:
        return
    expected, word = firsts[0][0], firsts[1][0]
    if _is_name(word, source) or expected[0].isupper() == word[0].isupper():
        return
    if word[0].title() == word[0].lower():
        # A script in which no word begins with a capital.
        return
    is_sentence = source[-1] in ".!?"
    if expected[0].isupper() and (is_sentence or not _is_name(expected, target)):
        yield subject.finding(f'"{word}" begins with a small letter, the source text with a capital')
    if expected[0].islower() and not subject.writing.capital_nouns:
        yield subject.finding(f'"{word}" begins with a capital, the source text with a small letter')


def _is_name(word: str, other: str) -> bool:
    """Tell whether a word has capitals or figures of its own, or stands in the other text too."""
    if word[1:] != word[1:].lower() or not word.isalpha() or re.search(rf"\b{word}\b", other):
        return True
    return len(word) > 3 and bool(re.search(rf"\b{word}\w", other, re.IGNORECASE))


RULE = Rule("po-capital", Severity.WARNING, TranslatedText, find)
