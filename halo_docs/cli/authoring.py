"""Commands for authors: live, schema, open-inputs, doctor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from halo_docs.cli.run import Run, report
from halo_docs.data.load import read_project
from halo_docs.files import write_text
from halo_docs.problems import did_you_mean
from halo_docs.project import find_project
from halo_docs.text.pseudo import PSEUDO_LANGUAGES


@click.command()
def schema() -> None:
    """Write the JSON Schemas for editors to docs/schema; building and checking do so too."""
    Run().must_be_sound().refresh_schemas()


@click.command(name="open-inputs")
def open_inputs() -> None:
    """Write the page of open inputs to docs/project/open-inputs.md."""
    from halo_docs.outputs.open_inputs import open_inputs_page

    run = Run().must_be_sound()
    write_text(run.project.docs / "project" / "open-inputs.md", open_inputs_page(run.manual))


@click.command()
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
    if known and code not in known and code not in PSEUDO_LANGUAGES:
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


@click.command(name="doctor")
def see_doctor() -> None:
    """Tell what is missing on this machine, and the line to type for it."""
    from halo_docs import doctor

    findings = doctor.examine()
    for line in doctor.describe(findings, doctor.this_system(), click.style):
        click.echo(line)
    if not doctor.can_build(findings):
        sys.exit(1)
