"""The words of a manual's term base as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from halo_docs.data.facts import Term
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.data.writing import LanguageTerm
from halo_docs.messages.translation import Translation
from halo_docs.termbase.table import Row, Status


def rows(manual: Manual, translations: Mapping[str, Translation]) -> Iterator[Row]:
    """Yield the rows of all concepts and languages, in the order of terms.yaml and languages.yaml."""
    for name, term in manual.terms.items():
        for language, translation in translations.items():
            own = manual.language_terms[language].get(name, LanguageTerm(id=term.id))
            yield _preferred(term, language, translation, own)
            for status, words in ((Status.ALLOWED, own.allowed), (Status.FORBIDDEN, own.forbidden)):
                for word in words:
                    yield Row(name, language, status, str(word))


def _preferred(term: Term, language: str, translation: Translation, own: LanguageTerm) -> Row:
    return Row(
        str(term.id),
        language,
        Status.PREFERRED,
        translated(translation, term.term),
        translated(translation, term.abbreviation) if term.abbreviation is not None else "",
        tuple(map(str, own.forms)),
        own.note or "",
    )


def translated(translation: Translation, text: Text) -> str:
    """Return what a language has for a text; empty where that is nothing, or fuzzy."""
    if translation.is_source or not text.is_translatable:
        return text.source
    entry = translation.entry(text)
    return entry.target if entry is not None and not entry.is_fuzzy else ""
