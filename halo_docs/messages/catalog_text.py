"""A catalog as text: what does not change keeps its bytes, whatever program wrote it.

A catalog is a list of blocks, one a message: comment lines, then keywords with quoted text. Reading keeps
each line; a change replaces the lines of its own part and no other. polib escapes and unescapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

import polib

WIDTH = 76
"""Longest line of a text, as sphinx-intl breaks it."""

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(?=\")")
_QUOTED = re.compile(r'"(.*)"')
_OBSOLETE = re.compile(r"#~(?!\|)\s?")
_MARKS = (".", ":", ",", "|")
"""Second characters of the comments that programs write, in their order; others are translators' own."""
_PIECE = re.compile(r"[^\s]*[^\S\n]*\n|\S+[^\S\n]*|[^\S\n]+")
"""A word with the spaces after it; a line break ends one."""
FUZZY = "fuzzy"


@dataclass(frozen=True)
class Block:
    """One message of a catalog."""

    head: tuple[str, ...]
    """Comment lines, blank ones among them."""
    body: Mapping[str, tuple[str, ...]]
    """Keyword -> its lines, without the mark of obsolete messages."""
    is_obsolete: bool = False
    gap: int = 1
    """Blank lines before it."""

    @cached_property
    def key(self) -> str | None:
        """The context; None for a message without one."""
        return _text_of(self.body, "msgctxt")

    @cached_property
    def source(self) -> str:
        """The text that is translated."""
        return _text_of(self.body, "msgid") or ""

    @cached_property
    def target(self) -> str:
        """The translation; empty where there is none."""
        return _text_of(self.body, "msgstr") or ""

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """Flags, for example ``fuzzy``."""
        return tuple(flag for line in self._part(",") for flag in re.findall(r"[^\s,]+", line[2:]))

    @property
    def is_fuzzy(self) -> bool:
        """A person has to look at the translation before it is used."""
        return FUZZY in self.flags

    @cached_property
    def previous(self) -> tuple[str | None, str | None]:
        """Key and source of the message that the translation was made for, as far as they are told."""
        told = _by_keyword(re.sub(r"^#~?\|\s*", "", line) for line in self._part("|"))
        return _text_of(told, "msgctxt"), _text_of(told, "msgid")

    @property
    def former_source(self) -> str | None:
        """The source that the message's own translation was made for, where it has changed since."""
        key, source = self.previous
        return source if self.is_fuzzy and key is None else None

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """Lines of the translators' own comments."""
        return tuple(line for line in self.head if line and _mark(line) == "")

    @cached_property
    def note(self) -> str:
        """The comment for translators, in one line."""
        return " ".join(line[2:].strip() for line in self._part("."))

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Files and lines of the text."""
        return tuple(place for line in self._part(":") for place in line[2:].split())

    def _part(self, mark: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.head if line and _mark(line) == mark)

    def lines(self) -> Iterator[str]:
        """Yield the block as it is written, without the gap before it."""
        yield from self.head
        for part in self.body.values():
            yield from (f"#~ {line}" if self.is_obsolete else line for line in part)

    def _with_part(self, mark: str, lines: Iterable[str]) -> Block:
        kept = [line for line in self.head if not line or _mark(line) != mark]
        order = ("", *_MARKS)
        before = takewhile(lambda line: order.index(_mark(line)) < order.index(mark), kept)
        at = sum(1 for _ in before)
        return replace(self, head=(*kept[:at], *lines, *kept[at:]))

    def _with_text(self, keyword: str, text: str | None) -> Block:
        if _text_of(self.body, keyword) == text:
            return self
        body = {name: lines for name, lines in self.body.items() if name != keyword}
        if text is not None:
            body[keyword] = _quoted(keyword, text)
        # In alphabetical order, as it happens: msgctxt, msgid, msgid_plural, msgstr.
        return replace(self, body=dict(sorted(body.items())))

    def with_texts(self, key: str | None, source: str) -> Block:
        """Return the block as the message of a text."""
        return self._with_text("msgctxt", key)._with_text("msgid", source)

    def with_target(self, target: str) -> Block:
        """Return the block with another translation."""
        return self._with_text("msgstr", target)

    def with_fuzzy(self, is_fuzzy: bool) -> Block:
        """Return the block with or without that flag; other flags stay."""
        if is_fuzzy == self.is_fuzzy:
            return self
        flags = [*([FUZZY] if is_fuzzy else []), *(flag for flag in self.flags if flag != FUZZY)]
        return self._with_part(",", [f"#, {', '.join(flags)}"] if flags else [])

    def with_previous(self, key: str | None, source: str | None) -> Block:
        """Return the block with the message that its translation was made for."""
        if self.previous == (key, source):
            return self
        told = [("msgctxt", key), ("msgid", source)]
        lines = (line for keyword, text in told if text is not None for line in _quoted(keyword, text))
        return self._with_part("|", [f"#| {line}" for line in lines])

    def with_note(self, note: str, places: Iterable[str]) -> Block:
        """Return the block with the comment for translators and the places of a text."""
        block, places = self, tuple(places)
        # Programs break long comments anywhere, at hyphens too.
        if "".join(self.note.split()) != "".join(note.split()):
            block = block._with_part(".", [f"#. {note}"] if note else [])
        if self.places != places:
            block = block._with_part(":", [f"#: {place}" for place in places])
        return block

    def with_remarks(self, remarks: Iterable[str]) -> Block:
        """Return the block with further comments of translators; those that it has are not repeated."""
        return self._with_part("", [*self.remarks, *(line for line in remarks if line not in self.remarks)])

    def without_remarks(self, beginning: str) -> Block:
        """Return the block without the translators' comments that begin so."""
        kept = [line for line in self.remarks if not line.startswith(beginning)]
        return self if len(kept) == len(self.remarks) else self._with_part("", kept)

    def retired(self) -> Block:
        """Return the block as a message that the manual no longer has."""
        head = (line for line in self.head if line and _mark(line) not in (".", ":"))
        return replace(
            self, head=tuple(re.sub(r"^\s*#\|", "#~|", line) for line in head), is_obsolete=True, gap=1
        )

    def revived(self) -> Block:
        """Return the block as a message that the manual has."""
        if not self.is_obsolete:
            return self
        head = tuple(re.sub(r"^\s*#~\|", "#|", line) for line in self.head)
        return replace(self, head=head, is_obsolete=False, gap=1)


