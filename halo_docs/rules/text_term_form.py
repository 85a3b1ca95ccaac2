"""What a text shows for a concept is a word that the source language has for it.

The words of a role `term` are the term itself, its abbreviation, or a form or another word that terms.yaml
of the source language lists for this very concept; otherwise the glossary explains something else than
the text says.

Bad:  "Open the {term}`lids <front-cover>`.", and terms.yaml has no *lids* for `front-cover`.
Good: "Open the {term}`front covers <front-cover>`."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.inline import roles
from halo_docs.text.terms import is_one_of, words_for


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the words that the language does not have for the concept."""
    manual = subject.manual
    own = manual.language_terms.get(manual.identity.source_language, {})
    for role in roles(subject.text.source):
        term = manual.terms.get(role.target) if role.words else None
        if term is not None and not is_one_of(role.words or "", words_for(term, own.get(role.target))):
            yield subject.finding(f'"{role.words}" is neither "{term.term.source}" nor a known form of it')


RULE = Rule("text-term-form", Severity.ERROR, SourceText, find)
