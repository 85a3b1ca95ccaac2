"""Quotation marks and apostrophes are those of the language.

They are `quotes` and `apostrophe` of its writing.yaml. A straight mark after a figure stands for inches
or feet and is none.

Bad:  "the cover's screws" with the straight apostrophe
Good: “the cover’s screws”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.marks import STRAIGHT

_FOREIGN = frozenset("“”„‟«»")
_OPENING_INSIDE = re.compile(r"(?<=\w)‘(?=\w)")
_ACCENTS = frozenset("´ˋ‛")


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the marks that are not the language's own."""
    text, writing = subject.running, subject.writing
    straight = set(STRAIGHT.findall(text))
    if writing.quotes:
        own = " ".join(f"{pair.open}{pair.close}" for pair in writing.quotes)
        for mark in sorted(_FOREIGN.intersection(text).difference(own) | (straight & {'"'})):
            yield subject.finding(f"quotation mark {mark}; the language has {own}")
    if writing.apostrophe == "’":
        for _ in _OPENING_INSIDE.finditer(text):
            yield subject.finding("an opening mark ‘ stands inside a word; the apostrophe is ’")
    if writing.apostrophe is not None:
        for mark in sorted(_ACCENTS.intersection(text) | (straight & {"'"})):
            if mark != writing.apostrophe:
                yield subject.finding(f"apostrophe {mark}; the language has {writing.apostrophe}")


RULE = Rule("text-quotes", Severity.ERROR, SourceText, find)
