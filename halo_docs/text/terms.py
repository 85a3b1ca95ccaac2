"""What the source language calls the concepts of the term base."""

from __future__ import annotations

from halo_docs.data.facts import Term
from halo_docs.data.writing import LanguageTerm
from halo_docs.text.wording import running


def preferred(term: Term, own: LanguageTerm | None = None) -> tuple[str, ...]:
    """Return the words of the source language that stand for a concept and for nothing else.

    :param own: what the source language's terms.yaml says of it.
    """
    texts = [text for text in (term.term, term.abbreviation) if text is not None]
    return (*(running(text.source) for text in texts), *(map(str, own.forms) if own else ()))
