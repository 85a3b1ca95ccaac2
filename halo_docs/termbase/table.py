"""The table of terms as CSV (RFC 4180, UTF-8): rows out, rows in. Knows no manual."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from halo_docs.data.scalars import NOWHERE
from halo_docs.files import read_text
from halo_docs.problems import Location, Problem, did_you_mean

MAX_BYTES = 8_000_000
"""Largest table that is read; 50 concepts in 8 languages take a fiftieth of it."""

COLUMNS = ("concept", "language", "status", "term", "abbreviation", "forms", "note")

FORMS_SEPARATOR = "|"


class Status(StrEnum):
    """What a text may do with a word."""

    PREFERRED = "preferred"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Row:
    """One word for a concept in a language."""

    concept: str
    language: str
    status: Status
    term: str
    """Empty only for a preferred term that is not translated yet."""
    abbreviation: str = ""
    """This, the forms and the note belong to the row of the preferred term."""
    forms: tuple[str, ...] = ()
    """Inflected forms."""
    note: str = ""
    location: Location = NOWHERE


def write_table(rows: Iterable[Row]) -> str:
    """Return the rows as CSV, with the names of the columns first; the same rows give the same text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        forms = f" {FORMS_SEPARATOR} ".join(row.forms)
        writer.writerow([row.concept, row.language, row.status, row.term, row.abbreviation, forms, row.note])
    return text.getvalue()


def read_table(path: Path, name: str) -> tuple[list[Row], list[Problem]]:
    """Read a table.

    :param name: how messages name the file.
    :returns: the rows that could be read, and everything found wrong with the others.
    """
    text, problems = read_text(path, name, MAX_BYTES)
    return parse_table(text, name) if text is not None else ([], problems)


def parse_table(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    """Read the text of a table; see :func:`read_table`."""
    problems: list[Problem] = []
    rows: list[Row] = []
    records = _records(text, name, problems)
    head, place = next(records, ([], Location(name)))
    problems += _head_problems(head, place)
    for cells, place in records if not problems else ():
        if len(cells) != len(head):
            message = f"the row has {len(cells)} cells, not {len(head)}"
            problems.append(Problem(place, message, "term-table"))
            continue
        row, found = _row(dict(zip(head, cells, strict=True)), place)
        problems += found
        rows += [row] if row else []
    return rows, problems


def _records(text: str, name: str, problems: list[Problem]) -> Iterator[tuple[list[str], Location]]:
    """Yield the cells of each row that is not empty, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cells):
                yield [cell.strip(" \t") for cell in cells], Location(name, line)
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(Location(name, line), f"no CSV: {error}", "csv-syntax"))


def _head_problems(head: Sequence[str], place: Location) -> Iterator[Problem]:
    if len(head) == 1 and ";" in head[0]:
        message = "the columns are separated by semicolons; save the table with commas"
        yield Problem(place, message, "term-table")
        return
    for name in COLUMNS:
        if head.count(name) != 1:
            message = f'the first row names the column "{name}" {head.count(name)} times, not once'
            yield Problem(place, message, "term-table")
    for name in head:
        if name not in COLUMNS:
            message = f'unknown column "{name}"{did_you_mean(name, COLUMNS)}'
            yield Problem(place, message, "term-table")


def _row(cells: dict[str, str], place: Location) -> tuple[Row | None, list[Problem]]:
    problems = []
    for name, cell in cells.items():
        if not cell.isprintable() and not cell.replace("\u00a0", " ").replace("\u202f", " ").isprintable():
            message = f'the cell "{name}" has a line break or a character that is not seen'
            problems.append(Problem(place, message, "term-table"))
    status = cells["status"].lower()
    if status not in [*Status]:
        message = f'unknown status "{status}"{did_you_mean(status, Status)}; known: {", ".join(Status)}'
        problems.append(Problem(place, message, "term-table"))
    elif status != Status.PREFERRED:
        if not cells["term"]:
            problems.append(Problem(place, "the term is missing", "term-table"))
        for name in ("abbreviation", "forms", "note"):
            if cells[name]:
                message = f'"{name}" belongs to the row of the preferred term'
                problems.append(Problem(place, message, "term-table"))
    if problems:
        return None, problems
    forms = tuple(form.strip(" \t") for form in cells["forms"].split(FORMS_SEPARATOR))
    row = Row(
        concept=cells["concept"],
        language=cells["language"],
        status=Status(status),
        term=cells["term"],
        abbreviation=cells["abbreviation"],
        forms=tuple(filter(None, forms)),
        note=cells["note"],
        location=place,
    )
    return row, []
