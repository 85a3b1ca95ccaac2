"""Files that are no YAML, and YAML that is not the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.data.references import MANUAL
from benchmarks.mutations.data.spans import Edits, data_fault, misspelt, spans
from benchmarks.mutations.fault import Edit
from benchmarks.mutations.material import DataMaterial


def chapters(new: str | None) -> Edits:
    """Return what deletes each chapter, or puts text at its end."""

    def edits(material: DataMaterial) -> Iterator[Edit]:
        for path in material.files:
            if re.search(r"docs/manual/\d", path):
                apply = None if new is None else (lambda text, new=new: text + new)
                yield Edit(path, (), "", "(deleted)" if new is None else new, apply)

    return edits


def encoded(material: DataMaterial) -> Iterator[Edit]:
    for path, text in material.files.items():
        if re.search(MANUAL, path) and "’" in text:
            yield Edit(path, (), "", "(cp1252)", lambda text: text.encode("cp1252", "replace"))


def _repeated(match: re.Match[str], rng: Random) -> str:
    return match[0] * 2


_LINE = r"^( +)(?:text|title|level|kind): .+\n(?! *\S+$)"
CLASSES = (
    data_fault(
        "structure",
        "field-misspelt",
        "a field that the model does not have",
        spans(MANUAL, r"^ +(text|title|blocks|figure|items|snippet|steps):", misspelt),
    ),
    data_fault(
        "structure",
        "field-lost",
        "a field that must be there is left out",
        spans(MANUAL, r"^ +(?:figure|snippet|level|axis): .*\n", ""),
    ),
    data_fault(
        "structure",
        "field-doubled",
        "a field stands twice",
        spans(MANUAL, r"^ +(?:figure|level|kind|snippet|axis): .*\n", _repeated),
    ),
    data_fault(
        "structure",
        "type-unknown",
        "a block of a type that does not exist",
        spans(MANUAL, r"type: (\w+)", misspelt),
    ),
    data_fault(
        "structure", "level-unknown", "a level that does not exist", spans(MANUAL, r"level: (\w+)", "urgent")
    ),
    data_fault(
        "structure", "text-empty", "a text is empty", spans(MANUAL, r"^ +text: (\w.*)\n(?! {14,}\w+ )", '""')
    ),
    data_fault(
        "structure",
        "flag-unclear",
        "a flag is yes or no",
        spans("open-inputs", r"blocks_release: (\w+)", "yes"),
    ),
    data_fault("structure", "tab", "a tabulator at the start of a line", spans(MANUAL, r"^( +)text: ", "\t")),
    data_fault(
        "structure",
        "indentation",
        "a line is one space too far right",
        spans(MANUAL, r"^( +)text: ", lambda m, rng: f"{m[1]} "),
    ),
    data_fault(
        "structure", "quote-unclosed", "a quotation mark is left out", spans(MANUAL, r'text: "[^"\n]*(")', "")
    ),
    data_fault(
        "structure",
        "control-character-raw",
        "a control character in a file",
        spans(MANUAL, r"text: \w+( )\w", "\x07"),
    ),
    data_fault("structure", "encoding", "a file is not UTF-8", encoded),
    data_fault(
        "structure",
        "conflict",
        "marks of a merge conflict",
        chapters("<<<<<<< HEAD\n=======\n>>>>>>> other\n"),
    ),
    data_fault(
        "structure",
        "alias",
        "an alias of YAML",
        spans(MANUAL, r"^( +)text: ", lambda m, rng: f"{m[1]}<<: *x\n{m[1]}"),
    ),
    data_fault("structure", "chapter-lost", "a chapter is missing", chapters(None)),
    data_fault(
        "structure",
        "chapter-unlisted",
        "a chapter is not listed",
        spans(r"data/manual\.yaml$", r"^  - \d\d-.*\n", ""),
    ),
    data_fault(
        "structure",
        "cell-lost",
        "a row of a table lacks a cell",
        spans(MANUAL, r"^ +(?:package-column|circuit-breaker|wifi-security)-[a-z]+: .*\n", ""),
    ),
    data_fault(
        "structure",
        "column-misspelt",
        "a cell for a column that does not exist",
        spans(MANUAL, r"^ {10,}((?:package-column|circuit-breaker|wifi-security)-[a-z]+): ", misspelt),
    ),
)
