"""Names, labels and heads of columns end without a full stop.

They stand alone or before a colon; a full stop makes a sentence of them.

Bad:  head: Protective device.
Good: head: Protective device
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText

_FIELDS = frozenset({"head", "label", "name", "mark", "term", "abbreviation"})


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield a label that ends as a sentence does."""
    field = subject.text.key.rpartition(".")[2]
    text = subject.text.source
    if field in _FIELDS and text.endswith((".", ":", ";", ",")) and not text.endswith(".."):
        yield subject.finding(f'"{text}" is a {field} and ends with "{text[-1]}"')


RULE = Rule("text-label", Severity.ERROR, SourceText, find)
