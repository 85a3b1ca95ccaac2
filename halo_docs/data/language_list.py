"""Adds an entry to languages.yaml, and takes one out; every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from halo_docs.data.yaml_source import Mapping, Scalar, parse_yaml
from halo_docs.data.yaml_source import Sequence as YamlSequence
from halo_docs.problems import Location, Problem

_DASH = re.compile(r"(?P<indent> *)- +")
_LIST = "languages"


def list_form(name: str) -> Problem:
    """Return what is wrong with a file that is not edited.

    :param name: how messages name the file.
    """
    message = "write the list as one entry after another, each from a dash on; nothing was changed"
    return Problem(Location(name), message, "list-form")


def with_entry(text: str, entry: Sequence[str]) -> str | None:
    """Return the text of languages.yaml with one more entry at its end.

    :param entry: lines of the entry, the first with its dash, indented as if the list were not.
    :returns: None when the list is not written as one entry after another, each from a dash on.
    """
    before = _entries(text)
    marks = _dashes(text, before) if before else None
    if not before or not marks:
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    start = text if text.endswith("\n") else text + ending
    indent = marks[0][1]
    added = start + "".join(f"{' ' * indent}{line}{ending}" for line in entry)
    after = _entries(added)
    # The new entry must be one more, whatever the file looks like.
    return added if after and after[:-1] == before and len(after) == len(before) + 1 else None


def without_entry(text: str, code: str) -> str | None:
    """Return the text of languages.yaml without the entry of a language; comments around it stay.

    :returns: None when there is no such entry, or it does not have lines of its own.
    """
    before = _entries(text)
    marks = _dashes(text, before) if before else None
    if not before or not marks:
        return None
    index = next((i for i, entry in enumerate(before) if entry.get("id") == code), None)
    if index is None:
        return None
    lines = text.splitlines(keepends=True)
    first, indent = marks[index]
    last = marks[index + 1][0] if index + 1 < len(marks) else len(lines)
    while last > first + 1 and _is_outside(lines[last - 1], indent):
        last -= 1
    left = "".join((*lines[:first], *lines[last:]))
    return left if _entries(left) == [*before[:index], *before[index + 1 :]] else None


def _is_outside(line: str, indent: int) -> bool:
    """Tell whether a line below an entry is blank, or a comment that is no part of the entry."""
    text = line.lstrip(" ")
    return not text.strip() or (text.startswith("#") and len(line) - len(text) <= indent)


def _entries(text: str) -> list[Mapping] | None:
    tree, _ = parse_yaml(text, "")
    found = next((v for k, v in tree.items() if k == _LIST), None) if isinstance(tree, Mapping) else None
    if not isinstance(found, YamlSequence) or not all(isinstance(entry, Mapping) for entry in found):
        return None
    return [entry for entry in found if isinstance(entry.get("id"), Scalar)]


def _dashes(text: str, entries: Sequence[Mapping]) -> list[tuple[int, int]] | None:
    """Return line and indent of each entry's dash; None when one has none of its own."""
    lines = text.splitlines(keepends=True)
    found = []
    for entry in entries:
        number = entry.location.line - 1
        dash = _DASH.fullmatch(lines[number][: entry.location.column - 1])
        if dash is None:
            return None
        found.append((number, len(dash["indent"])))
    return found
