"""Commands that check, and tell what the checks ask for: check, explain, rules."""

from __future__ import annotations

import sys

import click

from halo_docs.cli.run import Run, style
from halo_docs.files import write_text
from halo_docs.outputs.reports import REPORTS, tally, text_report
from halo_docs.outputs.rules_page import explanation, rules_page
from halo_docs.problems import did_you_mean
from halo_docs.rules.pages import page, pages
from halo_docs.rules.verdict import weigh


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--format", "form", type=click.Choice(["text", *REPORTS]), default="text", show_default=True)
@click.option("--notices", "with_notices", is_flag=True, help="Print what is only worth a look, too.")
@click.option("--fix", is_flag=True, help="First put right the typography of translations.")
def check(languages: tuple[str, ...], form: str, with_notices: bool, fix: bool) -> None:
    """Check the data and the catalogs of every language, or of those named."""
    from halo_docs.builds.check_run import LanguageCheck

    run = Run()
    run.refresh_schemas()
    codes = run.languages(languages, list(run.manual.languages))
    found = [*run.found]
    if run.is_readable:
        found += LanguageCheck(run.project, run.manual, run.drawings, fix).check_all(codes)
    verdict = weigh(run.manual, found, codes)
    if form == "text":
        findings, told = text_report(verdict, with_notices, style), tally(verdict)
    else:
        findings, told = "", REPORTS[form](verdict)
    if findings:
        click.echo(findings, err=True)
    if told:
        click.echo(told)
    if verdict.problems:
        sys.exit(1)


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Tell what a rule asks for and why, with an example."""
    found = page(rule)
    if found is None:
        known = [entry.id for entry in pages()]
        raise click.UsageError(f'unknown rule "{rule}"{did_you_mean(rule, known)}')
    click.echo(explanation(found))


@click.command()
def rules() -> None:
    """Write the page of all rules to docs/project/rules.md."""
    write_text(Run().must_be_sound().project.docs / "project" / "rules.md", rules_page())
