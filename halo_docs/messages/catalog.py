"""Reads and writes gettext catalogs (PO, POT). The only user of the PO library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from halo_docs.files import write_bytes, write_text
from halo_docs.messages.extract import Message
from halo_docs.problems import Location, Problem

MAX_BYTES = 4_000_000
"""Largest catalog that is read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalog with its translation."""

    key: str
    source: str
    target: str
    is_fuzzy: bool
    location: Location
    previous_key: str | None = None
    """Message that a suggestion comes from, where it is another one."""
    previous_source: str | None = None
    """Text that a suggestion was made for."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One catalog of one language."""

    path: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    header: Mapping[str, str] | None = None
    """Fields of the header, for example Language; None when the file could not be read."""
    obsolete: tuple[Entry, ...] = ()
    """Messages that the manual no longer has."""
    other: tuple[Entry, ...] = ()
    """Messages without a context: words of Sphinx and of the theme."""


def read_catalog(path: Path, name: str) -> tuple[Catalog, list[Problem]]:
    """Read a catalog; one that cannot be read counts as empty and is reported.

    :param name: how messages name the file.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            message = f"the catalog is larger than {MAX_BYTES} bytes"
            return Catalog(name), [Problem(Location(name), message, "too-large")]
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        message = "the catalog is not UTF-8"
        return Catalog(name), [Problem(Location(name), message, "not-utf8")]
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        return Catalog(name), [Problem(Location(name), message, "unreadable-file")]
    broken = [*_broken_lines(text, name)]
    if broken:
        return Catalog(name), broken
    try:
        file = polib.pofile(text)
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        place = Location(name, int(line[1]) if line else 1)
        return Catalog(name), [Problem(place, "not in its place here", "catalog-syntax")]
    entries = {}
    problems = []
    obsolete: list[Entry] = []
    other: list[Entry] = []
    for entry in file:
        place = Location(name, entry.linenum or 1)
        previous = entry.previous_msgctxt, entry.previous_msgid
        read = Entry(entry.msgctxt or "", entry.msgid, entry.msgstr, entry.fuzzy, place, *previous)
        if entry.obsolete or entry.msgctxt is None:
            (obsolete if entry.obsolete else other).append(read)
            continue
        if entry.msgctxt in entries:
            message = f'message "{entry.msgctxt}" stands twice'
            problems.append(Problem(place, message, "catalog-duplicate"))
        entries[entry.msgctxt] = read
    return Catalog(name, entries, dict(file.metadata), tuple(obsolete), tuple(other)), problems


def _template() -> polib.POFile:
    file = polib.POFile(wrapwidth=99)
    file.metadata = {
        "Project-Id-Version": "manual",
        "POT-Creation-Date": "2000-01-01 00:00+0000",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return file


def normalise_template(path: Path, root: Path) -> None:
    """Give a template that Sphinx wrote our header, and places relative to ``root``."""
    file = _template()
    for entry in polib.pofile(str(path)):
        entry.occurrences = [
            ((path.parent / source).resolve().relative_to(root.resolve()).as_posix(), line)
            for source, line in entry.occurrences
        ]
        file.append(entry)
    write_text(path, str(file) + "\n")


def compile_catalog(path: Path) -> None:
    """Write the MO file beside a catalog that Sphinx itself reads; does nothing without a catalog.

    A catalog with broken lines is reported by :func:`read_catalog` and not compiled.
    """
    if path.is_file() and not [*_broken_lines(path.read_text("utf-8", "replace"), path.name)]:
        write_bytes(path.with_suffix(".mo"), polib.pofile(str(path)).to_binary())


_LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*'
)


def _broken_lines(text: str, name: str) -> Iterator[Problem]:
    """Yield the lines that are no part of a catalog; polib would quietly lose characters of them."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not _LINE.fullmatch(line):
            message = "no comment, keyword or quoted text; look for a missing or stray quote"
            yield Problem(Location(name, number), message, "catalog-syntax")


def write_words(path: Path, header: Mapping[str, str], words: Mapping[str, str]) -> None:
    """Write a catalog of messages without a context.

    :param words: message -> translation; an empty one is still to be translated.
    """
    file = polib.POFile(wrapwidth=99)
    file.metadata = dict(header)
    file.extend(polib.POEntry(msgid=word, msgstr=target) for word, target in words.items())
    write_text(path, f"{file}\n")


def write_templates(messages: Iterable[Message], folder: Path) -> list[Path]:
    """Write one POT file a domain; returns the files, by name.

    The creation date is fixed: sphinx-intl would put the present time into the catalogs otherwise.
    """
    files: dict[str, polib.POFile] = {}
    for message in messages:
        files.setdefault(message.domain, _template()).append(
            polib.POEntry(
                msgctxt=message.key,
                msgid=message.source,
                comment=message.comment,
                occurrences=[(place.path, str(place.line)) for place in message.locations],
            )
        )
    written = []
    for domain, file in sorted(files.items()):
        path = folder / f"{domain}.pot"
        write_text(path, str(file) + "\n")
        written.append(path)
    return written
