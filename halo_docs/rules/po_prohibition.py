"""A statement that forbids something forbids it in every language.

The translation has a word that denies, forbids or restricts: writing.yaml of its language lists them.
Without one, the reader is told to do what is dangerous.

Bad:  a prohibition "Do not touch the board."   msgstr "Touchez la carte."
Good: a prohibition "Do not touch the board."   msgstr "Ne touchez pas la carte."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.blocks import Kind, ListItem, Note, Safety
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule, TranslatedText
from halo_docs.rules.wordlists import with_lists


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the prohibitions that no longer forbid."""
    for text, source, own in with_lists(subject):
        if not own.writing.negation or not _forbids(text):
            continue
        if source.writing.negation and not source.limits.labels(text.running_source):
            # The source text itself has no such word; that is no fault of the translation.
            continue
        if not own.limits.labels(text.running_target):
            yield text.finding("the source text forbids; the translation has no word that does")


def _forbids(text: TranslatedText) -> bool:
    match text.owners[-1]:
        case Safety(kind=Kind.PROHIBITION, avoidance=avoidance):
            return text.text == avoidance
        case ListItem(kind=Kind.PROHIBITION) | Note(kind=Kind.PROHIBITION):
            return True
        case _:
            return False


RULE = Rule("po-prohibition", Severity.ERROR, LanguageTexts, find)
