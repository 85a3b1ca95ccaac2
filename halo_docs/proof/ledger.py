"""What was found of each safety message and of each value, by language and output."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from halo_docs.data.blocks import ListItem, Note, Safety
from halo_docs.data.facts import Value
from halo_docs.proof.finding import Finding
from halo_docs.proof.html_proof import ScreenPlace
from halo_docs.proof.matching import Match
from halo_docs.statements.book import Book
from halo_docs.text.numbers import readings
from halo_docs.text.quantities import format_value

ScreenMatches = Sequence[tuple[Match, ScreenPlace]]
PaperMatches = Sequence[tuple[Match, int]]


@dataclass(frozen=True, slots=True)
class SafetyEntry:
    """One safety message as it was found in one language."""

    id: str
    level: str
    """danger, warning, caution or notice; note or statement for those without a signal word."""
    kind: str
    """prohibition, mandatory or information; may be empty."""
    word: str
    """Signal word that was found; empty for a statement of a list."""
    text: str
    """What was found below the word."""
    screen: str
    """Page and anchor in the HTML; empty where it was not found."""
    paper: int | None
    """Page in the PDF; None where it was not found."""
    order: int
    """Place among all safety messages, from 1."""
    protects: tuple[str, ...]
    """Steps that it stands before."""
    is_fallback: bool
    """Its text is in the source language."""
    source: str
    """Where its author wrote it."""


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """One value as it was found in one language."""

    id: str
    text: str
    """As the language writes it."""
    screen: tuple[str, ...]
    """Pages and anchors in the HTML, in order."""
    paper: tuple[int, ...]
    """Pages in the PDF, in order."""
    source: str
    """Where its author wrote it."""


def safety_entries(book: Book, screen: ScreenMatches, paper: PaperMatches) -> list[SafetyEntry]:
    """Return every safety message, note and safety statement with the places where it was found."""
    by_id: dict[str, list[Match]] = defaultdict(list)
    on_screen: dict[str, str] = {}
    on_paper: dict[str, int] = {}
    for match, place in screen:
        by_id[match.statement.id].append(match)
        on_screen.setdefault(match.statement.id, f"{place.page}#{place.anchor}")
    for match, page in paper:
        on_paper.setdefault(match.statement.id, page)
        if match.statement.id not in on_screen:
            by_id[match.statement.id].append(match)
    entries: list[SafetyEntry] = []
    for block in (place.block for place in book.manual.places.values()):
        level = _level(block)
        if level is None:
            continue
        name = str(block.id)
        said = [match.statement for match in by_id.get(name, ())]
        word = said[0].said.text if said and not isinstance(block, ListItem) else ""
        texts = said[1:] if word else said
        entries.append(
            SafetyEntry(
                id=name,
                level=level,
                kind=str(getattr(block, "kind", None) or ""),
                word=word,
                text=" ".join(statement.screen_text for statement in texts),
                screen=on_screen.get(name, ""),
                paper=on_paper.get(name),
                order=len(entries) + 1,
                protects=tuple(map(str, getattr(block, "protects", ()))),
                is_fallback=any(statement.said.is_fallback for statement in said),
                source=str(block.location),
            )
        )
    return entries


def _level(block: object) -> str | None:
    match block:
        case Safety():
            return str(block.level)
        case Note():
            return "note"
        case ListItem() if block.kind is not None:
            return "statement"
        case _:
            return None


def value_entries(book: Book, screen: ScreenMatches, paper: PaperMatches) -> list[ValueEntry]:
    """Return every value with the places where it was found."""
    on_screen: dict[str, list[str]] = defaultdict(list)
    on_paper: dict[str, list[int]] = defaultdict(list)
    for match, place in screen:
        for shown in match.statement.said.shown:
            if shown.role == "value":
                on_screen[shown.target].append(f"{place.page}#{place.anchor}")
    for match, page in paper:
        for shown in match.statement.said.shown:
            if shown.role == "value":
                on_paper[shown.target].append(page)
    return [
        ValueEntry(
            str(value.id),
            format_value(value, book.manual.units, book.voice.language),
            tuple(dict.fromkeys(on_screen[str(value.id)])),
            tuple(dict.fromkeys(on_paper[str(value.id)])),
            str(value.location),
        )
        for value in book.manual.values.values()
    ]


def order_faults(book: Book, order: Mapping[str, int], output: str) -> Iterator[Finding]:
    """Yield the messages that stand behind a step that they protect.

    :param order: id -> where its text begins in the output.
    """
    for place in book.manual.places.values():
        for step in getattr(place.block, "protects", ()):
            name = str(place.block.id)
            if name in order and str(step) in order and order[name] > order[str(step)]:
                message = f"{name}: stands behind the step that it protects, {step}"
                yield Finding(output, f"#{name}", message, "proof-safety", place.block.location)


def read_back_faults(book: Book, output: str) -> Iterator[Finding]:
    """Yield the values whose figures, read in the marks of the language, are not those of the data."""
    language = book.voice.language
    for value in book.manual.values.values():
        numbers = _numbers(value)
        if not numbers:
            continue
        text = format_value(value, book.manual.units, language)
        figures = text.removesuffix(str(book.manual.units[value.unit].symbol)) if value.unit else text
        read = [figure.value for figure in readings(figures, str(language.locale or language.id))[0]]
        if read != numbers:
            message = f'{value.id}: "{text}" reads as {", ".join(map(str, read))}'
            yield Finding(output, "", message, "proof-value", value.location)


def _numbers(value: Value) -> list[object]:
    given = [*value.alternatives, *value.dimensions]
    if value.number is not None:
        given.append(value.number)
    if value.range is not None:
        given += [value.range.min, value.range.max]
    return [number.value for number in given]
