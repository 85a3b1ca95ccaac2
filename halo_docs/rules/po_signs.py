"""Mathematical and technical signs of a text stand in its translation, and no others.

Bad:  msgid "width × height"   msgstr "largeur x hauteur"
Good: msgid "width × height"   msgstr "largeur × hauteur"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText

_SIGNS = frozenset("×÷±≤≥≈≠=°‰%Ωµμ→←↑↓²³∅⌀")
_GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]{2,}")
"""There the letters mu and omega are letters."""


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the signs that are lost or added."""
    expected, shown = _signs(subject.running_source), _signs(subject.running_target)
    for sign in sorted((expected - shown).elements()):
        yield subject.finding(f'the sign "{sign}" of the source text is missing')
    for sign in sorted((shown - expected).elements()):
        yield subject.finding(f'the sign "{sign}" is not in the source text')


def _signs(text: str) -> Counter[str]:
    return Counter(character for character in _GREEK_WORD.sub("", text) if character in _SIGNS)


RULE = Rule("po-signs", Severity.ERROR, TranslatedText, find)
