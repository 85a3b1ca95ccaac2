"""The command line: options in, one call a command, exit code out.

Exit codes: 0 all is well, 1 problems were found, 2 wrong usage.
"""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "building": ("html", "pdf", "booklet", "all", "figures", "clean"),
    "checking": ("check", "explain", "rules"),
    "proving": ("verify", "verify-pdf"),
    "translating": ("gettext", "update-po", "editorial", "stats"),
    "previewing": ("preview",),
    "languages": ("new-language", "retire-language", "weblate"),
    "terminology": ("terms",),
    "exchanging": ("export", "import", "pretranslate"),
    "authoring": ("live", "schema", "open-inputs", "doctor"),
}
"""Module -> the commands in it."""


class _Commands(click.Group):
    """Commands whose modules are imported when they are asked for: half of a short run is imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in _COMMANDS.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in _COMMANDS.items():
            if cmd_name in names:
                found = vars(import_module(f"{__name__}.{module}")).values()
                return next(c for c in found if isinstance(c, click.Command) and c.name == cmd_name)
        return None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds and checks a multilingual manual. LANG is a code of locales/languages.yaml."""
