"""Reads YAML into plain strings, lists and mappings that remember where they stood.

Every scalar stays the string that the author typed: ``no``, ``1_000``, ``12:30`` and ``2.0`` keep
their spelling, so the surprises of YAML 1.1 cannot happen. Anchors, aliases, tags and further
documents are refused; size and depth are bounded. With
:mod:`halo_docs.data.yaml_edit` the only user of the YAML library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from halo_docs.files import read_text
from halo_docs.problems import Location, Problem

MAX_BYTES = 2_000_000
"""Largest file that is read; the longest chapter of a large manual stays below a tenth of it."""
MAX_DEPTH = 40
"""Deepest nesting; the model itself needs less than 20."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


class Scalar(str):
    """A string with its place and the key that names it: the nearest id, then the fields below."""

    location: Location
    key: str

    def __new__(cls, value: str, location: Location) -> Scalar:
        """Make a scalar of ``value``, found at ``location``."""
        scalar = super().__new__(cls, value)
        scalar.location = location
        scalar.key = ""
        return scalar


class Mapping(dict[Any, Any]):
    """A mapping with its place; its keys are scalars."""

    def __init__(self, location: Location) -> None:
        super().__init__()
        self.location = location


class Sequence(list[Any]):
    """A list with its place."""

    def __init__(self, location: Location) -> None:
        super().__init__()
        self.location = location


Node = Scalar | Mapping | Sequence


def read_yaml(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one file.

    :param path: the file.
    :param name: how messages name it.
    :returns: its tree (None when it cannot be used) and everything found wrong.
    """
    text, problems = read_text(path, name, MAX_BYTES)
    if text is None:
        return None, problems
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Parse the text of one file; see :func:`read_yaml`."""
    problems = list(_control_characters(text, name))
    if problems:
        return None, problems
    reader = _Reader(name)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        reader.problems.append(_syntax_problem(error, name))
    except _TooDeep as error:
        message = f"nested deeper than {MAX_DEPTH} levels"
        reader.problems.append(Problem(error.location, message, "too-deep"))
    if reader.root is None and not reader.problems:
        reader.problems.append(Problem(Location(name), "the file is empty", "empty-file"))
    if reader.problems or reader.root is None:
        return None, reader.problems
    _name_scalars(reader.root, "")
    return reader.root, []


_LOOK_FOR = {
    "mapping values are not allowed in this context": 'put a text that contains ": " in quotes',
    "found unexpected end of stream": "look for a missing quote",
    "did not find expected ',' or '}'": "look for a missing quote, comma or brace",
    "did not find expected ',' or ']'": "look for a missing quote, comma or bracket",
    "did not find expected key": "look for a stray or missing quote, or a wrong indent",
    "did not find expected '-' indicator": "look for a wrong indent",
    "found character that cannot start any token": "put a text that begins so in quotes",
    "found a tab character that violates indentation": "indent with spaces",
}
"""What the parser says -> what an author has mostly done."""


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """Tell where the parser gave up, where that began, which may be far above, and what to look for."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    context = error.context
    if context and begun and begun.line + 1 < line:
        context += f" that begins in line {begun.line + 1}"
    what = " ".join(filter(None, [context, error.problem]))
    hint = _LOOK_FOR.get(error.problem or "")
    return Problem(Location(name, line, column), "; ".join(filter(None, [what, hint])), "yaml-syntax")


def _name_scalars(node: Node, key: str) -> None:
    """Give every scalar its key; the depth is bounded by MAX_DEPTH."""
    if isinstance(node, Scalar):
        node.key = key
    elif isinstance(node, Sequence):
        for index, item in enumerate(node):
            _name_scalars(item, f"{key}.{index}" if key else str(index))
    else:
        own = next((value for name, value in node.items() if name == "id"), None)
        base = str(own) if isinstance(own, Scalar) else key
        for name, value in node.items():
            _name_scalars(value, f"{base}.{name}" if base else str(name))


def _control_characters(text: str, name: str) -> Iterator[Problem]:
    for match in _CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        message = f"control character U+{ord(match[0]):04X} is not allowed"
        yield Problem(Location(name, line, column), message, "control-character")


class _TooDeep(Exception):
    def __init__(self, location: Location) -> None:
        self.location = location


class _Open:
    """A container that is being filled."""

    def __init__(self, node: Mapping | Sequence) -> None:
        self.node = node
        self.pending: Scalar | None = None
        """A mapping's key that waits for its value."""
        self.ignore = False
        """The pending key is a duplicate: its value is dropped."""


class _Reader:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """Handle one event of the YAML parser."""
        match event:
            # First, as nearly all events are scalars.
            case yaml.ScalarEvent():
                self._decorations(event)
                self._scalar(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self._problem(event, "a second document; keep one per file", "yaml-syntax")
            case yaml.AliasEvent():
                self._problem(event, "aliases are not supported; write the text again", "yaml-alias")
                if not self._unusable_key(event):
                    self._place(Scalar("", self._location(event)))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._decorations(event)
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()

    def _location(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.name, mark.line + 1, mark.column + 1) if mark else Location(self.name)

    def _problem(self, event: yaml.Event, message: str, rule: str) -> None:
        self.problems.append(Problem(self._location(event), message, rule))

    def _decorations(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._problem(event, f"anchors (&{event.anchor}) are not supported", "yaml-alias")
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._problem(event, f"tags ({tag}) are not supported", "yaml-tag")

    def _awaits_key(self) -> _Open | None:
        """The mapping whose next key is due, if one is."""
        top = self.stack[-1] if self.stack else None
        due = top is not None and isinstance(top.node, Mapping) and top.pending is None
        return top if due else None

    def _unusable_key(self, event: yaml.Event) -> bool:
        """Whether the event stands where a key is due; the value of such a key is dropped."""
        top = self._awaits_key()
        if top is None:
            return False
        top.pending = Scalar("", self._location(event))
        top.ignore = True
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        location = self._location(event)
        top = self._awaits_key()
        if top is not None:
            key = Scalar(event.value, location)
            top.ignore = key in top.node
            if top.ignore:
                first = next(k for k in top.node if k == key)
                message = f'duplicate key "{key}", first on line {first.location.line}'
                self.problems.append(Problem(location, message, "duplicate-key"))
            top.pending = key
            return
        self._place(Scalar(event.value, location))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        location = self._location(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _TooDeep(location)
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        node = kind(location)
        if self._unusable_key(event):
            self._problem(event, "a key must be plain text", "yaml-syntax")
        else:
            self._place(node)
        self.stack.append(_Open(node))

    def _place(self, node: Node) -> None:
        if not self.stack:
            if self.root is None:
                self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node, Sequence):
            top.node.append(node)
        else:
            assert top.pending is not None
            if not top.ignore:
                top.node[top.pending] = node
            top.pending = None
            top.ignore = False
