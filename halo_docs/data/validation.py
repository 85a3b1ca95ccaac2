"""Turns a tree of YAML nodes into a typed object, and what does not fit into problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from halo_docs.data.base import Data
from halo_docs.data.yaml_source import Mapping, Node, Scalar, Sequence
from halo_docs.problems import Location, Problem, did_you_mean

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Validated(Generic[_Model]):
    """What could be read of a file."""

    thing: _Model | None
    """The object without the parts that do not fit; None when nothing can be used."""
    problems: tuple[Problem, ...]
    unreadable: frozenset[str]
    """Ids in the parts that do not fit: they exist, although nothing is known of them."""


def validate(model: type[_Model], tree: Node) -> Validated[_Model]:
    """Read ``tree`` as ``model``; what does not fit is left out, so that the rest can be checked."""
    if not isinstance(tree, Mapping):
        problem = Problem(tree.location, "the file must be a mapping of keys to values", "wrong-type")
        return Validated(None, (problem,), frozenset())
    problems: list[Problem] = []
    unreadable: set[str] = set()
    while True:  # Each round cuts at least one item, so the rounds end.
        try:
            thing = model.model_validate(tree)
            return Validated(thing, tuple(problems), frozenset(unreadable))
        except ValidationError as error:
            details = error.errors(include_url=False)
            # Later rounds find only what leaving out has caused.
            problems = problems or _problems(tree, details)
            cuts = {_innermost_item(tree, detail["loc"]) for detail in details}
            if () in cuts:
                return Validated(None, tuple(problems), frozenset(unreadable))
            # From the last to the first, so that places before a cut keep their index.
            for path in sorted(cuts, reverse=True):
                unreadable |= set(_cut(tree, path))


MAX_PROBLEMS = 100
"""Problems of one file that are told one by one; nobody reads more at once."""


def _problems(tree: Mapping, details: list[ErrorDetails]) -> list[Problem]:
    details = [detail for detail in details if not _only_counts_faults(detail)]
    told = [_problem(tree, detail) for detail in details[:MAX_PROBLEMS]]
    if len(details) > MAX_PROBLEMS:
        message = f"{len(details) - MAX_PROBLEMS} more problems in this file"
        told.append(Problem(tree.location, message, "too-many"))
    return told


def _only_counts_faults(details: ErrorDetails) -> bool:
    """Tell a list that is long enough, and too short only without its items that do not fit."""
    if details["type"] != "too_short":
        return False
    return len(details["input"]) >= int(details["ctx"]["min_length"])


def _innermost_item(tree: Node, loc: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the path of the innermost list item that an error lies in; () when there is none."""
    node: Node = tree
    path: tuple[Any, ...] = ()
    found: tuple[Any, ...] = ()
    for part in loc:
        is_key = isinstance(node, Mapping) and part in node
        is_index = isinstance(node, Sequence) and isinstance(part, int) and part < len(node)
        if not (is_key or is_index):
            continue
        assert not isinstance(node, Scalar)
        node = node[part]
        path = (*path, part)
        if is_index:
            found = path
    return found


def _cut(tree: Node, path: tuple[Any, ...]) -> Iterator[str]:
    """Take a list item out of the tree; yield the ids in it."""
    node: Any = tree
    for part in path[:-1]:
        node = node[part]
    yield from _ids(node[path[-1]])
    del node[path[-1]]


def _ids(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "id" and isinstance(value, Scalar):
                yield str(value)
            yield from _ids(value)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _ids(item)


def _location(node: Node) -> Location:
    return node.location


def _follow(tree: Node, path: tuple[Any, ...]) -> tuple[Node, Location]:
    """Go down as far as the path names keys of the tree; union tags in it are passed over."""
    node, place = tree, tree.location
    for part in path:
        if isinstance(node, Mapping) and part in node:
            key = next(k for k in node if k == part)
            node = node[part]
            place = node.location if isinstance(node, Scalar) else key.location
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            node = node[part]
            place = node.location
    return node, place


def _problem(tree: Node, details: ErrorDetails) -> Problem:
    path = details["loc"]
    _, place = _follow(tree, path)
    field = str(path[-1]) if path else "file"
    context = details.get("ctx", {})
    given = details["input"]
    match details["type"]:
        case "missing":
            return Problem(place, f'"{field}" is missing', "missing-field")
        case "extra_forbidden":
            parent, _ = _follow(tree, path[:-1])
            if isinstance(parent, Mapping):
                place = next((k.location for k in parent if k == field), place)
            # A key of another place is no hint.
            hint = did_you_mean(field, _field_names() - {field})
            return Problem(place, f'unknown key "{field}"{hint}', "unknown-key")
        case "union_tag_invalid":
            known = [tag.strip("' ") for tag in str(context["expected_tags"]).split(",")]
            tag = str(context["tag"])
            message = f'unknown type "{tag}"{did_you_mean(tag, known)}; known: {", ".join(known)}'
            return Problem(place, message, "unknown-type")
        case "union_tag_not_found":
            return Problem(place, '"type" is missing', "missing-field")
        case "enum" | "literal_error":
            known = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            message = f'"{given}" is not allowed here{did_you_mean(str(given), known)}'
            return Problem(place, f"{message}; allowed: {', '.join(known)}", "wrong-value")
        case "too_short":
            return Problem(place, f'"{field}" needs {context["min_length"]} or more', "too-few")
        case "tuple_type":
            return Problem(place, f'"{field}" must be a list', "wrong-type")
        case "dict_type" | "model_type" | "model_attributes_type":
            return Problem(place, f'"{field}" must be a mapping of keys to values', "wrong-type")
        case kind:
            return Problem(place, details["msg"], kind.replace("_", "-"))


def _field_names() -> set[str]:
    names: set[str] = set()
    waiting: list[type[BaseModel]] = [Data]
    while waiting:
        model = waiting.pop()
        names |= set(model.model_fields)
        waiting += model.__subclasses__()
    return names - {"location"}
