"""Reads older translations, whatever program they come from: PO, TMX 1.4, XLIFF 1.2 and 2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from halo_docs.exchange.foreign_text import text_of
from halo_docs.exchange.xliff import LANG
from halo_docs.exchange.xliff_reading import read_root
from halo_docs.messages.catalog import read_catalog
from halo_docs.problems import Location, Problem

_SUFFIXES = (".tmx", ".xlf")
"""Of files that hold XML; programs have their own names for XLIFF, which end like it."""
_UNTRANSLATED = frozenset({"new", "needs-translation", "needs-l10n", "initial"})
"""States of a segment in XLIFF whose target need not be a translation."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One text and what it was translated to, in the grammar of texts."""

    source: str
    target: str
    location: Location
    key: str = ""
    """Of a message of the manual itself: its name, which stays where lines do not."""

    @property
    def origin(self) -> str:
        """Where a person finds it."""
        return self.key or f"{self.location.path}:{self.location.line}"


def read_memory(path: Path, name: str, source: str, language: str) -> tuple[list[Remembered], list[Problem]]:
    """Read a file of older translations.

    :param name: how messages name the file.
    :param source: code of the language that the manual is written in.
    :param language: code of the language that is wanted.
    :returns: what the file has for the two, and what is wrong with it.
    """
    found: list[Remembered] = []
    suffix = path.suffix.lower()
    if suffix == ".po":
        found, problems = _of_catalog(path, name, language)
    elif suffix in _SUFFIXES or suffix.endswith("xliff"):
        root, problems = read_root(path, name)
        if root is not None:
            read = _READERS.get(str(root.tag).rpartition("}")[2])
            if read is None:
                message = f"<{root.tag}> is neither TMX nor XLIFF"
                return [], [Problem(Location(name), message, "memory-format")]
            found = [*read(_Names(name, source, language), root)]
    else:
        message = f'"{suffix}" is none of .po, {", ".join(_SUFFIXES)}, .xliff'
        return [], [Problem(Location(name), message, "memory-format")]
    if not found and not problems:
        message = f'there is nothing in it from "{source}" to "{language}"'
        problems = [Problem(Location(name), message, "memory-language")]
    return found, problems


def _of_catalog(path: Path, name: str, language: str) -> tuple[list[Remembered], list[Problem]]:
    catalog, problems = read_catalog(path, name)
    told = (catalog.header or {}).get("Language", "")
    if problems or (told and not _is_same(told, language)):
        return [], problems
    entries = (*catalog.entries.values(), *catalog.other, *catalog.obsolete)
    found = [
        Remembered(entry.source, entry.target, entry.location)
        for entry in entries
        if entry.target.strip() and not entry.is_fuzzy
    ]
    return found, []


@dataclass(frozen=True, slots=True)
class _Names:
    """What a file is called, and which languages are looked for in it."""

    file: str
    source: str
    language: str

    def remembered(
        self, source: etree._Element, target: etree._Element, data: Mapping[str, str] | None = None
    ) -> Iterator[Remembered]:
        """Yield a pair of segments, if both can be said in the grammar of texts."""
        texts = text_of(source, data or {}), text_of(target, data or {})
        if texts[0] and texts[1]:
            yield Remembered(texts[0], texts[1], Location(self.file, target.sourceline or 1))


def _of_tmx(names: _Names, root: etree._Element) -> Iterator[Remembered]:
    for unit in root.iter("tu"):
        by_language: dict[str, etree._Element] = {}
        for variant in unit.iterfind("tuv"):
            segment = variant.find("seg")
            if segment is not None:
                by_language[str(variant.get(LANG) or variant.get("lang") or "")] = segment
        source, target = (_nearest(by_language, code) for code in (names.source, names.language))
        if source is not None and target is not None:
            yield from names.remembered(source, target)


def _of_xliff(names: _Names, root: etree._Element) -> Iterator[Remembered]:
    languages = root.get("srcLang"), root.get("trgLang")
    for file in root.iterfind("{*}file"):
        source = languages[0] or file.get("source-language") or ""
        target = languages[1] or file.get("target-language") or ""
        if not (_is_same(source, names.source) and _is_same(target, names.language)):
            continue
        for unit in file.iter("{*}trans-unit", "{*}unit"):
            data = {
                str(entry.get("id")): entry.text or "" for entry in unit.iterfind("{*}originalData/{*}data")
            }
            for segment in (unit, *unit.iterfind("{*}segment")):
                parts = segment.find("{*}source"), segment.find("{*}target")
                if parts[0] is None or parts[1] is None:
                    continue
                # XLIFF 1.2 has the state at the target, XLIFF 2 at the segment.
                if parts[1].get("state", segment.get("state")) not in _UNTRANSLATED:
                    yield from names.remembered(parts[0], parts[1], data)


_READERS: Mapping[str, Callable[[_Names, etree._Element], Iterator[Remembered]]] = {
    "tmx": _of_tmx,
    "xliff": _of_xliff,
}
"""Root element -> what reads such a file."""


def _is_same(code: str, wanted: str) -> bool:
    """Tell whether two codes name one language; its regions count as the same."""
    return _parts(code)[:1] == _parts(wanted)[:1] and bool(code)


def _nearest(by_language: Mapping[str, etree._Element], wanted: str) -> etree._Element | None:
    """Return what there is in a language: in that very one, or in the first of its regions."""
    codes = [code for code in by_language if _is_same(code, wanted)]
    codes.sort(key=lambda code: _parts(code) != _parts(wanted))
    return by_language[codes[0]] if codes else None


def _parts(code: str) -> list[str]:
    return re.split("[-_]", code.lower())
