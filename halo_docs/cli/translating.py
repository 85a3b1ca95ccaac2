"""Commands of the translation work: gettext, update-po, editorial, stats."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import click

from halo_docs.cli.run import Run, report
from halo_docs.data.editorial import Edit
from halo_docs.data.scalars import Text
from halo_docs.messages.extract import domain_of
from halo_docs.messages.progress import Progress, progress
from halo_docs.messages.translation import read_translation
from halo_docs.outputs.progress_table import progress_table, share
from halo_docs.problems import Problem, did_you_mean


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


def _translations(run: Run, named: Sequence[str]) -> list[str]:
    source = run.manual.identity.source_language
    return run.languages(named, [code for code in run.manual.languages if code != source])


def _progress(run: Run, codes: Sequence[str]) -> list[Progress]:
    """Count the messages of languages and print the table."""
    counted = []
    for code in codes:
        translation, found = read_translation(run.project, run.manual, run.manual.languages[code])
        report(found)
        counted.append(progress(run.manual, translation))
    click.echo(progress_table(counted))
    return counted


@click.command(name="update-po")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def update_po(languages: tuple[str, ...]) -> None:
    """Bring the catalogs of every translation, or of those named, up to the manual; print what is left."""
    from halo_docs.messages.update import update_catalogs

    run = Run().must_be_sound()
    codes = run.translations(languages, _translations(run, ()))
    write_templates(run)
    problems = update_catalogs(run.project, run.manual, codes)
    _progress(run, codes)
    if problems:
        click.echo("catalogs with a problem, and all others of their language, were left alone", err=True)
        sys.exit(1)


@click.command()
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
def editorial(keys: tuple[str, ...]) -> None:
    """Keep all translations of a text of which only the wording was edited.

    KEY is the message's context, for example about-changes.text. The edit goes into
    locales/editorial.yaml. A safety message, a step, or an edit that changes more than words is refused.
    """
    from halo_docs.messages.editorial import Edits, keep_translations, write_edit
    from halo_docs.rules.editorial_edit import RULE, objections

    run = Run().must_be_sound()
    project, manual = run.project, run.manual
    languages = _translations(run, ())
    problems = []
    for code in languages:
        problems += read_translation(project, manual, manual.languages[code])[1]
    edits = [*_edits(run, languages, keys)] if not problems else []
    for text, edit in edits:
        for why in objections(manual, edit):
            problems.append(Problem(text.location, f"no editorial edit: {why}", RULE.id, about=text.key))
    if problems:
        report(problems)
        sys.exit(1)
    run.refresh_schemas()
    for _, edit in edits:
        write_edit(project.editorial, edit)
    known = Edits([*manual.edits, *(edit for _, edit in edits)])
    for text in dict.fromkeys(text for text, _ in edits):
        kept = keep_translations(project, languages, text, known)
        click.echo(f"{text.key} stays translated in {', '.join(kept) or 'no language'}", err=True)


def _edits(run: Run, languages: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[Text, Edit]]:
    """Yield each text that was edited since the catalogs were brought up to the manual, with its edit."""
    from halo_docs.messages.editorial import edit_of, former_sources

    texts = {(domain_of(text), text.key): text for _, text, _ in run.manual.texts if text.is_translatable}
    for key in keys:
        named = [text for text in texts.values() if text.key == key]
        if not named:
            raise click.UsageError(f'unknown message "{key}"{did_you_mean(key, (k for _, k in texts))}')
        found = [
            (text, edit_of(text, before))
            for text in named
            for before in former_sources(run.project, languages, text)
        ]
        if not found:
            raise click.UsageError(f'no catalog has another source text for "{key}"')
        yield from found


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option(
    "--fail-under", metavar="PERCENT", type=click.FloatRange(0, 100), help="Exit with 1 when less is done."
)
def stats(languages: tuple[str, ...], fail_under: float | None) -> None:
    """Print what is left to translate, by language and class of text."""
    run = Run().must_be_sound()
    counted = _progress(run, _translations(run, languages))
    least = Fraction(str(fail_under)) if fail_under is not None else Fraction(0)
    behind = [one for one in counted if one.percent < least]
    for one in behind:
        click.echo(f"{one.language}: {share(one.percent)} done, less than {fail_under} %", err=True)
    if behind:
        sys.exit(1)
