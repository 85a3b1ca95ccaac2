"""Checks what no single file can know: ids that stand twice, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from halo_docs.data.base import Applicable, walk
from halo_docs.data.blocks import (
    Alternatives,
    BaseBlock,
    Case,
    Footnote,
    ProductItem,
    ProductList,
    Section,
    Table,
)
from halo_docs.data.facts import Product, Value
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain, Ref
from halo_docs.problems import Problem, did_you_mean


def check_ids(things: Iterable[Plain]) -> Iterator[Problem]:
    """Yield a problem for every id that was used before."""
    first: dict[str, Plain] = {}
    for name in things:
        if name in first:
            before = first[name].location
            message = f'duplicate id "{name}", first at {before.path}:{before.line}'
            yield Problem(name.location, message, "duplicate-id")
        else:
            first[name] = name


def block_ids(chapters: Iterable[Section]) -> Iterator[Plain]:
    """Yield the ids of the chapters that become anchors or message contexts."""
    for chapter in chapters:
        for _, node in walk(chapter):
            if isinstance(node, BaseBlock | Footnote | ProductItem | Case):
                yield node.id


def check_references(manual: Manual) -> Iterator[Problem]:
    """Yield a problem for every reference that does not resolve or does not fit."""
    for terms in manual.language_terms.values():
        for term in terms.values():
            yield from _resolve(manual, term.id)
    for _, part in manual.parts():
        for _, node in walk(part):
            if isinstance(node, Ref):
                yield from _resolve(manual, node)
            if isinstance(node, Applicable):
                for axis, values in node.applies_to.items():
                    yield from _belongs(manual, axis, values)
                    if not values:
                        message = f'"applies_to" names no value of {axis}, so it applies to nothing'
                        yield Problem(axis.location, message, "empty-applicability")
            match node:
                case Product():
                    for axis, value in node.attributes.items():
                        yield from _belongs(manual, axis, (value,))
                case Value():
                    yield from _unit_fits(manual, node)
                case ProductList():
                    yield from _belongs(manual, node.axis, (i.value for i in node.items))
                case Alternatives():
                    yield from _belongs(manual, node.axis, (c.value for c in node.cases))
                    yield from _covers(manual, node)
                case Table():
                    yield from _cells(node)


def _resolve(manual: Manual, ref: Ref) -> Iterator[Problem]:
    # Snippets are resolved where they are put in place.
    if ref.target != "snippet" and not manual.knows(ref.target, ref):
        hint = did_you_mean(ref, manual.targets(ref.target))
        yield Problem(ref.location, f'unknown {ref.target} "{ref}"{hint}', "unknown-reference")


def _belongs(manual: Manual, axis: Ref, values: Iterable[Ref]) -> Iterator[Problem]:
    if axis not in manual.axes:
        return
    known = {str(value.id) for value in manual.axes[axis].values}
    for value in values:
        if value in manual.axis_values and str(value) not in known:
            message = f'"{value}" is no value of axis {axis}; known: {", ".join(sorted(known))}'
            yield Problem(value.location, message, "wrong-axis")


def _covers(manual: Manual, block: Alternatives) -> Iterator[Problem]:
    if block.axis not in manual.axes:
        return
    given = [str(case.value) for case in block.cases]
    for value in manual.axes[block.axis].values:
        if given.count(value.id) != 1:
            message = f'the alternatives have {given.count(value.id)} cases for "{value.id}", not one'
            yield Problem(block.location, message, "alternatives-coverage")


def _unit_fits(manual: Manual, value: Value) -> Iterator[Problem]:
    if value.unit is None or value.unit not in manual.units:
        return
    kinds = manual.units[value.unit].kinds
    if value.kind not in kinds:
        message = f'unit {value.unit} measures {", ".join(kinds)}, not "{value.kind}"'
        yield Problem(value.unit.location, message, "unit-kind")


def _cells(table: Table) -> Iterator[Problem]:
    columns = [str(column.id) for column in table.columns]
    for row in table.rows:
        for name in columns:
            if name not in row.cells:
                message = f'row "{row.id}" has no cell for column "{name}"'
                yield Problem(row.location, message, "missing-cell")
        for name, text in row.cells.items():
            if name not in columns:
                message = f'unknown column "{name}"{did_you_mean(name, columns)}'
                yield Problem(text.location, message, "unknown-reference")


def check_languages(manual: Manual) -> Iterator[Problem]:
    """Yield a problem for every language code that languages.yaml does not know."""
    known = manual.languages
    source = manual.identity.source_language
    if source not in known and source not in manual.unreadable:
        place = manual.identity.source_language.location
        yield Problem(place, "the source language is not in languages.yaml", "unknown-language")
    yield from _copied_signal_words(manual)
    for code, text in named_languages(manual):
        if code not in known and code not in manual.unreadable:
            message = f'unknown language "{code}"{did_you_mean(code, known)}'
            yield Problem(text.location, message, "unknown-language")


def named_languages(manual: Manual) -> Iterator[tuple[str, Plain]]:
    """Yield each language code that the data name, with what they say for that language."""
    per_language: list[Mapping[str, Plain]] = [link.urls for link in manual.links.values()]
    per_language += [label.labels for label in manual.ui_labels.values()]
    per_language += [figure.artworks for figure in manual.figures.values()]
    for named in per_language:
        yield from named.items()


def _copied_signal_words(manual: Manual) -> Iterator[Problem]:
    """Yield the languages whose signal words are the source language's, though they count as decided."""
    code = manual.identity.source_language
    if code not in manual.languages:
        return
    source = manual.languages[code]
    for language in manual.languages.values():
        # Two countries may write one language.
        is_same_language = language.id.partition("-")[0] == source.id.partition("-")[0]
        has_same_words = language.signal_words.words == source.signal_words.words
        if has_same_words and not is_same_language and language.is_decided("signal_words"):
            message = (
                f"the signal words are those of {source.id}; put the language's own, "
                'or list "signal_words" under "undecided"'
            )
            yield Problem(language.signal_words.location, message, "signal-words")
