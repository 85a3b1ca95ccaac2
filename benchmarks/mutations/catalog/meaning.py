"""Faults of meaning: negation, opposites, modality, number words, terms, wrong words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.mutations.catalog.messages import meaning
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, LanguageMaterial, Piece
from benchmarks.mutations.places import matches, pick, replaced
from benchmarks.mutations.words import Pairs, Words
from halo_docs.data.blocks import Kind

OPPOSITES = (
    "before-after", "tighten-loosen", "minimum-maximum", "open-close", "left-right", "on-off", "front-rear",
    "top-bottom", "inside-outside", "with-without", "connect-disconnect", "insert-remove",
    "single-three-phase", "direct-alternating", "vertical-horizontal", "correct-wrong",
)  # fmt: skip
"""Pairs of opposites that a word table may have."""


def by_table(name: str, table: Callable[[Words], Pairs]) -> Change:
    """Return a change that takes one of the replacements of a word table."""

    def change(piece: Piece, rng: Random) -> str | None:
        possible = [
            (match, new) for pattern, new in table(piece.words) for match in matches(pattern, piece.target)
        ]
        drawn = pick(rng, possible)
        if drawn is None:
            return None
        match, new = drawn
        shown = match.expand(new)
        shown = shown[:1].upper() + shown[1:] if match[0][:1].isupper() else shown
        return re.sub(r"  +", " ", replaced(piece.target, match, shown))

    change.__name__ = name
    return change


_NEGATION = by_table("negation_lost", lambda words: words.negation_lost)


def _prohibits(piece: Piece) -> bool:
    return any(getattr(owner, "kind", None) is Kind.PROHIBITION for owner in piece.owners)


def prohibition_lost(piece: Piece, rng: Random) -> str | None:
    return _NEGATION(piece, rng) if _prohibits(piece) else None


def negation_lost(piece: Piece, rng: Random) -> str | None:
    return None if _prohibits(piece) else _NEGATION(piece, rng)


def term_exchanged(piece: Piece, rng: Random) -> str | None:
    """Put one concept's term in the place of another's, by what terms.yaml itself says."""
    terms = piece.manual.terms.values()
    shown = {t.term.source: piece.terms.get(t.id) for t in terms}
    found = [
        (match, source)
        for source, target in shown.items()
        if target and source in piece.source
        for match in matches(rf"\b{re.escape(target)}\b", piece.target)
    ]
    drawn = pick(rng, found)
    if drawn is None:
        return None
    match, source = drawn
    others = [target for other, target in sorted(shown.items()) if target and other != source]
    return replaced(piece.target, match, rng.choice([o for o in others if o not in piece.target]))


def _opposite(name: str) -> FaultClass[LanguageMaterial]:
    change = by_table(f"opposite_{name}", lambda words: words.opposites.get(name, ()))
    return meaning("opposites", name, f"“{name.replace('-', ' / ', 1)}”: one becomes the other", change)


def _opposites() -> Iterator[FaultClass[LanguageMaterial]]:
    yield from map(_opposite, OPPOSITES)


CLASSES: tuple[FaultClass[LanguageMaterial], ...] = (
    meaning("negation", "prohibition-lost", "a typed prohibition loses its negation", prohibition_lost),
    meaning("negation", "negation-lost", "another text loses its negation", negation_lost),
    meaning("negation", "negation-added", "a text is negated",
            by_table("negation_added", lambda words: words.negation_added)),
    meaning("negation", "modality", "must becomes can, always sometimes …",
            by_table("modality", lambda words: words.modality)),
    *_opposites(),
    meaning("numbers in words", "number-word", "a number word becomes another",
            by_table("numbers", lambda words: words.numbers)),
    meaning("terminology", "term-wrong", "a term becomes a wrong word for the concept",
            by_table("wrong_terms", lambda words: words.wrong_terms)),
    meaning("terminology", "term-exchanged", "a term becomes another concept’s", term_exchanged),
    meaning("language", "word-wrong", "a word becomes one that sounds alike",
            by_table("wrong_words", lambda words: words.wrong_words)),
    meaning("language", "form-wrong", "an imperative or present tense becomes another form",
            by_table("forms", lambda words: words.forms)),
)  # fmt: skip
