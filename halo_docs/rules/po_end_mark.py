"""A translation ends with the mark that its source ends with.

A full stop, colon or question mark that is missing is what is left when the end of a text was lost;
one that is added makes a sentence of a heading or of a label. Languages that write without full stops
are known by their other texts.

Bad:  msgid "Enter these data:"   msgstr "Saisissez les données"
Good: msgid "Enter these data:"   msgstr "Saisissez ces données :"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.text.endings import end_mark

_ALIKE = {".": ".…"}
"""Mark -> the marks that a language may prefer for it."""

_ENOUGH = 10
"""Texts from which on a language can be said to write without marks."""


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the texts that do not end as they should."""
    ends = [(text, end_mark(text.source), end_mark(text.target)) for text in subject.texts]
    lost = [
        (text, mark, last) for text, mark, last in ends if mark and last not in tuple(_ALIKE.get(mark, mark))
    ]
    marked = sum(bool(mark) for _, mark, _ in ends)
    if len(lost) * 2 > marked and marked > _ENOUGH:
        return
    for text, mark, last in lost:
        yield text.finding(f'the source text ends with "{mark}", the translation with {_named(last)}')
    for text, mark, last in ends:
        if last and not mark:
            yield text.finding(f'the translation ends with "{last}", the source text with no mark')


def _named(mark: str) -> str:
    return f'"{mark}"' if mark else "no mark"


RULE = Rule("po-end-mark", Severity.ERROR, LanguageTexts, find)
