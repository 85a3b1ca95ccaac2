"""A translation begins with a capital where its source does, and only there.

Looked at where the source is a sentence or a heading, and where a list item or a term begins with a
small letter. Names may stand first, and nouns of a language that writes them with capitals
(writing.yaml, `capital_nouns`).

Bad:  msgid "Safety"   msgstr "sécurité"
Good: msgid "Safety"   msgstr "Sécurité"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.data.facts import FigureLabel
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText

_HEADINGS = ("title", "head", "label", "name")
_WITHIN = re.compile(r"(?<!\W\w)(?<!\.\w)[.!?] +([^\W\d_]\w*)")


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the first word when its first letter is of the other kind."""
    source, target = subject.running_source, subject.running_target
    if not any(match[1][0].islower() for match in _WITHIN.finditer(source)):
        for match in filter(lambda found: found[1][0].islower(), _WITHIN.finditer(target)):
            yield subject.finding(f'"{match[1]}" begins a sentence with a small letter')
    first = re.match(r"[^\W_]+", target)
    if not first or not source[0].isalpha() or not target[0].isalpha():
        return
    word = first[0]
    if word[1:] != word[1:].lower() or re.search(rf"\b{re.escape(word)}\b", source):
        # A name or an abbreviation.
        return
    is_sentence = source[-1] in ".:!?" or subject.text.key.split(".")[-1] in _HEADINGS or _is_label(subject)
    if source[0].isupper() and target[0].islower() and is_sentence:
        yield subject.finding(f'"{word}" begins with a small letter, the source text with a capital')
    if source[0].islower() and target[0].isupper() and not subject.writing.capital_nouns:
        yield subject.finding(f'"{word}" begins with a capital, the source text with a small letter')


def _is_label(subject: TranslatedText) -> bool:
    return bool(subject.owners) and isinstance(subject.owners[-1], FigureLabel)


RULE = Rule("po-capital", Severity.WARNING, TranslatedText, find)
