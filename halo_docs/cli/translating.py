"""Commands of the translation work: gettext, update-po, stats."""

from __future__ import annotations

import sys

import click

from halo_docs.cli.run import Run, report
from halo_docs.messages.translation import read_translation


@click.command()
def gettext() -> None:
    """Write the message templates to build/gettext."""
    run = Run().must_be_sound()
    write_templates(run)


def write_templates(run: Run) -> None:
    """Write the message templates; end here when Sphinx complains."""
    from halo_docs.builds.sphinx_job import Job
    from halo_docs.builds.sphinx_job import run as run_job

    source = str(run.manual.identity.source_language)
    outcome = run_job(Job(run.project.root, source, ("gettext",)))
    for complaint in outcome.complaints:
        click.echo(complaint, err=True)
    if outcome.complaints:
        sys.exit(1)


@click.command(name="update-po")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def update_po(languages: tuple[str, ...]) -> None:
    """Bring the catalogs of every translation, or of those named, up to the manual."""
    from halo_docs.messages.update import update_catalogs

    run = Run().must_be_sound()
    source = run.manual.identity.source_language
    write_templates(run)
    translations = [code for code in run.manual.languages if code != source]
    update_catalogs(run.project, run.languages(languages, translations))


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def stats(languages: tuple[str, ...]) -> None:
    """Print how far the translations are."""
    from halo_docs.messages.update import count

    run = Run().must_be_sound()
    for code in run.languages(languages, list(run.manual.languages)):
        translation, found = read_translation(run.project, run.manual, run.manual.languages[code])
        report(found)
        counted = count(run.manual, translation)
        click.echo(
            f"{code}: {counted.done} of {counted.total} messages done, "
            f"{counted.fuzzy} fuzzy, {counted.missing} missing"
        )
