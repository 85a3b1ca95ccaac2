"""Changes the fields of listed things in a YAML file and leaves every other byte as it is.

A file is a mapping with one list of things that have an id; their fields are words or lists of words.
Order, comments, quotes, line ends and the way in which a list is written stay. Only for files that
:mod:`halo_docs.data.yaml_source` reads without a problem: there are no aliases or tags to follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

WIDTH = 110
"""Lists between brackets are broken at this column."""

Words = str | tuple[str, ...]
"""What a field holds; empty where the field is left out."""


def edit_items(text: str, name: str, changes: Mapping[str, Mapping[str, Words]]) -> str:
    """Return the text of a file with other words in some fields.

    :param name: the list of things.
    :param changes: id -> field -> what it holds from now on; fields that are not named stay. An id
        that is not there yet is added at the end.
    """
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)
    return _Edit(text, root, name).result(changes)


@dataclass(frozen=True)
class _Field:
    key: yaml.ScalarNode
    value: yaml.Node

    @property
    def words(self) -> Words:
        if isinstance(self.value, yaml.SequenceNode):
            return tuple(item.value for item in self.value.value)
        return str(self.value.value)


@dataclass(frozen=True)
class _Edit:
    text: str
    root: yaml.MappingNode
    name: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)
    """From, to, and what stands there instead."""

    def result(self, changes: Mapping[str, Mapping[str, Words]]) -> str:
        listed = self._listed()
        items = {_id(item): item for item in listed.value} if listed else {}
        for name, item in items.items():
            self._item(item, changes.get(name, {}))
        added = {name: _kept(fields) for name, fields in changes.items() if name not in items}
        self._add({name: fields for name, fields in added.items() if fields}, listed)
        done, parts = 0, []
        for start, end, new in sorted(self.pieces, key=lambda piece: piece[0]):
            parts += [self.text[done:start], new]
            done = end
        return "".join([*parts, self.text[done:]])

    def _listed(self) -> yaml.SequenceNode | None:
        return next((value for key, value in self.root.value if key.value == self.name), None)

    @property
    def _key_end(self) -> int:
        return next(int(key.end_mark.index) for key, _ in self.root.value if key.value == self.name)

    # -- one thing -----------------------------------------------------------------------------

    def _item(self, item: yaml.MappingNode, wanted: Mapping[str, Words]) -> None:
        fields = [_Field(key, value) for key, value in item.value]
        present = {one.key.value: one.words for one in fields}
        changed = {name: new for name, new in wanted.items() if new != present.get(name, type(new)())}
        if not changed:
            return
        if item.flow_style:
            raw = {f.key.value: self.text[f.key.start_mark.index : f.value.end_mark.index] for f in fields}
            raw |= {name: f"{name}: {self._inline(new)}" if new else "" for name, new in changed.items()}
            shown = ", ".join(filter(None, raw.values()))
            self._replace(item.start_mark.index, item.end_mark.index, f"{{{shown}}}")
            return
        kept = [one for one in fields if changed.get(one.key.value, "kept")]
        self._replace(fields[0].key.start_mark.index, kept[0].key.start_mark.index, "")
        for one in fields[fields.index(kept[0]) :]:
            if one.key.value in changed:
                self._field(one, changed[one.key.value])
        added = {name: new for name, new in changed.items() if new and name not in present}
        indent = fields[0].key.start_mark.column
        self._insert(self._line_end(_end(kept[-1].value, self.text)), self._fields(added, indent))

    def _field(self, one: _Field, new: Words) -> None:
        value = one.value
        end = _end(value, self.text)
        if not new:
            start = self.text.rfind("\n", 0, one.key.start_mark.index) + 1
            self._replace(start, min(self._line_end(end) + len(self._newline), len(self.text)), "")
        elif isinstance(new, str):
            self._replace(value.start_mark.index, end, _scalar(new))
        elif isinstance(value, yaml.SequenceNode) and value.flow_style:
            shown = self._flow(new, value.start_mark.column)
            self._replace(value.start_mark.index, end, shown)
        else:
            self._block(one, new)

    def _block(self, one: _Field, new: Sequence[str]) -> None:
        """Rewrite a list of one word a line; a word that was there takes its comments along."""
        start = done = self._line_end(one.key.end_mark.index)
        lines = {}
        for item in one.value.value:
            end = self._line_end(item.end_mark.index)
            lines[item.value] = self.text[done:end]
            done = end
        indent = " " * one.value.start_mark.column
        shown = [lines.get(word, f"{self._newline}{indent}- {_scalar(word)}") for word in new]
        self._replace(start, done, "".join(shown))

    # -- what is new ---------------------------------------------------------------------------

    def _add(self, items: Mapping[str, Mapping[str, Words]], listed: yaml.SequenceNode | None) -> None:
        if not items:
            return
        if listed is not None and listed.value and listed.flow_style:
            shown = (
                ", ".join(
                    [f"id: {name}", *(f"{key}: {self._inline(words)}" for key, words in fields.items())]
                )
                for name, fields in items.items()
            )
            self._insert(listed.value[-1].end_mark.index, "".join(f", {{{item}}}" for item in shown))
            return
        column = listed.start_mark.column if listed is not None and listed.value else 0
        dash = f"{self._newline}{' ' * column}- "
        new = "".join(f"{dash}id: {name}{self._fields(fields, column + 2)}" for name, fields in items.items())
        if listed is not None and listed.value:
            self._insert(self._line_end(_end(listed, self.text)), new)
        elif listed is not None and not self.root.flow_style:
            self._replace(self._key_end, listed.end_mark.index, f":{new}")
        else:
            self._replace(self.root.start_mark.index, self.root.end_mark.index, f"{self.name}:{new}")

    def _fields(self, fields: Mapping[str, Words], indent: int) -> str:
        return "".join(
            f"{self._newline}{' ' * indent}{name}:{self._value(words, indent, len(name))}"
            for name, words in fields.items()
        )

    def _value(self, words: Words, indent: int, name_length: int) -> str:
        if isinstance(words, str):
            return f" {_scalar(words)}"
        offset = self._offset
        if offset is None:
            return f" {self._flow(words, indent + name_length + 2)}"
        dash = f"{self._newline}{' ' * (indent + offset)}- "
        return "".join(f"{dash}{_scalar(word)}" for word in words)

    @property
    def _offset(self) -> int | None:
        """How far the file's lists of one word a line are indented; None where they have brackets."""
        listed = self._listed()
        for item in listed.value if listed else ():
            for key, value in item.value:
                if isinstance(value, yaml.SequenceNode) and value.value:
                    is_flow = value.flow_style
                    return None if is_flow else value.start_mark.column - key.start_mark.column
        return None

    # -- how it is written ---------------------------------------------------------------------

    def _flow(self, words: Sequence[str], column: int) -> str:
        lines, length = ["["], column + 1
        for index, word in enumerate(words):
            piece = _scalar(word) + ("," if index < len(words) - 1 else "]")
            if length + len(piece) + 1 > WIDTH and index:
                lines.append(f"{self._newline}{' ' * (column + 1)}")
                length = column + 1
            elif index:
                piece = f" {piece}"
            lines.append(piece)
            length += len(piece)
        return "".join(lines)

    def _inline(self, words: Words) -> str:
        return _scalar(words) if isinstance(words, str) else f"[{', '.join(map(_scalar, words))}]"

    @property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _line_end(self, index: int) -> int:
        """Return where the line of a character ends, without its line break."""
        end = self.text.find("\n", index)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def _replace(self, start: int, end: int, new: str) -> None:
        self.pieces.append((start, end, new))

    def _insert(self, at: int, new: str) -> None:
        self.pieces.append((at, at, new))


def _id(item: yaml.MappingNode) -> str:
    return next(str(value.value) for key, value in item.value if key.value == "id")


def _kept(fields: Mapping[str, Words]) -> Mapping[str, Words]:
    return {name: words for name, words in fields.items() if words}


def _end(node: yaml.Node, text: str) -> int:
    """Return where the last character of a node stands; blocks have no end of their own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _scalar(word: str) -> str:
    """Return a word as YAML: plain where it stays itself, between quotes where it would not."""
    return word if _is_plain(word) else "'" + word.replace("'", "''") + "'"


def _is_plain(word: str) -> bool:
    try:
        tree = yaml.compose(f"[{word}]", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    match tree:
        case yaml.SequenceNode(value=[yaml.ScalarNode(value=value, style=None | "")]):
            return bool(value == word)
        case _:
            return False
