"""Rows of the term base as CSV, and what is said of a table that cannot be used."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.scalars import NOWHERE
from halo_docs.termbase.table import COLUMNS, Row, Status, parse_table, write_table

HEAD = ",".join(COLUMNS) + "\n"

CELL = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co", "Zs"))).filter(
    lambda text: text.isprintable()
)
WORD = CELL.filter(bool).filter(lambda text: "|" not in text)
PREFERRED = st.builds(Row, CELL, CELL, st.just(Status.PREFERRED), CELL, CELL, st.lists(WORD).map(tuple), CELL)
OTHER = st.builds(Row, CELL, CELL, st.sampled_from([Status.ALLOWED, Status.FORBIDDEN]), WORD)


@given(st.lists(PREFERRED | OTHER))
def test_rows_come_back(rows: list[Row]) -> None:
    table = write_table(rows)
    read, problems = parse_table(table, "t.csv")
    assert problems == []
    assert [replace(row, location=NOWHERE) for row in read] == rows
    assert write_table(read) == table


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    rows, problems = parse_table(HEAD + text, "t.csv")
    assert all(problem.location.path == "t.csv" for problem in problems)
    assert all(row.term or row.status is Status.PREFERRED for row in rows)


def test_a_row_knows_its_line_below_a_cell_of_several() -> None:
    text = HEAD + '\n"rcd",fr,allowed,"a, ""b""",,,\n,,,,,,\nrcd,fr,forbidden,c,,,\n'
    rows, problems = parse_table(text, "t.csv")
    assert problems == []
    assert [(row.term, row.location.line) for row in rows] == [('a, "b"', 3), ("c", 5)]


def test_the_order_of_the_columns_does_not_matter() -> None:
    text = "term,status,concept,language,note,forms,abbreviation\nTerme,Preferred,t,fr,n,a| b ,T\n"
    ((row,), problems) = parse_table(text, "t.csv")
    assert problems == []
    assert replace(row, location=NOWHERE) == Row("t", "fr", Status.PREFERRED, "Terme", "T", ("a", "b"), "n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ['t.csv:1:1: error: the first row names the column "concept" 0 times, not once [term-table]']),
        (
            HEAD.replace(",", ";"),
            [
                "t.csv:1:1: error: the columns are separated by semicolons; "
                "save the table with commas [term-table]"
            ],
        ),
        (
            HEAD.replace("note", "nota"),
            [
                't.csv:1:1: error: the first row names the column "note" 0 times, not once [term-table]',
                't.csv:1:1: error: unknown column "nota" (did you mean "note"?) [term-table]',
            ],
        ),
        (f"{HEAD}rcd,fr,allowed,a\n", ["t.csv:2:1: error: the row has 4 cells, not 7 [term-table]"]),
        (
            f'{HEAD}rcd,fr,allowed,"a\nb",,,\nrcd,fr,allowd,c,,,\n',
            [
                't.csv:2:1: error: the cell "term" has a line break or a character that is not seen '
                "[term-table]",
                't.csv:4:1: error: unknown status "allowd" (did you mean "allowed"?); '
                "known: preferred, allowed, forbidden [term-table]",
            ],
        ),
        (
            f"{HEAD}rcd,fr,allowed,,,x,y\n",
            [
                "t.csv:2:1: error: the term is missing [term-table]",
                't.csv:2:1: error: "forms" belongs to the row of the preferred term [term-table]',
                't.csv:2:1: error: "note" belongs to the row of the preferred term [term-table]',
            ],
        ),
        (
            f'{HEAD}rcd,fr,allowed,a,,,\nrcd,fr,allowed,"a"b,,,\n',
            ["t.csv:3:1: error: no CSV: ',' expected after '\"' [csv-syntax]"],
        ),
        (f'{HEAD}rcd,fr,allowed,"a,,,\n', ["t.csv:2:1: error: no CSV: unexpected end of data [csv-syntax]"]),
    ],
)
def test_what_is_said_of_a_bad_table(text: str, told: list[str]) -> None:
    _, problems = parse_table(text, "t.csv")
    assert [str(problem) for problem in problems][: len(told)] == told
    assert len(problems) == len(told) or text == ""
