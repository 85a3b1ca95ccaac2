"""Everything that is defined is shown somewhere.

What nothing shows is a leftover, or a role that should name it is missing. Looked at: values, units,
figures, addresses, labels of the interface, tools, footnotes, snippets, axes, concepts and open inputs.

Bad:  values.yaml has `old-torque`, and no text, table, step or drawing names it.
Good: every value stands in a text by its role, in a step's `torque` or in a drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from halo_docs.data.base import walk
from halo_docs.data.blocks import FigureBlock, ToolList
from halo_docs.data.facts import Specification, Term
from halo_docs.data.identity import Identity
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain, Ref, Text
from halo_docs.figures.source import values
from halo_docs.problems import Severity
from halo_docs.rules.base import DrawnManual, Finding, Rule, found, source_texts
from halo_docs.text.inline import roles
from halo_docs.text.terms import words_for
from halo_docs.text.wording import Finder

_WORDS = {"ui": "label of the interface", "link": "address"}
"""Role -> what the thing is called."""


def find(subject: DrawnManual) -> Iterator[Finding]:
    """Yield what nothing shows."""
    manual = subject.manual
    figures = [figure.drawing for figure in manual.figures.values() if figure.drawing is not None]
    if manual.unreadable or any(str(name) not in subject.drawings.by_name for name in figures):
        # Something that could not be read may show it.
        return
    used = _used(subject)
    for kind, known in _defined(manual).items():
        # A reference that leads nowhere may be meant for what seems unused.
        is_sound = used[kind] <= {*manual.targets(kind)}
        for name in known if is_sound else ():
            if str(name) not in used[kind]:
                yield found(name, f'nothing uses the {_WORDS.get(kind, kind)} "{name}"')
    for name in manual.unused_snippets:
        yield found(name, f'nothing uses the snippet "{name}"')
    yield from _idle_terms(manual)
    for axis in manual.axes.values():
        if used["axis value"].isdisjoint(str(value.id) for value in axis.values):
            yield found(axis.id, f'nothing uses the values of axis "{axis.id}"')


def _idle_terms(manual: Manual) -> Iterator[Finding]:
    """Yield the concepts that no text mentions, by no word."""
    own = manual.language_terms.get(manual.identity.source_language, {})
    finder = Finder({str(n): words_for(term, own.get(n)) for n, term in manual.terms.items()}, group_of=str)
    said: set[str] = set()
    for subject in source_texts(manual):
        if not isinstance(subject.owners[0], Term):
            said |= finder.labels(subject.running)
            said |= {role.target for role in roles(subject.text.source) if role.name == "term"}
    for term in manual.terms.values():
        if str(term.id) not in said:
            yield found(term.id, f'nothing mentions the concept "{term.id}"')


def _defined(manual: Manual) -> Mapping[str, list[Plain]]:
    """Return kind, as references and roles name it -> the ids that must be used."""
    return {
        "value": [value.id for value in manual.values.values()],
        "unit": [unit.id for unit in manual.units.values()],
        "figure": [figure.id for figure in manual.figures.values()],
        "link": [link.id for link in manual.links.values()],
        "ui": [label.id for label in manual.ui_labels.values()],
        "tool": [tool.id for tool in manual.tools.values()],
        "footnote": [
            footnote.id
            for _, part in manual.parts()
            for _, node in walk(part)
            for footnote in getattr(node, "footnotes", ())
        ],
        "open input": [entry.id for entry in manual.open_inputs.values()],
    }


def _used(subject: DrawnManual) -> Mapping[str, Set[str]]:
    """Return kind -> the ids that something shows or names."""
    manual = subject.manual
    used: dict[str, set[str]] = defaultdict(set)
    for part_name, part in manual.parts():
        for _, node in walk(part):
            match node:
                case Text():
                    for role in roles(node.source):
                        used[{"variant": "axis value"}.get(role.name, role.name)].add(role.target)
                case FigureBlock(figure=figure) | Specification(figure=figure) if figure:
                    used["figure"].add(str(figure))
                case Identity(cover=figure) if figure:
                    used["figure"].add(str(figure))
                case ToolList():
                    used["tool"] |= set(manual.tools)
                # A legend explains a figure, a factor says where a value comes from: neither shows it.
                case Ref() if node.target != "figure" and not (
                    node.target == "value" and part_name == "values"
                ):
                    used[node.target].add(str(node))
    for _, drawing in subject.drawn():
        used["value"] |= {name for name, _ in values(drawing)}
    return used


RULE = Rule("unused", Severity.ERROR, DrawnManual, find)
