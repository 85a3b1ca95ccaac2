"""Lets the loader remember files that did not change, so that a fault costs one file and not forty."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from halo_docs.data import load
from halo_docs.data.validation import validate
from halo_docs.data.yaml_source import Node, read_yaml
from halo_docs.problems import Problem

_trees: dict[tuple[str, bytes], tuple[Node | None, list[Problem]]] = {}


def _read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    if not path.is_file():
        return read_yaml(path, name)
    key = (name, path.read_bytes())
    if key not in _trees:
        if len(_trees) > 500:
            _trees.clear()
            _validated.cache_clear()
        _trees[key] = read_yaml(path, name)
    tree, problems = _trees[key]
    return tree, list(problems)


class _Same:
    """A tree that is equal to itself alone."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.tree is self.tree


@cache
def _validated(model: Any, tree: _Same) -> Any:
    return validate(model, tree.tree)


def _validate(model: Any, tree: Any) -> Any:
    return _validated(model, _Same(tree))


@contextmanager
def remembered() -> Iterator[None]:
    """Read every file of the same content once; what is read is frozen."""
    with patch.object(load, "read_yaml", _read), patch.object(load, "validate", _validate):
        yield
