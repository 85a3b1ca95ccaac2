"""One source text has one translation, from four words on.

Two translations of one sentence read as if two things were meant; a heading and a button may differ.

Bad:  "Switch off the power supply." is once "Coupez l’alimentation.", once "Éteignez l’alimentation."
Good: both read "Coupez l’alimentation."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule, TranslatedText
from halo_docs.text.wording import words

_LEAST = 4


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield each text after the first whose translation is another one."""
    first: dict[str, TranslatedText] = {}
    found: dict[str, set[str]] = defaultdict(set)
    for text in subject.texts:
        if len(words(text.running_source)) < _LEAST:
            continue
        before = first.setdefault(text.source, text)
        if before.target != text.target and text.target not in found[text.source]:
            found[text.source].add(text.target)
            yield text.finding(f'translated otherwise than the same text "{before.text.key}"')


RULE = Rule("po-consistency", Severity.NOTICE, LanguageTexts, find)
