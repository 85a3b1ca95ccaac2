"""A text is written with the letters and signs of its language.

Letters of a neighbouring language, pictures, figures inside words and what a wrong encoding left are
slips of the keyboard or of a program (letters: CLDR exemplar characters, writing.yaml).

Bad:  text: Connect the vehicłe, then press 0n.
Good: text: Connect the vehicle, then press On.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.alphabet import mojibake, pictures, strangers

_FIGURE_IN_WORD = re.compile(
    r"(?<!\w)[A-Z][0-9][a-z]{2,}|(?<!\w)[A-Z]?[a-z]+[0-9][a-z]+(?!\w)|(?<!\w)[0-9][a-z]{2,}(?!\w)"
    r"|[a-z]{4,}[0-9](?=[a-z])|(?<!\w)[A-Z]?[a-z]{2,}0(?!\w)"
)


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield what does not belong to the language's own writing."""
    text, letters = subject.running, subject.writing.letters
    for character in pictures(subject.text.source):
        yield subject.finding(f"U+{ord(character):04X} is no sign of a text")
    for remnant, meant in dict.fromkeys(mojibake(text, letters)):
        was = f", which was “{meant}”" if meant else ""
        yield subject.finding(f"“{remnant}” comes from a wrong encoding{was}")
    if letters:
        for fault in strangers(text, letters, ""):
            yield subject.finding(fault)
        for match in _FIGURE_IN_WORD.finditer(text):
            yield subject.finding(f'"{match[0]}" has a figure inside a word')


RULE = Rule("text-alphabet", Severity.ERROR, SourceText, find)
