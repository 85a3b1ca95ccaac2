"""Sentences begin with a capital and end with a mark.

Whether the texts of a field are sentences is seen from the other texts of that field: where nearly all
definitions end with a full stop, one that does not has lost its end.

Bad:  definition: Cover on the front. it is removable
Good: definition: Cover on the front. It is removable.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText, source_texts
from halo_docs.text.endings import end_mark

_SMALL = re.compile(r"(?<!\W\w)(?<!\.\w)[.!?] +([a-zà-öø-ÿ]\w*)")
_ENOUGH = 10
_NEARLY_ALL = 0.9


def find(manual: Manual) -> Iterator[Finding]:
    """Yield sentences that begin small, and texts that lost the mark at their end."""
    fields: dict[str, list[SourceText]] = defaultdict(list)
    for subject in source_texts(manual):
        if subject.is_of_engine:
            continue
        for match in _SMALL.finditer(subject.running):
            yield subject.finding(f'"{match[1]}" begins a sentence with a small letter')
        field = subject.text.key.rpartition(".")[2]
        if field != "text":
            fields[field].append(subject)
        if subject.owners:
            fields[f"{type(subject.owners[-1]).__name__}.{field}"].append(subject)
    told: dict[str, SourceText] = {}
    for subjects in fields.values():
        lost = [
            subject
            for subject in subjects
            if not end_mark(subject.text.source) and subject.text.source[-1:].isalpha()
        ]
        if len(subjects) >= _ENOUGH and len(subjects) - len(lost) >= _NEARLY_ALL * len(subjects):
            for subject in lost:
                told[subject.text.key] = subject
    for subject in told.values():
        yield subject.finding("ends without a mark; the other texts of this field are sentences")


RULE = Rule("text-sentence", Severity.ERROR, Manual, find)
