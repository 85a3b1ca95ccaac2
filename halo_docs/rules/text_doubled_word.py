"""No word stands twice in a row by mistake.

Words that may stand twice (*had had*) are `doubled` in the language's writing.yaml; a comma between
them makes them two.

Bad:  “Close the the cover.”
Good: “Close the cover.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)\s+\1(?![\w'’-])", re.IGNORECASE)


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the words that stand twice."""
    allowed = {word.casefold() for word in subject.writing.doubled}
    for match in _DOUBLED.finditer(subject.running):
        if match[1].casefold() not in allowed:
            yield subject.finding(f'"{match[0]}": the word stands twice')


RULE = Rule("text-doubled-word", Severity.ERROR, SourceText, find)
