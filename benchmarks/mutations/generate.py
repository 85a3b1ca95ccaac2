"""Draws a seeded sample of every class of faults; the same material gives the same sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from random import Random
from typing import Any

from benchmarks.mutations import catalog, data
from benchmarks.mutations.fault import Edit, Fault, FaultClass, is_held_out
from benchmarks.mutations.material import DataMaterial, LanguageMaterial

_ALL: tuple[FaultClass[Any], ...] = (*catalog.CLASSES, *data.CLASSES)
CLASSES: Mapping[str, FaultClass[Any]] = {kind.id: kind for kind in _ALL}
"""Every class, by id, in the order of the report."""
assert len(CLASSES) == len(_ALL), "two classes have one id"


@dataclass(frozen=True, slots=True)
class Size:
    """How many cases of a class are drawn, at most."""

    mechanical: int
    meaning: int
    source: int
    """Of a class of the source; each needs the data to be read anew."""
    looked_at: int | None = None
    """How many possible faults of a class are looked at; all of them when left out."""

    def of(self, kind: FaultClass[Any], is_source: bool) -> int:
        """Return how many cases of a class are drawn."""
        if not kind.is_mechanical:
            return self.meaning
        return self.source if is_source else self.mechanical


WHOLE = Size(mechanical=6, meaning=12, source=6)
SAMPLE = Size(mechanical=1, meaning=1, source=1, looked_at=12)

HELD_OUT = 3
"""One case of so many is in a message that was kept from the writers of rules, where there are some."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The cases of one class in one language."""

    kind: FaultClass[Any]
    language: str
    possible: int
    """How many single faults of the class the material allows."""
    faults: tuple[Fault, ...]


def draw_language(
    material: LanguageMaterial, size: Size, progress: Callable[[str], None] = lambda what: None
) -> Iterator[Drawn]:
    """Yield the cases of every class of the catalogs of a translation."""
    for kind in catalog.CLASSES:
        progress(f"{material.language.id} {kind.id}")
        edits = [*islice(kind.edits(material), size.looked_at)]
        yield _draw(kind, material.language.id, edits, material.files, size.of(kind, False))


def draw_source(
    material: DataMaterial, size: Size, progress: Callable[[str], None] = lambda what: None
) -> Iterator[Drawn]:
    """Yield the cases of every class of the source."""
    language = str(material.manual.identity.source_language)
    for kind in data.CLASSES:
        progress(kind.id)
        edits = [*islice(kind.edits(material), size.looked_at)]
        yield _draw(kind, language, edits, material.files, size.of(kind, True))


def _draw(
    kind: FaultClass[Any], language: str, edits: list[Edit], files: Mapping[str, str], most: int
) -> Drawn:
    rng = Random(f"{kind.id}/{language}")
    shuffled = rng.sample(edits, len(edits))
    held: list[Edit] = []
    others: list[Edit] = []
    for edit in shuffled:
        is_held = bool(edit.places) and is_held_out(PurePosixPath(edit.path).stem, edit.places[0])
        (held if is_held else others).append(edit)
    wanted = max(most // HELD_OUT, most - len(others)) if most > 1 else 0
    mixed = [*held[:wanted], *others, *held[wanted:]]
    faults: list[Fault] = []
    for edit in mixed:
        if len(faults) == most:
            break
        content = _content(edit, files[edit.path])
        if content != files[edit.path].encode():
            faults.append(
                Fault(
                    kind.id,
                    language,
                    len(faults) + 1,
                    edit.path,
                    edit.places,
                    edit.before,
                    edit.after,
                    edit.source,
                    edit.is_text,
                    content,
                )
            )
    return Drawn(kind, language, len(edits), tuple(faults))


def _content(edit: Edit, text: str) -> bytes | None:
    if edit.apply is None:
        return None
    content = edit.apply(text)
    return content if isinstance(content, bytes) else content.encode()
