"""What most commands begin with: the project, its manual and the languages that were named."""

from __future__ import annotations

import sys
from collections.abc import Container, Sequence
from functools import cached_property
from pathlib import Path

import click

from halo_docs.data.load import read_project
from halo_docs.data.manual import Manual
from halo_docs.figures.source import read_drawings
from halo_docs.problems import Problem, Severity, did_you_mean, has_errors
from halo_docs.project import Project, find_project

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


class Run:
    """A project, its manual and the languages that a command was given."""

    def __init__(self) -> None:
        project = find_project(Path.cwd())
        if project is None:
            raise click.UsageError("there is no docs/data/manual.yaml here or above")
        self.project: Project = project
        reading = read_project(project)
        if reading.partial is None:
            report(reading.problems)
            sys.exit(1)
        self.manual: Manual = reading.partial
        self.drawings, drawn = read_drawings(project.figures, project.relative(project.figures))
        self._unread = (*reading.problems, *drawn)
        self.is_readable = reading.manual is not None
        """Every file could be read; otherwise a language would only repeat what is wrong with the data."""

    @cached_property
    def found(self) -> list[tuple[str, Problem]]:
        """What is wrong with data and drawings, with the language that it belongs to."""
        from halo_docs.rules.checking import check_drawings, check_manual

        problems = [*self._unread]
        # Without languages nothing is known of words, without data nothing of what drawings show.
        if self.manual.languages:
            problems += check_manual(self.manual)
        if self.is_readable:
            problems += check_drawings(self.manual, self.drawings)
        return [(str(self.manual.identity.source_language), problem) for problem in problems]

    def refresh_schemas(self) -> None:
        """Write what editors know of the YAML files, as the manual is now."""
        from halo_docs.outputs.schemas import write_schemas  # takes a quarter of a second

        if self.is_readable:
            write_schemas(self.manual, self.project.schemas)

    def must_be_sound(self) -> Run:
        """Print what is wrong with the data, and end here when it keeps the manual from being built."""
        from halo_docs.rules.verdict import weigh

        problems = weigh(self.manual, self.found, ()).problems
        report(problems)
        if has_errors(problems):
            sys.exit(1)
        return self

    def must_be_readable(self) -> Run:
        """As :meth:`must_be_sound`, but without the rules, for what builds nothing."""
        if has_errors(self._unread):
            report(self._unread)
            sys.exit(1)
        return self

    def languages(
        self, named: Sequence[str], default: Sequence[str], allowed: Container[str] = ()
    ) -> list[str]:
        """Return the languages to work on; names may be joined by commas.

        :param allowed: languages that may be named besides those of languages.yaml.
        :raises click.UsageError: for any other language.
        """
        codes = [code for name in named for code in name.replace(",", " ").split()]
        known = self.manual.languages
        for code in codes:
            if code not in known and code not in allowed:
                # It may stand in a file that could not be read.
                self.must_be_readable()
                hint = did_you_mean(code, known)
                raise click.UsageError(f'unknown language "{code}"{hint}; known: {", ".join(known)}')
        return list(dict.fromkeys(codes)) or list(default)

    def translations(self, named: Sequence[str], default: Sequence[str]) -> list[str]:
        """As :meth:`languages`, of the languages that are translated.

        :raises click.UsageError: also for the source language.
        """
        codes = self.languages(named, default)
        source = str(self.manual.identity.source_language)
        if source in codes:
            raise click.UsageError(f'"{source}" is the source language; it is not translated')
        return codes


def report(problems: Sequence[Problem]) -> None:
    """Print problems, sorted, each once; in colour on a terminal."""
    from halo_docs.outputs.reports import line

    for problem in sorted(set(problems)):
        click.echo(line(problem, style), err=True)


def style(text: str, severity: Severity | None) -> str:
    """Return a text as a terminal shows it: in the colour of its severity, or bold."""
    return click.style(text, fg=_COLOURS[severity]) if severity else click.style(text, bold=True)
