"""No word stands twice in a row.

The words that may (*si vous vous connectez*) stand in the language's writing.yaml (`doubled`).

Bad:  msgstr "Serrez les les vis."
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.wording import doubled_words


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the words that stand twice."""
    allowed = {word.casefold() for word in subject.writing.doubled}
    in_source = {word.casefold() for word in doubled_words(subject.running_source)}
    for word in doubled_words(subject.running_target):
        if word.casefold() not in allowed | in_source:
            yield subject.finding(f'"{word}" stands twice in a row')


RULE = Rule("po-doubled-word", Severity.ERROR, TranslatedText, find)
