"""The letters of a drawing, of its data and of its legend are the same.

A letter without a legend tells nothing; a legend without its letter sends the reader searching.

Bad:  the drawing has callouts 1 to 4, the legend explains 1 to 5.
Good: drawing, figures.yaml and legend all have 1 to 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import Legend
from halo_docs.figures.source import callouts
from halo_docs.problems import Severity
from halo_docs.rules.base import DrawnManual, Finding, Rule, found


def find(subject: DrawnManual) -> Iterator[Finding]:
    """Yield the letters that are missing on one side."""
    manual = subject.manual
    for figure, drawing in subject.drawn():
        expected, drawn = {str(callout.id) for callout in figure.callouts}, set(callouts(drawing))
        for letter in sorted(expected - drawn):
            yield found(figure.id, f'callout "{letter}" is not in the drawing {figure.drawing}')
        for letter in sorted(drawn - expected):
            message = f'the drawing {figure.drawing} has a callout "{letter}" that is not listed'
            yield found(figure.id, message)
    for chapter in manual.chapters:
        for _, node in walk(chapter):
            if isinstance(node, Legend) and node.figure in manual.figures:
                figure = manual.figures[node.figure]
                expected = {str(callout.id) for callout in figure.callouts}
                explained = {str(item.callout) for item in node.items}
                for letter in sorted(expected - explained):
                    message = f'the legend does not explain callout "{letter}" of {figure.id}'
                    yield Finding(node.location, message, node.id)
                applies = {str(callout.id): callout.applies_to for callout in figure.callouts}
                for item in node.items:
                    if item.callout not in expected:
                        yield found(item.callout, f'{figure.id} has no callout "{item.callout}"')
                    elif item.applies_to != applies[item.callout]:
                        message = f'"{item.callout}" applies to other models here than in {figure.id}'
                        yield found(item.callout, message)


RULE = Rule("figure-callouts", Severity.ERROR, DrawnManual, find)
