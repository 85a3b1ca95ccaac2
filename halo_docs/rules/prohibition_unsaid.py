"""A prohibition forbids in words.

What is marked as a prohibition and does not say so was turned into its opposite, or is marked wrongly.
The words are those of `negation` and `prohibition` in the language's writing.yaml; those of `restriction`
(*any*, *loose*) are too common to forbid by themselves.

Bad:  `kind: prohibition`, “Use extension cables.”
Good: `kind: prohibition`, “Do not use extension cables.”
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.blocks import Kind, ListItem, Note, Safety
from halo_docs.data.manual import Manual
from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found
from halo_docs.text.wording import running, words_in


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the prohibitions that forbid nothing."""
    writing = manual.writing.get(manual.identity.source_language, Writing())
    words = (*writing.negation, *writing.prohibition)
    if not writing.negation:
        return
    for place in manual.places.values():
        block = place.block
        if not isinstance(block, Safety | Note | ListItem) or block.kind is not Kind.PROHIBITION:
            continue
        text = (block.avoidance or block.hazard) if isinstance(block, Safety) else block.text
        if text is not None and not words_in(words, running(text.source)):
            yield found(block.id, f'"{block.id}" is a prohibition, but no word of it forbids', block.open)


RULE = Rule("prohibition-unsaid", Severity.ERROR, Manual, find)
