"""Turns a tree of YAML nodes into a typed object, and what does not fit into problems."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from halo_docs.data.base import Data
from halo_docs.data.yaml_source import Mapping, Node, Scalar, Sequence
from halo_docs.problems import Location, Problem, did_you_mean

_Model = TypeVar("_Model", bound=BaseModel)


def validate(model: type[_Model], tree: Node) -> tuple[_Model | None, list[Problem]]:
    """Read ``tree`` as ``model``.

    :returns: the object (None when something does not fit) and every problem, each at its place.
    """
    if not isinstance(tree, Mapping):
        message = "the file must be a mapping of keys to values"
        return None, [Problem(_location(tree), message, "wrong-type")]
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, [_problem(tree, details) for details in error.errors(include_url=False)]


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
            hint = did_you_mean(field, _field_names())
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
