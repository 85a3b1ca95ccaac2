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

_ENDS = {
    ".": ".!…。．।॥။።։۔᙮。！",
    ":": ":：፡؛։",
    "?": "?？؟;՞።",
    "!": "!！.。՜።।",
}
"""Mark -> the marks that other languages write for it."""
_CLOSING = " \u00a0\u202f\"'”’»«“)]』」"


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the texts that do not end as they should."""
    ends = [(text, _last(text.source), _last(text.target)) for text in subject.texts]
    lost = [(text, mark) for text, mark, last in ends if mark in _ENDS and last not in _ENDS[mark]]
    marked = sum(mark in _ENDS for _, mark, _ in ends)
    if len(lost) * 2 > marked and marked > 10:
        return
    for text, mark in lost:
        yield text.finding(f'the source text ends with "{mark}", the translation with "{text.target[-1]}"')
    for text, mark, last in ends:
        if mark not in _ENDS and last in _ENDS:
            yield text.finding(f'the translation ends with "{last}", the source text with no such mark')


def _last(text: str) -> str:
    """Return the last mark or letter of a text; closing marks do not count."""
    return text.rstrip(_CLOSING)[-1:]


RULE = Rule("po-end-mark", Severity.ERROR, LanguageTexts, find)
