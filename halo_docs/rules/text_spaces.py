"""There is one space where a space belongs, and none where none belongs.

A space before a mark lets it begin a line alone. What a language wants before a mark is `space_before`
of its writing.yaml.

Bad:  “Open the cover , then wait.”
Good: “Open the cover, then wait.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.marks import unnoted

_SPACE = "[ \u00a0\u202f\u2009]"
_TWO = re.compile(f"{_SPACE}{{2,}}")
_BEFORE = re.compile(rf"({_SPACE}?)([,.;:!?])(?=[\s\ufffc)]|$)")
_INSIDE = re.compile(rf"[(\[]{_SPACE}|{_SPACE}[)\]]")
_AFTER = re.compile(r"(?:[^\W\d_]{2}|[)\]”“»\ufffc])(?:[,;!?](?=[^\W\d_])|:(?=[A-Z][a-z])|\.(?=[A-Z][a-z-]))")
_BEFORE_ROLE = re.compile(r"[,;!?](?=\{(?!footnote\})[a-z]+\}`)")


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the spaces that are wrong or missing."""
    text, wanted = unnoted(subject.text.source), subject.writing.space_before or {}
    is_known = subject.writing.space_before is not None
    if _TWO.search(text):
        yield subject.finding("two spaces in a row")
    for space, mark in dict.fromkeys(_BEFORE.findall(text)) if is_known else ():
        expected = str(wanted.get(mark, ""))
        if space and not expected:
            yield subject.finding(f'space before "{mark}"')
        elif space != expected:
            yield subject.finding(f'"{mark}" wants the space U+{ord(expected):04X} before it')
    for match in _INSIDE.finditer(text):
        yield subject.finding(f'space inside "{match[0].strip()}"')
    for match in (*_AFTER.finditer(text), *_BEFORE_ROLE.finditer(subject.text.source)):
        yield subject.finding(f'no space after "{match[0][-1]}"')


RULE = Rule("text-spaces", Severity.ERROR, SourceText, find)
