"""A dash is a dash, and of one kind in a text.

A hyphen joins; what separates is a dash. A hyphen between spaces is read as a minus sign or as the end
of a line.

Bad:  “Close the cover - it clicks.”
Good: “Close the cover – it clicks.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText

_HYPHEN = re.compile(r"\s-{1,3}(?=\s)|(?<=\w)--+(?=\w)")
_DASHES = re.compile(r"(?<=\S)\s?[–—]\s?(?=\S)")


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield hyphens that stand for dashes, and dashes of different kinds."""
    text = subject.running
    if _HYPHEN.search(text):
        yield subject.finding("a hyphen stands where a dash belongs")
    # Between figures a dash says "to"; that is another mark.
    styles = set(_DASHES.findall(re.sub(r"(?<=[\d\ufffc])–(?=[\d\ufffc])", "", text)))
    if len(styles) > 1:
        told = " and ".join(f'"{dash}"' for dash in sorted(styles))
        yield subject.finding(f"dashes of different kinds: {told}")


RULE = Rule("text-dashes", Severity.ERROR, SourceText, find)
