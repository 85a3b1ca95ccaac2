"""Statements as a file for machines: what the pages of a PDF say, to be attached to it and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from halo_docs.data.blocks import Level
from halo_docs.data.scalars import NOWHERE
from halo_docs.statements.prose import Prose
from halo_docs.statements.statement import PAGE, Kind, Said, Shown, Statement

FORMAT = 1
"""Raised when a reader of the file would have to change."""

NAME = "statements.json"
"""Name of the file in a PDF."""

_PAGE_SIGN = "\ufffc"
"""Stands in the file where a page number stands."""


class UnreadableRecord(ValueError):
    """The file is no record of statements."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the pages of one language say."""

    statements: tuple[Statement, ...]
    prose: tuple[Prose, ...]
    """Paragraphs of the pages themselves."""


def written(statements: Iterable[Statement], prose: tuple[Prose, ...]) -> bytes:
    """Write the statements of a PDF, in reading order; the same statements give the same bytes."""
    rows = [_row(statement) for statement in statements]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    other = json.dumps(prose, ensure_ascii=False)
    return f'{{"format": {FORMAT}, "prose": {other}, "statements": [\n{lines}\n]}}\n'.encode()


def _row(statement: Statement) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": str(statement.kind), "id": statement.id}
    row["text"] = statement.paper_text.replace(PAGE, _PAGE_SIGN)
    if statement.level is not None:
        row["level"] = str(statement.level)
    if statement.said.shown:
        row["shows"] = [[shown.role, shown.target, shown.text] for shown in statement.said.shown]
    if statement.paged:
        row["pages_of"] = list(statement.paged)
    return row


def read(content: bytes) -> Record:
    """Read the statements of a PDF.

    :raises UnreadableRecord: when the file is not one of ours.
    """
    try:
        record = json.loads(content)
        if record["format"] != FORMAT:
            raise UnreadableRecord(
                f"format {record['format']} is not known here; this program knows {FORMAT}"
            )
        prose = tuple(tuple(map(str, pieces)) for pieces in record["prose"])
        return Record(tuple(_statement(row) for row in record["statements"]), prose)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableRecord(f"{NAME} cannot be read: {error}") from error


def _statement(row: Mapping[str, Any]) -> Statement:
    said = Said(
        str(row["text"]).replace(_PAGE_SIGN, PAGE),
        tuple(Shown(str(role), str(target), str(text)) for role, target, text in row.get("shows", ())),
        tuple(map(str, row.get("pages_of", ()))),
    )
    level = Level(row["level"]) if "level" in row else None
    return Statement(Kind(row["kind"]), str(row["id"]), said, NOWHERE, level)
