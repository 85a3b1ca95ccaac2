"""Two different texts have two different translations.

The same translation in two places is mostly one that slipped to its neighbour. Sources that say the
same thing in other words may share one, and so may labels of one word.

Bad:  "Remove the front cover." and "Tighten the screws." both read "Retirez le couvercle avant."
Good: each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule, TranslatedText
from halo_docs.rules.wordlists import WordLists, with_lists
from halo_docs.text.wording import words

_LABEL = 1
"""Labels of so many words may share a translation."""
_SHORT = 3
"""Words of so few small letters say little, where opposites such as on and off are listed."""
_STEM = 5
"""So many letters tell a word, whatever its ending."""


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield each text that has the translation of another."""
    first: dict[str, TranslatedText] = {}
    for text, lists, _ in with_lists(subject):
        before = first.setdefault(text.target.casefold(), text)
        if before is not text and not _may_share(before.running_source, text.running_source, lists):
            yield text.finding(f'has the translation of "{before.text.key}"')


def _may_share(one: str, other: str, lists: WordLists) -> bool:
    """Tell whether two source texts are labels, or say the same in other words."""
    if max(len(words(one)), len(words(other))) <= _LABEL:
        return True
    if lists.denial.labels(one) != lists.denial.labels(other):
        return False
    ours, theirs = lists.sides(one), lists.sides(other)
    if any(ours[pair].keys().isdisjoint(theirs[pair]) for pair in ours.keys() & theirs.keys()):
        return False
    least = _SHORT if lists.writing.opposites else 0
    return _content(one, least) == _content(other, least)


def _content(text: str, least: int) -> frozenset[str]:
    """Return the beginnings of the words that matter, without regard to order: connect, connection."""
    said = (word for word in words(text) if len(word) > least or word != word.lower())
    return frozenset(word.casefold()[:_STEM] for word in said)


RULE = Rule("po-shifted", Severity.ERROR, LanguageTexts, find)
