"""Puts the blocks of snippets.yaml where they are used; afterwards nobody sees a use any more.

The copy gets the id of its use, ids inside it get that id as a prefix; texts keep their key, so
that a text used in three places is one message.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from halo_docs.data.blocks import BaseBlock, Section, Snippets, StepUse, Use
from halo_docs.data.scalars import BlockId, SnippetRef
from halo_docs.problems import Problem, did_you_mean

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Expanded:
    """A chapter in which every use is replaced."""

    chapter: Section
    used: frozenset[str]
    """Ids of the snippets that it uses."""
    problems: tuple[Problem, ...]
    """The uses that name no snippet."""


def expand(chapter: Section, snippets: Snippets, unreadable: Collection[str] = ()) -> Expanded:
    """Replace every use in a chapter.

    :param unreadable: ids that exist but could not be read; a use of one is left out silently.
    """
    expander = _Expander(snippets, unreadable)
    model = expander.model(chapter)
    return Expanded(model, frozenset(expander.used), tuple(expander.problems))


class _Expander:
    def __init__(self, snippets: Snippets, unreadable: Collection[str]) -> None:
        self.unreadable = unreadable
        self.blocks: Mapping[str, BaseBlock] = {block.id: block for block in snippets.blocks}
        self.steps: Mapping[str, BaseBlock] = {step.id: step for step in snippets.steps}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def model(self, node: _Model) -> _Model:
        changes: dict[str, Any] = {}
        for name in type(node).model_fields:
            value = getattr(node, name)
            if isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value):
                changes[name] = tuple(self._items(value))
        return node.model_copy(update=changes) if changes else node

    def _items(self, items: tuple[Any, ...]) -> Iterator[BaseModel]:
        for item in items:
            if isinstance(item, Use):
                yield from self._copy(item, item.snippet, self.blocks)
            elif isinstance(item, StepUse):
                yield from self._copy(item, item.use, self.steps)
            elif isinstance(item, BaseModel):
                yield self.model(item)

    def _copy(
        self, use: Use | StepUse, name: SnippetRef, known: Mapping[str, BaseBlock]
    ) -> Iterator[BaseBlock]:
        block = known.get(name)
        self.used.add(str(name))
        if block is None and name in self.unreadable:
            return
        if block is None:
            hint = did_you_mean(name, known)
            message = f'unknown snippet "{name}"{hint}'
            self.problems.append(Problem(name.location, message, "unknown-reference"))
            return
        renamed = _prefixed(block, use.id)
        yield renamed.model_copy(
            update={
                "id": use.id,
                "applies_to": {**block.applies_to, **use.applies_to},
                "open": (*block.open, *use.open),
                "source": use.source or block.source,
                "location": use.location,
            }
        )


def _prefixed(node: _Model, prefix: str) -> _Model:
    changes: dict[str, Any] = {}
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value):
            changes[name] = tuple(_prefixed(v, prefix) for v in value)
    if isinstance(node, BaseBlock):
        own = BlockId(f"{prefix}-{node.id}")
        own.location = node.id.location
        changes["id"] = own
    return node.model_copy(update=changes)
