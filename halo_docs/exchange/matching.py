"""Finds what was translated before for a text, or for one that is much like it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from halo_docs.exchange.coding import codes, encode
from halo_docs.exchange.memories import Remembered
from halo_docs.text.compose import canonical
from halo_docs.text.inline import Role, parse
from halo_docs.text.wording import running, words

LEAST = 0.75
"""How alike two source texts must be (difflib's ratio)."""
_LEAST_WORDS = 3
"""Of shorter texts, others that look alike say something else."""
_CANDIDATES = 20
_TYPED = frozenset({"value", "ui", "products", "link"})
"""Roles in whose place older texts have what they show."""


@dataclass(frozen=True, slots=True)
class Match:
    """A translation for a text, and how it was come by."""

    target: str
    remembered: Remembered
    percent: int
    """How alike the source texts are; 100 only where they are the same."""
    is_adapted: bool
    """A role was put in the place of another, or of what it shows."""


@dataclass(frozen=True, slots=True)
class Shows:
    """What roles show, which older texts may have typed."""

    source: Mapping[str, str]
    """Role as it is written -> what it shows in the source language."""
    target: Mapping[str, str]
    """The same in the language of the translation."""


class Memory:
    """Older translations, made ready to be looked for."""

    def __init__(self, entries: Iterable[Remembered]) -> None:
        """Index the entries by their source and by its words; of two with one source, the first counts."""
        self._exact: dict[str, Remembered] = {}
        self._by_word: dict[str, list[Remembered]] = defaultdict(list)
        for entry in entries:
            source = canonical(entry.source)
            if source not in self._exact:
                self._exact[source] = entry
                for word in _words(source):
                    self._by_word[word].append(entry)

    def exact(self, source: str) -> Match | None:
        """Return what this very text was translated to, if its codes are all there."""
        found = self._exact.get(canonical(source))
        if found is None or _codes(found.target) != _codes(source):
            return None
        return Match(found.target, found, 100, is_adapted=False)

    def close(self, source: str, shows: Shows) -> Match | None:
        """Return what the most similar text was translated to, adapted where that is safe."""
        matches = [match for entry in self._candidates(source) for match in _fitted(source, entry, shows)]
        return max(matches, key=lambda match: match.percent, default=None)

    def _candidates(self, source: str) -> list[Remembered]:
        own = _words(source)
        if len(own) < _LEAST_WORDS:
            return []
        shared = Counter(entry for word in sorted(own) for entry in self._by_word.get(word, ()))
        return [entry for entry, number in shared.most_common(_CANDIDATES) if 2 * number >= len(own)]


def _fitted(source: str, entry: Remembered, shows: Shows) -> Iterator[Match]:
    """Yield an older translation with the codes of ``source``, if it can be given them."""
    adapted = entry
    if _codes(entry.source) != _codes(source):
        adapted = _with_roles(source, entry, shows)
        if _codes(adapted.source) != _codes(source):
            adapted = _with_other_role(source, adapted)
    if _codes(adapted.source) != _codes(source) or _codes(adapted.target) != _codes(source):
        return
    matcher = SequenceMatcher(None, running(adapted.source), running(source), autojunk=False)
    if matcher.ratio() >= LEAST:
        percent = min(int(100 * matcher.ratio()), 99)
        yield Match(adapted.target, entry, percent, is_adapted=adapted is not entry)


def _with_roles(source: str, entry: Remembered, shows: Shows) -> Remembered:
    """Put roles in the place of what they show, where both texts have it exactly once."""
    old, target = entry.source, entry.target
    for text in (_codes(source) - _codes(entry.source)).elements():
        if text not in shows.source or not isinstance(role := parse(text)[0], Role):
            continue
        places = _typed(shows.source[text]), _typed(shows.target[text])
        is_once = len(places[0].findall(old)) == len(places[1].findall(target)) == 1
        if role.name in _TYPED and is_once:
            old = places[0].sub(lambda _, text=text: text, old)  # type: ignore[misc]
            target = places[1].sub(lambda _, text=text: text, target)  # type: ignore[misc]
    return Remembered(old, target, entry.location)


def _typed(shown: str) -> re.Pattern[str]:
    """Return what finds a shown value in a text; any space may stand for its no-break space."""
    spaced = re.sub(r"(?:\\?[ \u00a0\u202f])+", "[ \u00a0\u202f]", re.escape(shown))
    return re.compile(rf"(?<![\w`{{])(?<!\d[.,]){spaced}(?![\w`}}]|[.,]\d)")


def _with_other_role(source: str, entry: Remembered) -> Remembered:
    """Put one role in the place of another of its kind, where the source texts are the same otherwise."""
    missing, surplus = (_codes(source) - _codes(entry.source)), (_codes(entry.source) - _codes(source))
    if missing.total() != 1 or surplus.total() != 1:
        return entry
    new, old = (parse(next(iter(texts)))[0] for texts in (missing, surplus))
    if not (isinstance(new, Role) and isinstance(old, Role) and new.name == old.name):
        return entry
    texts = entry.source, entry.target
    if any(text.count(str(old)) != 1 for text in texts):
        return entry
    changed = [text.replace(str(old), str(new)) for text in texts]
    if canonical(changed[0]) != canonical(source):
        return entry
    return Remembered(changed[0], changed[1], entry.location)


def _codes(text: str) -> Counter[str]:
    return Counter(mark for _, mark in codes(encode(text)))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words(running(text)))
