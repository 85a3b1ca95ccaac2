r"""Accented letters are single characters (Unicode normal form C).

A letter with a separate accent looks the same, but is neither found nor sorted nor hyphenated like
the others (Unicode TR 15).

Bad:  msgstr "Se\u0301curite\u0301"
Good: msgstr "Sécurité"
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.holes import holed


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the words that are spelt with separate accents."""
    for word in holed(subject.target).text.split():
        normal = unicodedata.normalize("NFC", word)
        if normal != word:
            codes = " ".join(f"U+{ord(sign):04X}" for sign in word if sign not in normal)
            yield subject.finding(f'"{normal}" is not in normal form C: it is spelt with {codes}')


def mend(text: str, writing: Writing) -> str:
    """Return the text in normal form C."""
    has_holes = holed(text)
    return has_holes.fill(unicodedata.normalize("NFC", has_holes.text))


RULE = Rule("po-normal-form", Severity.ERROR, TranslatedText, find, mend)
