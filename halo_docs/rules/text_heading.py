"""A heading names something, once, and something stands below it.

Readers find their way by headings: two of one name lead astray, and a full stop makes a sentence of
them, and of the title of a table or procedure. Pages have six levels of headings.

Bad:  a section “Mounting.” without blocks
Good: a section “Mounting” with a paragraph
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import Procedure, Section, Table
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule

_LEVELS = 6


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what is wrong with the headings."""
    yield from _siblings(manual.chapters)
    for chapter in manual.chapters:
        yield from _section(manual, chapter, 1)


def _section(manual: Manual, section: Section, level: int) -> Iterator[Finding]:
    title = section.title
    yield from _full_stop(title)
    if not section.blocks and not manual.unreadable:
        yield Finding(section.location, f'nothing stands below the heading "{title.source}"', section.id)
    if level > _LEVELS:
        yield Finding(title.location, f'"{title.source}" is a heading of level {level}', title.key)
    inner = tuple(block for block in section.blocks if isinstance(block, Section))
    yield from _siblings(inner)
    for block in section.blocks:
        if isinstance(block, Section):
            yield from _section(manual, block, level + 1)
            continue
        for _, node in walk(block):
            if isinstance(node, Table | Procedure) and node.title is not None:
                yield from _full_stop(node.title)
            if isinstance(node, Section):
                yield Finding(node.location, f'the section "{node.id}" stands inside another block', node.id)


def _full_stop(title: Text) -> Iterator[Finding]:
    if title.source.endswith(".") and not title.source.endswith(".."):
        yield Finding(title.location, f'the heading "{title.source}" ends with a full stop', title.key)


def _siblings(sections: tuple[Section, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for section in sections:
        title = section.title
        if title.source.casefold() in seen:
            message = f'two headings "{title.source}" stand side by side'
            yield Finding(title.location, message, title.key)
        seen.add(title.source.casefold())


RULE = Rule("text-heading", Severity.ERROR, Manual, find)
