"""Commands that show work in progress to the people who do it: preview."""

from __future__ import annotations

import click

from halo_docs.cli.run import Run, report
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def preview(languages: tuple[str, ...]) -> None:
    """Write a page with every message in its place, for translators: build/preview/LANG/index.html."""
    from halo_docs.preview.page import write_preview
    from halo_docs.rules.checking import check_language
    from halo_docs.rules.verdict import weigh

    run = Run().must_be_sound()
    for code in run.languages(languages, list(run.manual.languages)):
        translation, found = read_translation(run.project, run.manual, run.manual.languages[code])
        report(found)
        scope = Scope(run.manual, translation, run.drawings)
        found += check_language(run.project, scope)
        verdict = weigh(run.manual, [*run.found, *((code, problem) for problem in found)], [code])
        page = write_preview(run.project, scope, verdict)
        click.echo(run.project.relative(page), err=True)
