"""The command line: options in, one call a command, exit code out.

Exit codes: 0 all is well, 1 problems were found, 2 wrong usage.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from halo_docs.data.design import Paper
from halo_docs.data.load import read_project
from halo_docs.data.manual import Manual
from halo_docs.files import write_text
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.outputs.reports import REPORTS, tally, text_report
from halo_docs.outputs.reports import line as report_line
from halo_docs.outputs.rules_page import explanation, rules_page
from halo_docs.outputs.schemas import write_schemas
from halo_docs.problems import Problem, Severity, did_you_mean, has_errors
from halo_docs.project import Project, find_project
from halo_docs.rules.checking import check_drawings, check_manual
from halo_docs.rules.pages import page, pages
from halo_docs.rules.verdict import weigh

if TYPE_CHECKING:
    from halo_docs.builds.sphinx_job import Outcome

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


class Run:
    """A project, its manual and the languages that a command was given."""

    def __init__(self) -> None:
        project = find_project(Path.cwd())
        if project is None:
            raise click.UsageError("there is no docs/data/manual.yaml here or above")
        self.project: Project = project
        reading = read_project(project)
        problems = [*reading.problems]
        if reading.partial is None:
            report(problems)
            sys.exit(1)
        problems += check_manual(reading.partial)
        self.drawings, found = check_drawings(project, reading.partial)
        self.manual: Manual = reading.partial
        self.is_readable = reading.manual is not None
        """Every file could be read; otherwise a language would only repeat what is wrong with the data."""
        if self.is_readable:
            write_schemas(self.manual, project.schemas)
        self.found = [(str(self.manual.identity.source_language), p) for p in (*problems, *found)]
        """What is wrong with data and drawings, with the language that it belongs to."""

    def must_be_sound(self) -> Run:
        """Print what is wrong with the data, and end here when it keeps the manual from being built."""
        problems = weigh(self.manual, self.found, ()).problems
        report(problems)
        if has_errors(problems):
            sys.exit(1)
        return self

    def languages(self, named: Sequence[str], default: Sequence[str]) -> list[str]:
        """Return the languages to work on; names may be joined by commas.

        :raises click.UsageError: for a language that languages.yaml does not list.
        """
        codes = [code for name in named for code in name.replace(",", " ").split()]
        known = self.manual.languages
        for code in codes:
            if code not in known:
                hint = did_you_mean(code, known)
                raise click.UsageError(f'unknown language "{code}"{hint}; known: {", ".join(known)}')
        return list(dict.fromkeys(codes)) or list(default)


def report(problems: Sequence[Problem]) -> None:
    """Print problems, sorted, each once; in colour on a terminal."""
    for problem in sorted(set(problems)):
        click.echo(report_line(problem, _style), err=True)


def _style(text: str, severity: Severity | None) -> str:
    return click.style(text, fg=_COLOURS[severity]) if severity else click.style(text, bold=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds and checks a multilingual manual. LANG is a code of locales/languages.yaml."""


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


def _build(
    named: Sequence[str], builders: tuple[str, ...], everything: bool = False, paper: str | None = None
) -> None:
    # Sphinx and WeasyPrint take half a second to import; other commands do without.
    from halo_docs.builds.page_counts import uneven_chapters
    from halo_docs.builds.run import run_all
    from halo_docs.builds.sphinx_job import Job
    from halo_docs.outputs.chooser import refresh_chooser

    run = Run().must_be_sound()
    source = str(run.manual.identity.source_language)
    codes = run.languages(named, list(run.manual.languages) if everything else [source])
    jobs = [Job(run.project.root, code, builders, Paper(paper) if paper else None) for code in codes]
    outcomes = run_all(jobs, _progress(len(jobs)))
    if "html" in builders:
        refresh_chooser(run.project, run.manual)
    uneven = [*uneven_chapters(run.project, run.manual, jobs)] if "pdf" in builders else []
    for line in uneven:
        click.echo(line, err=True)
    if uneven or any(outcome.complaints for outcome in outcomes):
        sys.exit(1)


@main.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def html(languages: tuple[str, ...]) -> None:
    """Build the HTML of one or more languages (the source language without LANG)."""
    _build(languages, ("html",))


@main.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@_PAPER
def pdf(languages: tuple[str, ...], paper: str | None) -> None:
    """Build the PDF of one or more languages (the source language without LANG)."""
    _build(languages, ("pdf",), paper=paper)


@main.command()
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


@main.command(name="all")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@_PAPER
def build_all(languages: tuple[str, ...], paper: str | None) -> None:
    """Build HTML and PDF of every language, or of those named."""
    _build(languages, ("html", "pdf"), everything=True, paper=paper)


