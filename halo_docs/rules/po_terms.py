"""A concept of the term base is called by its term in every language.

Where a source text names a concept, the translation has the translated term, one of its forms, its
abbreviation, or a word that the language's terms.yaml allows. Concepts that terms.yaml does not
describe are not looked at. Terms: ISO 704, one concept, one term.

Bad:  "front cover" is translated by "capot frontal", its term is "couvercle avant".
Good: "couvercle avant", or "couvercle" if terms.yaml allows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.facts import Term
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.glossary import Glossary


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the concepts that a translation does not name."""
    glossary = Glossary(subject)
    for text in subject.texts:
        if isinstance(text.owners[-1], Term):
            continue
        for concept, word in glossary.mentioned(text):
            if concept.term.abbreviation is not None and word == concept.term.abbreviation.source:
                # Rule po-codes looks after abbreviations.
                continue
            if concept.preferred is None or not (concept.own.forms or concept.own.allowed):
                continue
            if concept.term.id not in glossary.named(text):
                yield text.finding(f'"{word}" is not translated by its term "{concept.preferred}"')


RULE = Rule("po-terms", Severity.WARNING, LanguageTexts, find)
