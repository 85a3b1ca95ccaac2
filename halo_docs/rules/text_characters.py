r"""A source text has letters that are what they look like, and nothing that is not seen.

Control, direction and zero-width characters, letters of another script among Latin ones and letters
that are not composed (NFC) make equal words different: searches and catalogs miss them.

Bad:  “Tighten the \u0441over.” with the Cyrillic es.
Good: “Tighten the cover.”
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.characters import hidden_characters, lookalikes


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the characters that must not be there."""
    text = subject.text.source
    for character in dict.fromkeys(hidden_characters(text)):
        yield subject.finding(f"hidden character U+{ord(character):04X}")
    for letter in dict.fromkeys(lookalikes(subject.running, subject.writing.letters)):
        name = unicodedata.name(letter, "a letter").lower()
        yield subject.finding(f'"{letter}" is {name} (U+{ord(letter):04X}), which looks like another letter')
    if unicodedata.normalize("NFC", text) != text:
        yield subject.finding("letters and accents are not composed (Unicode NFC)")


RULE = Rule("text-characters", Severity.ERROR, SourceText, find)