@main.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--format", "form", type=click.Choice(["text", *REPORTS]), default="text", show_default=True)
@click.option("--notices", "with_notices", is_flag=True, help="Print what is only worth a look, too.")
@click.option("--fix", is_flag=True, help="First put right the typography of translations.")
def check(languages: tuple[str, ...], form: str, with_notices: bool, fix: bool) -> None:
    """Check the data and the catalogs of every language, or of those named."""
    from halo_docs.builds.check_run import LanguageCheck

    run = Run()
    codes = run.languages(languages, list(run.manual.languages))
    found = [*run.found]
    if run.is_readable:
        found += LanguageCheck(run.project, run.manual, run.drawings, fix).check_all(codes)
    verdict = weigh(run.manual, found, codes)
    if form == "text":
        findings, told = text_report(verdict, with_notices, _style), tally(verdict)
    else:
        findings, told = "", REPORTS[form](verdict)
    if findings:
        click.echo(findings, err=True)
    if told:
        click.echo(told)
    if verdict.problems:
        sys.exit(1)


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Tell what a rule asks for and why, with an example."""
    found = page(rule)
    if found is None:
        known = [entry.id for entry in pages()]
        raise click.UsageError(f'unknown rule "{rule}"{did_you_mean(rule, known)}')
    click.echo(explanation(found))


@main.command()
def rules() -> None:
    """Write the page of all rules to docs/project/rules.md."""
    write_text(Run().must_be_sound().project.docs / "project" / "rules.md", rules_page())


@main.command()
def gettext() -> None:
    """Write the message templates to build/gettext."""
    run = Run().must_be_sound()
    _gettext(run)


def _gettext(run: Run) -> None:
    from halo_docs.builds.sphinx_job import Job
    from halo_docs.builds.sphinx_job import run as run_job

    source = str(run.manual.identity.source_language)
    outcome = run_job(Job(run.project.root, source, ("gettext",)))
    for complaint in outcome.complaints:
        click.echo(complaint, err=True)
    if outcome.complaints:
        sys.exit(1)


@main.command(name="update-po")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def update_po(languages: tuple[str, ...]) -> None:
    """Bring the catalogs of every translation, or of those named, up to the manual."""
    from halo_docs.messages.update import update_catalogs

    run = Run().must_be_sound()
    source = run.manual.identity.source_language
    _gettext(run)
    translations = [code for code in run.manual.languages if code != source]
    update_catalogs(run.project, run.languages(languages, translations))


@main.command()
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


@main.command()
def schema() -> None:
    """Write the JSON Schemas for editors to docs/schema; every other command does so too."""
    Run().must_be_sound()


@main.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def figures(languages: tuple[str, ...]) -> None:
    """Write a page with every figure of a language: build/figures/LANG/index.html."""
    from halo_docs.outputs.contact_sheet import write_contact_sheet

    run = Run().must_be_sound()
    for code in run.languages(languages, list(run.manual.languages)):
        translation, found = read_translation(run.project, run.manual, run.manual.languages[code])
        report(found)
        scope = Scope(run.manual, translation, run.drawings)
        page = write_contact_sheet(scope, run.project.figure_sheet(code))
        click.echo(run.project.relative(page), err=True)


@main.command(name="open-inputs")
def open_inputs() -> None:
    """Write the page of open inputs to docs/project/open-inputs.md."""
    from halo_docs.outputs.open_inputs import open_inputs_page

    run = Run().must_be_sound()
    write_text(run.project.docs / "project" / "open-inputs.md", open_inputs_page(run.manual))


@main.command()
@click.argument("language", required=False, metavar="[LANG]")
@click.option("--pdf", "with_pdf", is_flag=True, help="Build the PDF too, at /manual.pdf.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free.")
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
def live(language: str | None, with_pdf: bool, port: int, no_browser: bool) -> None:
    """Show one language in the browser and build it anew on each save."""
    import webbrowser

    from halo_docs.live.builder import Builder, Report
    from halo_docs.live.preview import Preview
    from halo_docs.live.server import HOST, listen, serve
    from halo_docs.live.watch import Sources

    project = find_project(Path.cwd().resolve())
    if project is None:
        raise click.UsageError("there is no docs/data/manual.yaml here or above")
    # A manual with errors is shown too, with its problems on the page.
    partial = read_project(project).partial
    if language is None and partial is None:
        raise click.UsageError("name a language; docs/data/manual.yaml cannot be read")
    known = partial.languages if partial else {}
    code = language or str(partial.identity.source_language if partial else "")
    if known and code not in known:
        raise click.UsageError(
            f'unknown language "{code}"{did_you_mean(code, known)}; known: {", ".join(known)}'
        )

    def tell(built: Report, seconds: float) -> None:
        report(built.problems)
        complaints = built.outcome.complaints if built.outcome else ()
        for line in (*complaints, *built.failure.splitlines()):
            click.echo(line, err=True)
        for output in built.outcome.outputs if built.outcome else ():
            click.echo(f"{output} ({seconds:.1f} s)", err=True)

    # The builder is forked first: this process has one thread and no socket yet.
    with Builder() as builder:
        try:
            listening = listen(port)
        except OSError as error:
            raise click.ClickException(f"port {port} cannot be used: {error.strerror}") from error
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        click.echo(f"{address} (Ctrl-C ends)", err=True)
        if not no_browser:
            webbrowser.open(address)
        serve(Preview(Sources(project, code), with_pdf, builder, tell), listening)


@main.command()
def clean() -> None:
    """Delete build/."""
    project = find_project(Path.cwd())
    if project is not None:
        shutil.rmtree(project.build, ignore_errors=True)


@main.command(name="doctor")
def see_doctor() -> None:
    """Tell what is missing on this machine, and the line to type for it."""
    from halo_docs import doctor

    findings = doctor.examine()
    for line in doctor.describe(findings, doctor.this_system(), click.style):
        click.echo(line)
    if not doctor.can_build(findings):
        sys.exit(1)


if __name__ == "__main__":
    main()
