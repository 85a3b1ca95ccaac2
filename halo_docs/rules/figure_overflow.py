"""The words of a drawing fit their places, in every language.

Bad:  a label of 60 letters in a place of 20 mm.
Good: a shorter word, more lines (data-lines), or a wider place (data-width).
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.figures.fill import overflows
from halo_docs.nodes.figures import words
from halo_docs.problems import Severity
from halo_docs.rules.base import DrawnLanguage, Finding, Rule


def find(subject: DrawnLanguage) -> Iterator[Finding]:
    """Yield the labels that need more room."""
    scope = subject.scope
    for figure, drawing in subject.drawn():
        for overflow in overflows(drawing, words(scope, figure)):
            label = next((own for own in figure.labels if own.id == overflow.label), figure)
            message = f'"{overflow.text}" ({scope.language.id}) does not fit {overflow.width:g} mm'
            yield Finding(label.location, f"{message} in {drawing.path}", label.id)


RULE = Rule("figure-overflow", Severity.ERROR, DrawnLanguage, find)
