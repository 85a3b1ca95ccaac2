"""What a language calls the concepts of the term base."""

from __future__ import annotations

from collections.abc import Sequence

from halo_docs.data.facts import Term
from halo_docs.data.writing import LanguageTerm
from halo_docs.text.wording import Finder, running


def preferred(term: Term, own: LanguageTerm | None = None) -> tuple[str, ...]:
    """Return the words of the source language that stand for a concept and for nothing else.

    :param own: what the source language's terms.yaml says of it.
    """
    texts = [text for text in (term.term, term.abbreviation) if text is not None]
    return (*(running(text.source) for text in texts), *(map(str, own.forms) if own else ()))


def words_for(term: Term, own: LanguageTerm | None = None) -> tuple[str, ...]:
    """Return all words with which a text of the source language may name a concept."""
    return (*preferred(term, own), *(map(str, own.allowed) if own else ()))


def is_one_of(shown: str, words: Sequence[str]) -> bool:
    """Tell whether a text is, as a whole, one of some words, which are written as in a word list."""
    return shown in (said for _, said in Finder({"": words}).find(shown))
