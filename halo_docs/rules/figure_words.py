"""Every word of a drawing is listed with its figure, and every listed word is drawn.

Bad:  a drawing has data-label="seal-note", figures.yaml has no such label.
Good: each data-label is a label of the figure, each data-value a value of values.yaml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from halo_docs.figures.source import labels, values
from halo_docs.problems import Location, Severity, did_you_mean
from halo_docs.rules.base import DrawnManual, Finding, Rule, found


def find(subject: DrawnManual) -> Iterator[Finding]:
    """Yield words that only the drawing or only the data has."""
    manual = subject.manual
    for figure, drawing in subject.drawn():
        listed = {str(label.id) for label in figure.labels}
        drawn = dict(labels(drawing))
        for name, line in drawn.items():
            if name not in listed:
                hint = did_you_mean(name, listed)
                message = f'{figure.id} has no label "{name}"{hint}'
                yield Finding(Location(drawing.path, line), message, figure.id)
        for name, times in Counter(str(label.id) for label in figure.labels).items():
            if times > 1:
                yield found(figure.id, f'label "{name}" is listed {times} times')
        for label in figure.labels:
            if label.id not in drawn:
                message = f'label "{label.id}" is not in the drawing {figure.drawing}'
                yield found(label.id, message)
        for name, line in values(drawing):
            if name not in manual.values:
                hint = did_you_mean(name, manual.values)
                place = Location(drawing.path, line)
                yield Finding(place, f'unknown value "{name}"{hint}', figure.id)


RULE = Rule("figure-words", Severity.ERROR, DrawnManual, find)
