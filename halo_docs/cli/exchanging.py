"""Commands that exchange translations with other programs: export, import, pretranslate."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from halo_docs.cli.run import Run, report
from halo_docs.files import write_bytes
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem

if TYPE_CHECKING:
    from halo_docs.exchange.units import Unit
    from halo_docs.messages.editing import Edit

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _stop_at(problems: Sequence[Problem]) -> None:
    """Print problems, and end here when there are any."""
    report(problems)
    if problems:
        sys.exit(1)


def _units(run: Run, language: str) -> tuple[Scope, Mapping[str, Unit]]:
    """Return a language and its messages; ends here when its catalogs are broken or behind the manual."""
    from halo_docs.exchange.units import read_units

    translation, problems = read_translation(run.project, run.manual, run.manual.languages[language])
    _stop_at(problems)
    units, problems = read_units(run.project, run.manual, translation)
    _stop_at(problems)
    return Scope(run.manual, translation, run.drawings), units


def _write(run: Run, language: str, units: Mapping[str, Unit], edits: Mapping[str, Edit]) -> None:
    """Edit catalogs, all or none.

    :raises click.ClickException: when one cannot be written.
    """
    from halo_docs.exchange.writing import write_edits

    try:
        write_edits(run.project, language, units, edits)
    except OSError as error:
        raise click.ClickException(f"the catalogs cannot be written: {error.strerror}") from error


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--tmx", is_flag=True, help="Write the translation memory of all languages instead.")
def export(languages: tuple[str, ...], tmx: bool) -> None:
    """Write languages for translation programs: build/xliff/….xlf (XLIFF 2.1)."""
    from halo_docs.exchange.units import source_language
    from halo_docs.exchange.xliff_writing import xliff

    if tmx == bool(languages):
        raise click.UsageError("name languages, or give --tmx, which takes all of them")
    run = Run().must_be_sound()
    if tmx:
        return _export_memory(run)
    for code in run.translations(languages, ()):
        scope, units = _units(run, code)
        stem = f"{run.manual.identity.file_name}-{code}"
        written_in = {name: source_language(run.manual, unit) for name, unit in units.items()}
        for source in dict.fromkeys((str(run.manual.identity.source_language), *written_in.values())):
            own = [unit for name, unit in units.items() if written_in[name] == source]
            # The engine's own words may be written in another language than the manual.
            is_main = source == run.manual.identity.source_language
            path = run.project.xliff(stem if is_main else f"{stem}-from-{source}")
            write_bytes(path, xliff(scope, own, source))
            click.echo(run.project.relative(path), err=True)


def _export_memory(run: Run) -> None:
    from halo_docs.exchange.tmx_writing import tmx

    source = str(run.manual.identity.source_language)
    languages = [_units(run, code) for code in run.manual.languages if code != source]
    path = run.project.tmx(str(run.manual.identity.file_name))
    write_bytes(path, tmx(run.manual, languages))
    click.echo(run.project.relative(path), err=True)


@click.command(name="import")
@click.argument("file", type=_FILE)
def take_in(file: Path) -> None:
    """Take a translated XLIFF file into the catalogs: all of it, or nothing."""
    from halo_docs.exchange import importing
    from halo_docs.exchange.xliff_reading import read_xliff

    run = Run().must_be_sound()
    name = run.project.relative(file.resolve())
    document, problems = read_xliff(file, name)
    if document is None:
        return _stop_at(problems)
    _stop_at([*importing.language_faults(run.manual, document, name)])
    code = document.target_language
    scope, units = _units(run, code)
    taken = importing.take_in(scope, units, document)
    _stop_at(taken.problems)
    _write(run, code, units, taken.edits)
    fuzzy = sum(edit.is_fuzzy for edit in taken.edits.values())
    told = f"{code}: {len(taken.edits) - fuzzy} translated, {fuzzy} unfinished (fuzzy)"
    click.echo(f"{told}, {taken.newer} newer in the catalog, left" if taken.newer else told)


@click.command()
@click.argument("language", metavar="LANG")
@click.option(
    "--from", "files", type=_FILE, multiple=True, metavar="FILE",
    help="Older translations: .po, .tmx or .xlf; the most trusted first.",
)  # fmt: skip
def pretranslate(language: str, files: tuple[Path, ...]) -> None:
    """Fill what is missing with suggestions from older translations, all marked fuzzy."""
    from halo_docs.exchange import pretranslating
    from halo_docs.exchange.memories import Remembered, read_memory

    run = Run().must_be_sound()
    codes = run.translations([language], ())
    if len(codes) != 1:
        raise click.UsageError("name one language")
    source = str(run.manual.identity.source_language)
    older: list[Remembered] = []
    problems: list[Problem] = []
    for file in files:
        found, wrong = read_memory(file, run.project.relative(file.resolve()), source, codes[0])
        older += found
        problems += wrong
    _stop_at(problems)
    scope, units = _units(run, codes[0])
    filling = pretranslating.pretranslate(scope, units, older)
    _write(run, codes[0], units, filling.edits)
    click.echo(
        f"{codes[0]}: {filling.exact} exact, {filling.close} close, {filling.adapted} adapted, "
        f"{filling.rejected} rejected by the rules, {filling.missing} still missing"
    )
