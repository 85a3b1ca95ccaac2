"""Finds words of a list in running text, without regard to case and to what roles show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from halo_docs.text.inline import Inline, Literal, Plain, Role, Strong, parse

HOLE = "\ufffc"
"""Stands in running text for a role or a literal (Unicode: object replacement character)."""


@cache
def running(text: str) -> str:
    """Return a text without marks, each role and literal replaced by :data:`HOLE`.

    The words that a role brings are words of the text.
    """
    return "".join(_running(parse(text)))


def _running(parts: tuple[Inline, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Plain(text):
                yield text
            case Strong(children):
                yield from _running(children)
            case Role(words=str(words)):
                yield words
            case _:
                yield HOLE


def literals(text: str) -> tuple[str, ...]:
    """Return what stands between single backquotes, in order."""

    def find(parts: tuple[Inline, ...]) -> Iterator[str]:
        for part in parts:
            if isinstance(part, Literal):
                yield part.text
            elif isinstance(part, Strong):
                yield from find(part.children)

    return tuple(find(parse(text)))


def strong_count(text: str) -> int:
    """Return how many emphasised runs a text has."""
    return sum(isinstance(part, Strong) for part in parse(text))


_DOUBLED = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]*)[ \u00a0\u202f]+\1(?![\w’'-])")
_DOUBLED_FIRST = re.compile(
    r"(?:\A|(?<=[.!?] ))([^\W\d_])([\w’'-]*) (?!\1\2)((?i:\1\2))(?![\w’'-])"
    r"|(?<![\w’'-])([^\W\d_]{4,}) (?!\4(?!\w))((?i:\4))(?![\w’'-])"
)
"""The second word in other letters, small or capital: at the start of a sentence, or of some length."""


@cache
def doubled_words(text: str) -> tuple[str, ...]:
    """Return the words of a running text that stand twice in a row, also where the first is a capital."""
    found = [match[1] for match in _DOUBLED.finditer(text)]
    return (*found, *(match[3] or match[5] for match in _DOUBLED_FIRST.finditer(text)))


def words_in(words: Sequence[str], text: str) -> list[str]:
    """Return every place in a running text that matches an entry of a word list, as it stands there.

    :param words: whole words or phrases; a trailing ``*`` stands for any ending; an entry that ends
        with an apostrophe stands for the elided word before another one.
    """
    return [match[0] for match in _pattern(tuple(map(str, words))).finditer(text)] if words else []


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits, or a single sign."""

    text: str
    """In small letters, an apostrophe always as ``’``."""
    start: int
    end: int
    is_glued: bool
    """No space stands before it."""


_TOKEN = re.compile(r"\w+|[^\w\s]")


