"""Commands for the languages as a whole: new-language, retire-language, weblate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from halo_docs.cli.building import build_languages
from halo_docs.cli.run import Run, report
from halo_docs.cli.translating import write_templates
from halo_docs.data.identity import DECISIONS
from halo_docs.files import write_text
from halo_docs.problems import ProblemsFound
from halo_docs.text.pseudo import PSEUDO_LANGUAGES

if TYPE_CHECKING:
    from halo_docs.languages.begin import Beginning
    from halo_docs.languages.readiness import Readiness


@click.command(name="new-language")
@click.argument("code", metavar="LANG")
def new_language(code: str) -> None:
    """Begin a language: entry, catalogs, word lists, first outputs; tell what a person must decide."""
    from halo_docs.languages.begin import begin, objection
    from halo_docs.languages.readiness import readiness

    run = Run().must_be_sound()
    against = objection(run.project, run.manual, code)
    if against:
        raise click.UsageError(against)
    write_templates(run)
    try:
        begun = begin(run.project, run.manual, code)
    except ProblemsFound as found:
        report(found.problems)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"cannot write: {error.strerror}") from error
    ready = readiness(code, begun.facts)
    run = Run().must_be_sound()
    run.refresh_schemas()
    is_whole = not ready.missing_letters and build_languages(run, _first_outputs(begun.facts.direction, code))
    _tell(run, code, begun, ready)
    if not is_whole:
        sys.exit(1)


def _first_outputs(direction: str, code: str) -> dict[str, tuple[str, ...]]:
    """Return what is built at once: the draft, and the pages in which nothing is left untranslated."""
    pseudo = next(name for name, written in PSEUDO_LANGUAGES.items() if written == direction)
    return {code: ("html", "pdf"), pseudo: ("html",)}


def _tell(run: Run, code: str, begun: Beginning, ready: Readiness) -> None:
    """Print what was made, what the language lacks, and what a person must decide."""
    folder = run.project.relative(run.project.language(code))
    click.echo(f"{begun.facts.name} ({code}) is begun: its entry in locales/languages.yaml, and {folder}/")
    if ready.missing_letters:
        click.echo("Nothing was built: the pages cannot be set in this language yet.")
    for line in ready.lines:
        click.echo(f"  {line}")
    gaps = f"; to translate in sphinx.po: {', '.join(map(repr, begun.gaps))}" if begun.gaps else ""
    click.echo(f"  words of the pages: {begun.words} taken from Sphinx{gaps}")
    click.echo('To be decided by a person; until then it stands under "undecided" in languages.yaml:')
    for name, about in DECISIONS.items():
        click.echo(f"  {name}: {about}")
    click.echo("  and who reviews the translation (status: reviewed)")
    click.echo(f"Translate {folder}/LC_MESSAGES/*.po; make stats LANG={code} tells what is left.")


@click.command(name="retire-language")
@click.argument("code", metavar="LANG")
@click.option("--delete-translations", is_flag=True, help="Delete what people have made for it, too.")
def retire_language(code: str, delete_translations: bool) -> None:
    """Take a language out: its entry, its catalogs and word lists, and what was built of it."""
    from halo_docs.languages.retire import losses, retire
    from halo_docs.outputs.chooser import refresh_chooser

    run = Run().must_be_sound()
    run.languages([code], [])
    if code == run.manual.identity.source_language:
        raise click.UsageError(f'"{code}" is the language that the manual is written in')
    lost = losses(run.project, run.manual, code)
    if lost and not delete_translations:
        raise click.UsageError(
            f"{', '.join(lost)} would be lost; add --delete-translations if they are not needed"
        )
    try:
        retire(run.project, run.manual, code)
    except ProblemsFound as found:
        report(found.problems)
        sys.exit(1)
    run = Run()
    if run.project.html_root.is_dir():
        refresh_chooser(run.project, run.manual)


@click.command()
def weblate() -> None:
    """Write the components of a Weblate project to docs/project/weblate.json."""
    from halo_docs.outputs.weblate import weblate_components

    run = Run().must_be_sound()
    write_text(run.project.weblate, weblate_components(run.project, run.manual))
