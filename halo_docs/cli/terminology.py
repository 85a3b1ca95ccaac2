"""Commands of the term base: terms export, terms import."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from halo_docs.cli.run import Run, report
from halo_docs.files import write_text
from halo_docs.messages.translation import Translation, read_translation


@click.group()
def terms() -> None:
    """Exchange the term base of all languages as a table (CSV)."""


def _translations(run: Run) -> Mapping[str, Translation]:
    """Return the catalogs of every language; ends here when one cannot be read."""
    read = {
        code: read_translation(run.project, run.manual, language)
        for code, language in run.manual.languages.items()
    }
    problems = [problem for _, found in read.values() for problem in found]
    report(problems)
    if problems:
        sys.exit(1)
    return {str(code): translation for code, (translation, _) in read.items()}


_FILE = click.Path(dir_okay=False, path_type=Path)


@terms.command(name="export")
@click.argument("file", required=False, type=_FILE, metavar="[FILE.csv]")
def export_terms(file: Path | None) -> None:
    """Write the words of every language to a table; to the terminal without FILE."""
    from halo_docs.termbase.table import write_table
    from halo_docs.termbase.words import rows

    run = Run().must_be_sound()
    table = write_table(rows(run.manual, _translations(run)))
    if file is None:
        click.echo(table.encode("utf-8"), nl=False)
    else:
        # Spreadsheets take a file without the mark for one of their own country's encoding.
        write_text(file, f"\ufeff{table}")


@terms.command(name="import")
@click.argument("file", type=_FILE, metavar="FILE.csv")
def import_terms(file: Path) -> None:
    """Take the words of a table over into the languages' files: all of them, or none."""
    from halo_docs.termbase.importing import changes, take_over
    from halo_docs.termbase.table import read_table

    run = Run().must_be_sound()
    rows, problems = read_table(file, run.project.relative(file.resolve()))
    made, found = changes(run.manual, _translations(run), rows)
    problems += found
    report(problems)
    if problems:
        sys.exit(1)
    run.refresh_schemas()
    for path in take_over(run.project, run.manual, made):
        click.echo(run.project.relative(path), err=True)
