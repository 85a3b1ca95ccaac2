"""A sign is written as itself, not with a letter that looks like it.

Bad:  label: Dimensions (width x height)
Good: label: Dimensions (width × height)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText

_LETTER = re.compile(
    r"(?<=[\w)\ufffc])[ \u00a0]+[xX][ \u00a0]+(?=[\w(\ufffc])|(?<=[0-9\ufffc])[xX](?=[0-9\ufffc])"
)


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the letter x where a multiplication sign belongs."""
    for _ in _LETTER.finditer(subject.running):
        yield subject.finding('the letter "x" stands where the sign "×" belongs')


RULE = Rule("text-signs", Severity.ERROR, SourceText, find)
