"""What outputs can do in a language: letters of the text face, word division, search, numbers."""

from __future__ import annotations

from dataclasses import dataclass

import pyphen

from halo_docs.figures.measure import lacking
from halo_docs.sphinx_ext.own_words import knows_search_page, knows_word_forms
from halo_docs.text.locales import LocaleFacts


@dataclass(frozen=True, slots=True)
class Readiness:
    """What a language has and lacks."""

    missing_letters: str
    """Letters that the text face lacks; with any, nothing can be printed."""
    lines: tuple[str, ...]
    """All of it, in words."""


def readiness(code: str, facts: LocaleFacts) -> Readiness:
    """Return what outputs can do in a language."""
    sample = "".join(dict.fromkeys(facts.letters + facts.letters.upper() + facts.name))
    missing = lacking(sample)
    return Readiness(
        missing,
        (
            _letters(sample, missing),
            _direction(facts.direction),
            f"numbers: 1{facts.decimal_mark}5",
            _division(code),
            _search(code),
        ),
    )


def _letters(sample: str, missing: str) -> str:
    if not missing:
        return "letters: the text face has every letter that CLDR's names of languages and countries use"
    shown = " ".join(missing[:20]) + (" …" if len(missing) > 20 else "")
    return (
        f"letters: the text face lacks {len(missing)} of {len(sample)} letters: {shown}; "
        "no PDF can be made until halo_docs/design/fonts.py has a face with them"
    )


def _direction(direction: str) -> str:
    if direction == "ltr":
        return "direction: left to right"
    return "direction: right to left; look at every page and figure, nothing was drawn for it"


def _division(code: str) -> str:
    dictionary = pyphen.language_fallback(code)
    if dictionary:
        return f"word division: dictionary {dictionary}"
    return "word division: no dictionary; long words are not divided, look at tables"


def _search(code: str) -> str:
    forms = "other forms of a word are found" if knows_word_forms(code) else "words are found as typed"
    page = "" if knows_search_page(code) else "; Sphinx does not translate the page of results"
    return f"search: {forms}{page}"
