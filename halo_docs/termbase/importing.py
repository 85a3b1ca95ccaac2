"""Takes a table of terms over into the languages' files: all of it, or nothing.

For each concept and language that the table names, its rows are all there is: a word that they lack
goes. Concepts and languages that it does not name stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.data.yaml_edit import Words, edit_items
from halo_docs.files import write_text
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation
from halo_docs.messages.update import write_targets
from halo_docs.problems import Problem, did_you_mean
from halo_docs.project import Project
from halo_docs.termbase.table import Row, Status
from halo_docs.termbase.words import translated

NEW_FILE = "# yaml-language-server: $schema=../../docs/schema/language-terms.json\nterms: []\n"
"""terms.yaml of a language that has none yet."""

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Changes:
    """What the table changes, by language."""

    words: dict[str, dict[str, dict[str, Words]]] = field(default_factory=lambda: defaultdict(dict))
    """Language -> concept -> field of its terms.yaml -> words."""
    targets: dict[str, dict[Text, str]] = field(default_factory=lambda: defaultdict(dict))
    """Language -> term or abbreviation -> its translation, where that is another one."""


def changes(
    manual: Manual, translations: Mapping[str, Translation], rows: Sequence[Row]
) -> tuple[Changes, list[Problem]]:
    """Return what a table changes, and everything that keeps it from being taken over."""
    found = Changes()
    problems: list[Problem] = []
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        unknown = [*_unknown(manual, row)]
        problems += unknown
        if not unknown:
            groups[row.concept, row.language].append(row)
    for (concept, language), group in groups.items():
        wrong = [*_wrong_words(group)]
        problems += wrong
        if wrong:
            continue
        (preferred,) = (row for row in group if row.status is Status.PREFERRED)
        found.words[language][concept] = {
            "forms": preferred.forms,
            "allowed": tuple(row.term for row in group if row.status is Status.ALLOWED),
            "forbidden": tuple(row.term for row in group if row.status is Status.FORBIDDEN),
            "note": preferred.note,
        }
        term = manual.terms[concept]
        if term.abbreviation is None and preferred.abbreviation:
            message = f'the concept "{concept}" has no abbreviation in {term.location.path}'
            problems.append(Problem(preferred.location, message, "term-table"))
        for text, wanted in ((term.term, preferred.term), (term.abbreviation, preferred.abbreviation)):
            if text is None or translated(translations[language], text) == wanted:
                continue
            refusal = _refusal(translations[language], text, wanted)
            if refusal:
                problems.append(Problem(preferred.location, refusal, "term-table"))
            found.targets[language][text] = wanted
    return found, problems


def _unknown(manual: Manual, row: Row) -> Iterator[Problem]:
    if row.concept not in manual.terms:
        message = f'unknown term "{row.concept}"{did_you_mean(row.concept, manual.terms)}'
        yield Problem(row.location, message, "unknown-reference")
    if row.language not in manual.languages:
        known = ", ".join(manual.languages)
        hint = did_you_mean(row.language, manual.languages)
        message = f'unknown language "{row.language}"{hint}; known: {known}'
        yield Problem(row.location, message, "unknown-language")


def _wrong_words(group: Sequence[Row]) -> Iterator[Problem]:
    """Yield what is wrong with the rows of one concept in one language."""
    preferred = [row for row in group if row.status is Status.PREFERRED]
    if not preferred:
        message = f'no preferred term for "{group[0].concept}" in {group[0].language}'
        yield Problem(group[0].location, message, "term-table")
    for row in preferred[1:]:
        message = f"a second preferred term; the first is on line {preferred[0].location.line}"
        yield Problem(row.location, message, "term-table")
    first: dict[str, Row] = {}
    for row in group:
        for word in row.forms if row.status is Status.PREFERRED else (row.term,):
            if word in first:
                message = f'"{word}" stands for this concept on line {first[word].location.line} already'
                yield Problem(row.location, message, "term-table")
            first.setdefault(word, row)


def _refusal(translation: Translation, text: Text, wanted: str) -> str | None:
    """Tell why a term or an abbreviation cannot become another one, or None where it can."""
    entry = translation.entry(text)
    if translation.is_source or not text.is_translatable:
        return f'"{wanted}" is not "{text.source}"; change it in {text.location.path}:{text.location.line}'
    if entry is None:
        return f'there is no message "{text.key}" for "{wanted}"; run make update-po first'
    if entry.is_fuzzy:
        place = f"{entry.location.path}:{entry.location.line}"
        return f"the translation at {place} is fuzzy; check it and remove the flag first"
    if not wanted:
        return f'the translation "{entry.target}" is missing; it can only be replaced'
    return None


def take_over(project: Project, manual: Manual, made: Changes) -> list[Path]:
    """Write what a table changes; returns the files that are other than before."""
    texts: dict[Path, str] = {}
    for language, words in made.words.items():
        path = project.terms(language)
        before = path.read_bytes().decode("utf-8") if path.is_file() else NEW_FILE
        body = before.removeprefix(BYTE_ORDER_MARK)
        after = edit_items(body, "terms", words)
        if after != body:
            texts[path] = before[: len(before) - len(body)] + after
    for path, text in texts.items():
        write_text(path, text)
    catalogs: dict[Path, dict[str, str]] = defaultdict(dict)
    for language, targets in made.targets.items():
        for message, target in targets.items():
            catalogs[project.catalogs(language) / f"{domain_of(message)}.po"][message.key] = target
    for path, changed in catalogs.items():
        write_targets(path, changed)
    return sorted([*texts, *catalogs])
