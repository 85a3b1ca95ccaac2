"""What a translation shows for a concept is a word that the language has for it.

A translation bends the words of a role `term` as its sentence needs. They are the term itself, its
abbreviation, or a form or another word that terms.yaml of the language lists for this very concept;
otherwise the glossary explains something else than the text says. Languages whose terms.yaml does not
describe the concept are not looked at.

Bad:  msgstr "Ouvrez le {term}`capot <front-cover>`.", and terms.yaml has no "capot" for `front-cover`.
Good: msgstr "Ouvrez les {term}`couvercles avant <front-cover>`."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.glossary import Glossary
from halo_docs.text.inline import roles
from halo_docs.text.terms import is_one_of


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the words that the language does not have for the concept."""
    concepts = Glossary(subject).concepts
    for text in subject.texts:
        for role in roles(text.target):
            concept = concepts.get(role.target)
            if not role.words or concept is None or not (concept.own.forms or concept.own.allowed):
                continue
            if not is_one_of(role.words, concept.right):
                known = concept.preferred or concept.term.term.source
                yield text.finding(f'"{role.words}" is neither "{known}" nor a known form of it')


RULE = Rule("po-term-form", Severity.ERROR, LanguageTexts, find)
