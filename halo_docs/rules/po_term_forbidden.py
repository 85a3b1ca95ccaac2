"""A translation has no word that the term base forbids.

Another word for a concept reads as another concept. terms.yaml of a language lists such words; inside
the right term of any concept they are no fault.

Bad:  msgstr "Branchez le chargeur.", where terms.yaml forbids "chargeur" for "borne de charge".
Good: msgstr "Branchez la borne de charge."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.facts import Term
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.glossary import Glossary
from halo_docs.text.wording import Finder


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the forbidden words."""
    concepts = Glossary(subject).concepts
    right = Finder({"": [word for concept in concepts.values() for word in concept.right]})
    wrong = Finder({name: concept.own.forbidden for name, concept in concepts.items()})
    for text in subject.texts:
        holder = text.owners[-1]
        found = dict(wrong.find(text.running_target))
        if not found:
            continue
        outside = wrong.labels(right.without(text.running_target))
        for name, word in found.items():
            if isinstance(holder, Term) and holder.id == name:
                # A definition may say what its concept is not called; the name itself must not be that.
                is_the_name = text.text.key == holder.term.key
                if is_the_name and word.casefold() == text.running_target.strip().casefold():
                    yield text.finding(f'terms.yaml of the language forbids "{word}" for this concept')
            elif name in outside:
                term = concepts[name].preferred or concepts[name].term.term.source
                yield text.finding(f'"{word}" is not the word for "{term}"')


RULE = Rule("po-term-forbidden", Severity.ERROR, LanguageTexts, find)
