"""A word that has an opposite is not translated by the opposite.

Before and after, tighten and loosen, minimum and maximum: writing.yaml of each language lists the two
sides of such pairs. Told is a sentence that has one side only, whose translation has the other side only.

Bad:  msgid "Switch it off before work."   msgstr "Mettez-le hors tension après le travail."
Good: msgid "Switch it off before work."   msgstr "Mettez-le hors tension avant le travail."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.wordlists import aligned, with_lists


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the pairs whose sides are exchanged."""
    for text, source, own in with_lists(subject):
        for sentence, translated in aligned(text):
            said = source.sides(sentence)
            answered = own.sides(translated) if said else {}
            for name in said.keys() & answered.keys():
                one, other = said[name], answered[name]
                if len(one) == len(other) == 1 and one.keys() != other.keys():
                    [word], [opposite] = one.values(), other.values()
                    yield text.finding(f'"{word}" became "{opposite}" ({name})')


RULE = Rule("po-opposites", Severity.ERROR, LanguageTexts, find)
