r"""A translation has no control, direction or invisible characters.

They change what a reader sees without a trace in an editor (Unicode TR 36); such a translation is
never shown.

Bad:  msgstr "Serrez\u202e les vis."
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.characters import hidden_characters


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the characters that must not be there."""
    for character in dict.fromkeys(hidden_characters(subject.target)):
        yield subject.finding(f"hidden character U+{ord(character):04X}")


RULE = Rule("po-characters", Severity.ERROR, TranslatedText, find)
