r"""A translation is written in the letters and figures of its language.

A Cyrillic or Greek letter that looks like a Latin one, a letter of a neighbouring language, a
full-width or mathematical form is not seen, but neither found nor pronounced. Letters that the
source text has too (names, units) may stand. The letters stand in the language's writing.yaml
(`letters`, CLDR exemplar characters); without them only mixed alphabets are looked for (Unicode
TS 39).

Bad:  msgstr "H\u0430lo"
Good: msgstr "Halo"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.alphabet import mixtures, pictures, strangers


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the characters that the language does not have."""
    letters = subject.writing.letters
    for character in pictures(subject.target):
        if character not in subject.source:
            yield subject.finding(f"U+{ord(character):04X} is no sign of a text")
    found = strangers(subject.running_target, letters, subject.source) if letters else iter(())
    told = list(found) or mixtures(subject.running_target, subject.source)
    for fault in told:
        yield subject.finding(fault)


RULE = Rule("po-alphabet", Severity.ERROR, TranslatedText, find)
