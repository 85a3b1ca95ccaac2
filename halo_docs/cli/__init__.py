"""The command line: options in, one call a command, exit code out.

Exit codes: 0 all is well, 1 problems were found, 2 wrong usage.
"""

from __future__ import annotations

import click

from halo_docs.cli import (
    authoring,
    building,
    checking,
    exchanging,
    languages,
    previewing,
    proving,
    terminology,
    translating,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds and checks a multilingual manual. LANG is a code of locales/languages.yaml."""


for command in (
    building.html,
    building.pdf,
    building.booklet,
    building.build_all,
    building.figures,
    building.clean,
    checking.check,
    checking.explain,
    checking.rules,
    proving.verify,
    proving.verify_pdf,
    translating.gettext,
    translating.update_po,
    translating.editorial,
    translating.stats,
    previewing.preview,
    languages.new_language,
    languages.retire_language,
    languages.weblate,
    terminology.terms,
    exchanging.export,
    exchanging.take_in,
    exchanging.pretranslate,
    authoring.live,
    authoring.schema,
    authoring.open_inputs,
    authoring.see_doctor,
):
    main.add_command(command)
