"""A list has two items or more.

A list of one is a sentence, or has lost the others.

Bad:  a list whose only item is “a cable”
Good: a paragraph, or the list with all its items
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import ListBlock, ListItem
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the lists of one item."""
    for chapter in manual.chapters:
        for _, node in walk(chapter):
            if isinstance(node, ListBlock | ListItem) and len(node.items) == 1:
                yield found(node.id, f'the list "{node.id}" has one item', node.open)


RULE = Rule("list-single", Severity.NOTICE, Manual, find)
