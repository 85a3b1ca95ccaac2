"""Commands that build outputs: html, pdf, booklet, all, figures, clean."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from halo_docs.cli.run import Run, report
from halo_docs.data.design import Paper
from halo_docs.messages.pseudo import buildable_languages
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.project import find_project
from halo_docs.text.pseudo import PSEUDO_LANGUAGES

if TYPE_CHECKING:
    from halo_docs.builds.sphinx_job import Outcome


def _progress(total: int) -> Callable[[Outcome], None]:
    """Return what tells of each job as it ends: its complaints, or what it made and when."""
    started, ended = time.monotonic(), 0

    def done(outcome: Outcome) -> None:
        nonlocal ended
        ended += 1
        for complaint in outcome.complaints:
            click.echo(complaint, err=True)
        seconds = time.monotonic() - started
        for output in outcome.outputs:
            click.echo(f"[{ended}/{total}] {output} ({seconds:.1f} s)", err=True)

    return done


_PAPER = click.option(
    "--paper",
    type=click.Choice([size.value for size in Paper], case_sensitive=False),
    help="Size of the PDF's pages; design.yaml or A5 when left out.",
)


def build(run: Run, codes: Sequence[str], builders: tuple[str, ...], paper: str | None = None) -> None:
    """Build languages; ends the program when one of them is not sound.

    :param builders: html, pdf or both.
    """
    if not build_languages(run, dict.fromkeys(codes, builders), Paper(paper) if paper else None):
        sys.exit(1)


def build_languages(run: Run, wanted: Mapping[str, tuple[str, ...]], paper: Paper | None = None) -> bool:
    """Build outputs and tell of each; return whether all is well.

    :param wanted: language -> names of Sphinx builders.
    """
    # Sphinx and WeasyPrint take half a second to import; other commands do without.
    from halo_docs.builds.page_counts import uneven_chapters
    from halo_docs.builds.run import run_all
    from halo_docs.builds.sphinx_job import Job
    from halo_docs.outputs.chooser import refresh_chooser

    run.refresh_schemas()
    jobs = [Job(run.project.root, code, builders, paper) for code, builders in wanted.items()]
    outcomes = run_all(jobs, _progress(len(jobs)))
    if any("html" in job.builders for job in jobs):
        refresh_chooser(run.project, run.manual)
    printed = [job for job in jobs if "pdf" in job.builders]
    uneven = [*uneven_chapters(run.project, run.manual, printed)]
    for line in uneven:
        click.echo(line, err=True)
    return not uneven and not any(outcome.complaints for outcome in outcomes)


def _build_named(named: Sequence[str], builders: tuple[str, ...], paper: str | None = None) -> None:
    run = Run().must_be_sound()
    source = str(run.manual.identity.source_language)
    build(run, run.languages(named, [source], PSEUDO_LANGUAGES), builders, paper)


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def html(languages: tuple[str, ...]) -> None:
    """Build the HTML of one or more languages (the source language without LANG)."""
    _build_named(languages, ("html",))


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@_PAPER
def pdf(languages: tuple[str, ...], paper: str | None) -> None:
    """Build the PDF of one or more languages (the source language without LANG)."""
    _build_named(languages, ("pdf",), paper)


@click.command()
@click.argument("languages", nargs=-1, required=True, metavar="LANG...")
@_PAPER
def booklet(languages: tuple[str, ...], paper: str | None) -> None:
    """Bind several languages into one PDF, in the order given."""
    from halo_docs.builds.booklet import bind

    run = Run().must_be_sound()
    codes = run.languages(languages, [])
    if len(codes) < 2:
        raise click.UsageError("a booklet needs two languages or more")
    report_outcome = _progress(len(codes) + 1)
    bound = bind(run.project, run.manual, codes, Paper(paper) if paper else None, report_outcome)
    report_outcome(bound)
    if bound.complaints:
        sys.exit(1)


@click.command(name="all")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@_PAPER
def build_all(languages: tuple[str, ...], paper: str | None) -> None:
    """Build HTML and PDF of every language, or of those named."""
    run = Run().must_be_sound()
    build(run, run.languages(languages, list(run.manual.languages)), ("html", "pdf"), paper)


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def figures(languages: tuple[str, ...]) -> None:
    """Write a page with every figure of a language: build/figures/LANG/index.html."""
    from halo_docs.outputs.contact_sheet import write_contact_sheet

    run = Run().must_be_sound()
    known = buildable_languages(run.manual)
    for code in run.languages(languages, list(run.manual.languages), known):
        translation, found = read_translation(run.project, run.manual, known[code])
        report(found)
        scope = Scope(run.manual, translation, run.drawings)
        page = write_contact_sheet(scope, run.project.figure_sheet(code))
        click.echo(run.project.relative(page), err=True)


@click.command()
def clean() -> None:
    """Delete build/."""
    project = find_project(Path.cwd())
    if project is not None:
        shutil.rmtree(project.build, ignore_errors=True)