@cache
def tokens(text: str) -> tuple[Token, ...]:
    """Split a running text into runs of letters and digits, and signs."""
    return tuple(
        Token(
            match[0].lower().replace("'", "’"),
            match.start(),
            match.end(),
            is_glued=match.start() > 0 and not text[match.start() - 1].isspace(),
        )
        for match in _TOKEN.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One word or sign of an entry of a word list."""

    text: str
    is_stem: bool
    is_glued: bool

    def fits(self, token: Token) -> bool:
        same = token.text.startswith(self.text) if self.is_stem else token.text == self.text
        return same and token.is_glued == self.is_glued


_Labelled = tuple[tuple[_Part, ...], str]
"""An entry of a word list and its label."""


def _parts(entry: str) -> tuple[_Part, ...]:
    found: list[_Part] = []
    for token in tokens(entry):
        if token.text == "*" and token.is_glued and found:
            found[-1] = replace(found[-1], is_stem=True)
        else:
            found.append(_Part(token.text, False, token.is_glued and bool(found)))
    return tuple(found)


class Finder:
    """Several word lists, each with a label, made ready to be looked for in many texts.

    Where entries of a group of labels overlap, the longest counts; an entry that stands under several
    labels is found for each of them. The rules for entries are those of :func:`words_in`.
    """

    def __init__(
        self, lists: Mapping[str, Sequence[str]], group_of: Callable[[str], str] = lambda _: ""
    ) -> None:
        """Index the entries by their first word.

        :param group_of: label -> its group; all labels are one group unless told otherwise.
        """
        self._words: dict[str, list[_Labelled]] = {}
        self._stems: dict[str, list[_Labelled]] = {}
        self._known: dict[str, list[_Labelled]] = {}
        self._group_of = group_of
        for label, words in lists.items():
            for word in words:
                parts = _parts(str(word))
                index = self._stems if parts[0].is_stem else self._words
                index.setdefault(parts[0].text, []).append((parts, label))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield ``(label, words as they stand there)`` for each place in a running text."""
        for label, start, end in self._places(text):
            yield label, text[start:end]

    def labels(self, text: str) -> frozenset[str]:
        """Return the labels of the lists that have a word in a running text."""
        return frozenset(label for label, _, _ in self._places(text))

    def without(self, text: str) -> str:
        """Return a running text with a hole for each place."""
        for _, start, end in reversed(self._places(text)):
            if HOLE not in text[start:end]:
                text = text[:start] + HOLE + text[end:]
        return text

    def _places(self, text: str) -> list[tuple[str, int, int]]:
        places = []
        reached: dict[str, tuple[int, int]] = {}
        said = tokens(text)
        for index, token in enumerate(said):
            entries = self._entries(token.text)
            for length, label in sorted(_matches(entries, said, index), reverse=True) if entries else ():
                place = token.start, said[index + length - 1].end
                group = self._group_of(label)
                before = reached.get(group, (0, 0))
                if place == before or place[0] >= before[1]:
                    reached[group] = place
                    places.append((label, *place))
        return places

    def _entries(self, first: str) -> list[_Labelled]:
        """Return the entries that may begin with a word; what was looked up once is remembered."""
        known = self._known.get(first)
        if known is not None:
            return known
        found = self._words.get(first, [])
        for length in self._lengths:
            stem = self._stems.get(first[:length]) if length <= len(first) else None
            if stem:
                found = found + stem
        self._known[first] = found
        return found


def _matches(entries: list[_Labelled], said: tuple[Token, ...], index: int) -> Iterator[tuple[int, str]]:
    for parts, label in entries:
        if index + len(parts) <= len(said):
            following = zip(parts[1:], said[index + 1 :], strict=False)
            if all(part.fits(token) for part, token in following):
                yield len(parts), label


_SENTENCE_END = re.compile(r"(?<!\W\w\.)(?<=[.!?؟])\s+|(?<=[。！？])")


@cache
def sentences(text: str) -> tuple[str, ...]:
    """Split a running text where a mark of its end is followed by a space and no small letter.

    A full stop after a single letter belongs to an abbreviation; a figure does not begin a sentence.
    """
    parts, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        following = text[match.end() :].lstrip("\"'«»“”„‘’‹›([¿¡*\u00a0\u202f")[:1]
        if following and not following.islower() and not following.isdigit():
            parts.append(text[start : match.start()])
            start = match.end()
    return tuple(part for part in (*parts, text[start:]) if part.strip())


_WORD = re.compile(r"[^\W\d_]+")


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a running text: what is made of letters only."""
    return tuple(_WORD.findall(text))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_entry, _ordered(words)))})", re.IGNORECASE)


def _ordered(words: Iterable[str]) -> list[str]:
    """Put the longest first: "must not" before "must"."""
    return sorted(words, key=len, reverse=True)


def _entry(entry: str) -> str:
    parts = []
    for word in entry.split():
        is_stem = word.endswith("*")
        escaped = re.sub("['’]", "['’]", re.escape(word.rstrip("*")))
        parts.append(escaped + (r"\w*" if is_stem else ""))
    end = "" if entry.endswith(("'", "’", "*")) else r"(?!\w)"
    return r"[\s\u00a0]+".join(parts) + end
