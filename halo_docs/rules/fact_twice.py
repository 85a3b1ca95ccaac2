"""A fact is stated once.

Two entries for one fact drift apart: one is changed, the other forgotten. Compared are values of the
same kind, unit and figures from the same chapter of the source manual, addresses, labels of the
interface, tools and terms.

Bad:  values.yaml has `cover-torque` and `lid-torque`, both 2 N·m from chapter 5.3.
Good: one value, shown in both places by its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from halo_docs.data.facts import Value
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Number, Plain
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the entries that say what an earlier one says."""
    facts: list[tuple[object, Plain, tuple[Plain, ...]]] = []
    for value in manual.values.values():
        if value.source is not None:
            facts.append((_fact(value), value.id, value.open))
    for link in manual.links.values():
        facts.append((("link", link.url, *_sorted(link.urls)), link.id, link.open))
    for label in manual.ui_labels.values():
        facts.append((("ui", label.label, *_sorted(label.labels)), label.id, label.open))
    for tool in manual.tools.values():
        facts.append((("tool", tool.name.source.casefold()), tool.id, tool.open))
    for term in manual.terms.values():
        facts.append((("term", term.term.source.casefold()), term.id, term.open))
    first: dict[object, Plain] = {}
    for fact, name, open_inputs in facts:
        if first.setdefault(fact, name) is not name:
            yield found(name, f'"{name}" says the same as "{first[fact]}"; keep one', open_inputs)


def _fact(value: Value) -> object:
    """Return what a value states, in a form in which equal facts are equal."""
    numbers = [value.number, *value.alternatives, *value.dimensions]
    if value.range is not None:
        numbers += [value.range.min, value.range.max]
    figures = tuple(number.value for number in numbers if isinstance(number, Number))
    return value.kind, value.unit, figures, value.code, value.literal, value.source, *_conditions(value)


def _conditions(value: Value) -> Iterator[tuple[str, frozenset[str]]]:
    for axis, values in value.applies_to.items():
        yield str(axis), frozenset(map(str, values))


def _sorted(texts: Mapping[str, Plain]) -> list[tuple[str, str]]:
    return sorted((str(code), str(text)) for code, text in texts.items())


RULE = Rule("fact-twice", Severity.WARNING, Manual, find)
