"""A translation is in its own language.

Frequent words tell a language: writing.yaml of each lists its own. Told is a sentence with several
words of another language of the manual and none, or few, of its own.

Bad:  a French catalog with msgstr "Ziehen Sie die Schrauben an und prüfen Sie die Kabel."
Good: a French catalog with msgstr "Serrez les vis et vérifiez les câbles."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.text.wording import sentences, words

_LEAST = 4
"""Shorter sentences tell nothing."""
_CERTAIN = 2
"""So many words of another language, and none of the own, are certain."""
_CLOSE = 3
"""The same for languages whose lists have words in common."""
_TIMES = 4
"""So many times as many words of another language as of the own are certain, too."""


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the sentences of another language."""
    lists = {
        str(code): frozenset(str(word).casefold().rstrip("'’") for word in writing.function_words)
        for code, writing in subject.manual.writing.items()
    }
    own = lists.pop(subject.language.id, frozenset())
    if not own:
        return
    for text in subject.texts:
        for sentence in sentences(text.running_target):
            said = [word.casefold() for word in words(sentence)]
            if len(said) < _LEAST:
                continue
            ours = sum(word in own for word in said)
            counts = {code: _count(said, foreign - own) for code, foreign in lists.items()}
            code, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
            least = _CLOSE if len(lists.get(code, own) & own) * 4 > len(own) else _CERTAIN
            if most >= max(least, ours * _TIMES):
                name = subject.manual.languages[code].name
                yield text.finding(f'reads as {name}: "{sentence[:40].strip()}"')
                break


def _count(said: list[str], known: frozenset[str]) -> int:
    return sum(word in known for word in said)


RULE = Rule("po-language", Severity.ERROR, LanguageTexts, find)