def new_block(key: str | None, source: str) -> Block:
    """Return a message without a translation."""
    return Block((), {"msgid": _quoted("msgid", source), "msgstr": ('msgstr ""',)}).with_texts(key, source)


@dataclass(frozen=True, slots=True)
class CatalogText:
    """A whole catalog."""

    header: Block | None
    blocks: tuple[Block, ...]
    line_end: str = "\n"
    trailer: tuple[str, ...] = ("",)
    """What stands after the last message: comments of nobody, blank lines."""

    @classmethod
    def parse(cls, raw: bytes) -> CatalogText:
        """Read a catalog in which :func:`halo_docs.messages.catalog.read_catalog` found nothing wrong."""
        text = raw.decode("utf-8-sig")
        line_end = "\r\n" if "\r\n" in text else "\n"
        blocks, trailer = _blocks(text.replace("\r\n", "\n").split("\n"))
        is_header = bool(blocks) and not blocks[0].source and blocks[0].key is None
        return cls(blocks[0] if is_header else None, tuple(blocks[is_header:]), line_end, tuple(trailer))

    def with_header(self, header: Block | None) -> CatalogText:
        """Return the catalog under another header."""
        return replace(self, header=header)

    def with_blocks(self, blocks: Iterable[Block]) -> CatalogText:
        """Return the catalog with other messages."""
        return replace(self, blocks=tuple(blocks))

    def render(self) -> bytes:
        """Return the bytes of the file."""
        lines: list[str] = []
        for block in (*([self.header] if self.header else []), *self.blocks):
            lines += [""] * block.gap
            lines += block.lines()
        return self.line_end.join([*lines, *self.trailer]).encode("utf-8")


def _mark(line: str) -> str:
    """Return what kind of comment a line is: one of the marks, or nothing for a translator's own."""
    line = line.lstrip()
    second = line[2:3] if line.startswith("#~") else line[1:2]
    return second if second in _MARKS else ""


def _blocks(lines: list[str]) -> tuple[list[Block], list[str]]:
    blocks: list[Block] = []
    head: list[str] = []
    body: list[str] = []
    gap, is_obsolete = 0, False

    def close() -> None:
        nonlocal head, body, gap
        blocks.append(Block(tuple(head), _by_keyword(body), is_obsolete, gap))
        head, body, gap = [], [], 0

    for line in lines:
        obsolete = _OBSOLETE.match(line)
        said = line[obsolete.end() :] if obsolete else line
        is_body = bool(obsolete and said.strip()) or not line.lstrip().startswith("#")
        is_text = is_body and bool(said.strip())
        is_next = (_is_start(said) and _has_target(body)) or (obsolete is not None) != is_obsolete
        if body and (not is_text or is_next):
            close()
        if is_text:
            is_obsolete = obsolete is not None if not body else is_obsolete
            body.append(said)
        elif head or line.strip():
            head.append(line if line.strip() else "")
        else:
            gap += 1
    if body:
        close()
    return blocks, [*[""] * gap, *head]


def _is_start(line: str) -> bool:
    return bool(re.match(r"\s*(?:msgctxt|msgid)\s", line))


def _has_target(body: list[str]) -> bool:
    return any(line.lstrip().startswith("msgstr") for line in body)


def _by_keyword(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    keyword = ""
    for line in lines:
        match = _KEYWORD.match(line.lstrip())
        keyword = match[1] if match else keyword
        found.setdefault(keyword, []).append(line)
    return {name: tuple(said) for name, said in found.items()}


def _text_of(parts: Mapping[str, tuple[str, ...]], keyword: str) -> str | None:
    """Return the text that stands behind a keyword; None without the keyword."""
    if keyword not in parts:
        return None
    return "".join(polib.unescape(text) for line in parts[keyword] for text in _QUOTED.findall(line))


def _quoted(keyword: str, text: str) -> tuple[str, ...]:
    """Return a text as lines of a catalog, a long one broken after spaces."""
    pieces = [polib.escape(piece) for piece in _PIECE.findall(text)]
    whole = "".join(pieces)
    if len(whole) + 2 <= WIDTH and "\\n" not in whole.removesuffix("\\n"):
        return (f'{keyword} "{whole}"',)
    lines = [""]
    for piece in pieces:
        if len(lines[-1] + piece) + 2 >= WIDTH or lines[-1].endswith("\\n"):
            lines.append("")
        lines[-1] += piece
    return (f'{keyword} ""', *(f'"{line}"' for line in lines if line))
