"""Gives a fault to the checks, in process; only what it can have touched is read and checked anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from unittest.mock import patch

from benchmarks.mutations.fault import Fault
from benchmarks.mutations.material import DataMaterial, LanguageMaterial
from benchmarks.mutations.memory import remembered
from benchmarks.mutations.words import words_for
from halo_docs.data.load import read_project
from halo_docs.data.manual import Manual
from halo_docs.data.writing import Writing
from halo_docs.figures.source import Drawings, read_drawings
from halo_docs.messages.catalog import Catalog, read_catalog
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation, read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem, Severity
from halo_docs.project import Project
from halo_docs.rules import RULES, checking
from halo_docs.rules.base import (
    DrawnLanguage,
    DrawnManual,
    LanguageCatalog,
    LanguageTexts,
    Message,
    SourceText,
    TranslatedText,
    source_texts,
)
from halo_docs.rules.checking import check_drawings, check_language, check_manual


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks say about one fault that they do not say about the clean project."""

    problems: tuple[str, ...]
    """Rules that speak, with an error or a warning."""
    notices: tuple[str, ...]
    """Rules that give a notice."""
    is_at_place: bool
    """One of them names the text or the file that was changed."""

    @property
    def is_found(self) -> bool:
        """Tell whether anything new is said."""
        return bool(self.problems or self.notices)


Likeness = tuple[str, str, str, str]
"""Rule, file, message and subject of a finding, without lines."""

Stages = Iterator[list[Problem]]
"""What is found, in steps: what is quick to ask comes first."""


def without_lists(manual: Manual) -> Manual:
    """Return the manual as if no language had word lists; typography stays."""

    def emptied(writing: Writing) -> Writing:
        lists = {n: () for n in type(writing).model_fields if isinstance(getattr(writing, n), tuple)}
        return writing.model_copy(update=lists)

    writing = {code: emptied(lists) for code, lists in manual.writing.items()}
    none: Mapping[str, Mapping[str, object]] = {code: MappingProxyType({}) for code in manual.language_terms}
    return replace(manual, writing=MappingProxyType(writing), language_terms=MappingProxyType(none))  # type: ignore[arg-type]


class Bench:
    """A copy of the project, what is found in it when it is clean, and what is found with a fault."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Copy the project to a folder and check it clean."""
        for name in ("docs", "locales"):
            skipped = shutil.ignore_patterns("*.mo", "_build", "project", "schema")
            shutil.copytree(root / name, folder / name, ignore=skipped)
        self.project = Project(folder)
        self.reading = read_project(self.project)
        assert self.reading.manual is not None, self.reading.problems
        self.manual = self.reading.manual
        self.listless = without_lists(self.manual)
        self.drawings, self.drawn = self._drawings()
        self._source_texts = {
            True: tuple(source_texts(self.manual)),
            False: tuple(source_texts(self.listless)),
        }
        drawn = [*self.drawn, *check_drawings(self.manual, self.drawings)]
        self.clean = {"": [*self.reading.problems, *drawn, *check_manual(self.manual)]}
        self.translations: dict[str, Translation] = {}
        self._clean_subjects: dict[tuple[str, int], tuple[object, ...]] = {}
        for language in self.manual.languages.values():
            self.translations[language.id], problems = read_translation(self.project, self.manual, language)
            problems += self._language(self.manual, self.translations[language.id])
            self.clean[language.id] = problems
        self._known = {(code, True): _likenesses(problems) for code, problems in self.clean.items()}
        self._known["", False] = _likenesses([*self.drawn, *check_drawings(self.listless, self.drawings)])
        self._known["", False] |= _likenesses([*self.reading.problems, *check_manual(self.listless)])
        for code, translation in self.translations.items():
            self._known[code, False] = _likenesses(self._language(self.listless, translation))

    def languages(self) -> list[LanguageMaterial]:
        """Return what faults of each translation are made from."""
        found = []
        for code, translation in self.translations.items():
            if translation.is_source or not translation.catalogs:
                continue
            paths = [self.project.languages, *sorted(self.project.catalogs(code).glob("*.po"))]
            files = {self.project.relative(path): path.read_text("utf-8") for path in paths}
            found.append(LanguageMaterial(self.project, self.manual, translation, words_for(code), files))
        return found

    def source(self) -> DataMaterial:
        """Return what faults of the source are made from."""
        folders = (self.project.data, self.project.chapters, self.project.figures)
        paths = [p for folder in folders for p in sorted(folder.iterdir()) if p.suffix in (".yaml", ".svg")]
        files = {self.project.relative(path): path.read_text("utf-8") for path in paths}
        notices = tuple(p for p in self.clean[""] if p.severity is Severity.NOTICE)
        words = words_for(self.manual.identity.source_language)
        return DataMaterial(self.project, self.manual, words, files, notices)

    def check(self, fault: Fault, with_lists: bool = True) -> Outcome:
        """Tell what the checks say of a fault."""
        manual = self.manual if with_lists else self.listless
        if fault.path.endswith(".po"):
            known = self._known[fault.language, with_lists]
            return self._outcome(fault, fault.language, known, self._catalog(fault, manual))
        return self._outcome(fault, "", self._known["", with_lists], self._data(fault, with_lists))

    def _outcome(self, fault: Fault, code: str, known: set[Likeness], stages: Stages) -> Outcome:
        """Ask one stage after another until one says something new."""
        for found in stages:
            new = [p for p in found if _likeness(p) not in known and not self._is_waived(p, code)]
            if new:
                problems = {p.rule for p in new if p.severity is not Severity.NOTICE}
                notices = {p.rule for p in new if p.severity is Severity.NOTICE}
                at_place = any(p.about in fault.places or p.location.path == fault.path for p in new)
                return Outcome(tuple(sorted(problems)), tuple(sorted(notices)), at_place)
        return Outcome((), (), False)

    def _is_waived(self, problem: Problem, code: str) -> bool:
        return any(
            waiver.rule == problem.rule
            and waiver.place == problem.about
            and (not waiver.languages or code in map(str, waiver.languages))
            for waiver in self.manual.waivers
        )

    # -- data ----------------------------------------------------------------------------------

    def _data(self, fault: Fault, with_lists: bool) -> Stages:
        """Check the text alone, where a text was changed; then read the data anew."""
        if fault.is_text:
            yield [*self._text(fault, with_lists)]
        path = self.project.root / fault.path
        clean = path.read_bytes()
        try:
            _write(path, fault.content)
            with remembered():
                reading = read_project(self.project)
            drawings, drawn = self.drawings, self.drawn
            if path.suffix == ".svg":
                drawings, drawn = self._drawings()
        finally:
            path.write_bytes(clean)
        yield [*reading.problems, *drawn]
        if reading.partial is not None:
            manual = reading.partial if with_lists else without_lists(reading.partial)
            yield [*_speak(DrawnManual(manual, drawings))]
            texts = [*source_texts(manual)]
            yield [p for text in texts if text.text.location.path == fault.path for p in _speak(text)]
            yield [*_speak(manual)]
            yield [problem for text in texts for problem in _speak(text)]

    def _text(self, fault: Fault, with_lists: bool) -> Iterator[Problem]:
        for subject in self._source_texts[with_lists]:
            text = subject.text
            if text.location.path == fault.path and text.key in fault.places:
                yield from _speak(replace(subject, text=replace(text, source=" ".join(fault.after.split()))))

    def _drawings(self) -> tuple[Drawings, list[Problem]]:
        return read_drawings(self.project.figures, self.project.relative(self.project.figures))

    # -- catalogs ------------------------------------------------------------------------------

    def _catalog(self, fault: Fault, manual: Manual) -> Stages:
        """Check what the fault can have touched."""
        clean = self.translations[fault.language]
        domain = PurePosixPath(fault.path).stem
        catalogs = dict(clean.catalogs)
        problems: list[Problem] = []
        if fault.content is None:
            del catalogs[domain]
        else:
            path = self.project.root / f"{fault.language}-{domain}.po"
            _write(path, fault.content)
            catalogs[domain], problems = read_catalog(path, fault.path)
        translation = Translation(clean.language, clean.is_source, catalogs)
        yield problems
        yield from self._touched(manual, clean, translation, domain)

    def _touched(self, manual: Manual, clean: Translation, translation: Translation, domain: str) -> Stages:
        before = clean.catalogs[domain]
        after = translation.catalogs.get(domain, Catalog(before.path))
        keys = {*before.entries, *after.entries}
        changed = {(domain, key) for key in keys if _content(before, key) != _content(after, key)}
        single: list[Problem] = []
        together: list[LanguageTexts] = []
        for subject in self._subjects(manual, clean):
            match subject:
                case LanguageCatalog() if subject.domain == domain and domain in translation.catalogs:
                    single += _speak(replace(subject, catalog=after))
                case Message() if _place(subject) in changed:
                    single += _speak(replace(subject, entry=translation.entry(subject.text)))
                case TranslatedText() if _place(subject) in changed:
                    single += _speak(_with_entry(subject, translation))
                case LanguageTexts():
                    together.append(subject)
        yield single
        for all_ in together:
            texts = [
                _with_entry(text, translation) if _place(text) in changed else text for text in all_.texts
            ]
            yield [*_speak(replace(all_, texts=tuple(text for text in texts if text)))]
        yield [*_speak(DrawnLanguage(Scope(manual, translation, self.drawings)))]

    def _subjects(self, manual: Manual, clean: Translation) -> tuple[object, ...]:
        """Return what the rules look at in a clean language, gathered once for each manual."""
        key = (clean.language.id, id(manual))
        if key not in self._clean_subjects:
            found: list[object] = []

            def gather(subject: object) -> Iterator[Problem]:
                found.append(subject)
                return iter(())

            with patch.object(checking, "_check", gather):
                assert not [*self._language(manual, clean)]
            self._clean_subjects[key] = tuple(found)
        return self._clean_subjects[key]

    def _language(self, manual: Manual, translation: Translation) -> Iterator[Problem]:
        return check_language(self.project, Scope(manual, translation, self.drawings))

    def other_translation(self, code: str, targets: Mapping[tuple[str, str], str]) -> list[Problem]:
        """Return what the rules for texts say of another translation of some messages.

        :param targets: domain and key -> the translation.
        """
        found: list[Problem] = []
        for subject in self._subjects(self.manual, self.translations[code]):
            if not isinstance(subject, LanguageTexts):
                continue
            # The terms of the catalogs stay: a second translator works with the same term base.
            texts = tuple(
                replace(text, entry=replace(text.entry, target=targets[_place(text)]))
                if _place(text) in targets
                else text
                for text in subject.texts
            )
            others = [text for text in texts if _place(text) in targets]
            found += [problem for other in others for problem in _speak(other)]
            places = {other.entry.location for other in others}
            found += [p for p in _speak(replace(subject, texts=texts)) if p.location in places]
        return found


_TOUCHED = (DrawnLanguage, LanguageCatalog, LanguageTexts, Message, TranslatedText)
assert {rule.takes for rule in RULES.values()} <= {*_TOUCHED, DrawnManual, Manual, SourceText}, "new subject"


def _speak(subject: object) -> Iterator[Problem]:
    for rule in RULES.values():
        if rule.takes is type(subject):
            yield from rule.check(subject)


def _place(subject: Message | TranslatedText) -> tuple[str, str]:
    return domain_of(subject.text), subject.text.key


def _with_entry(subject: TranslatedText, translation: Translation) -> TranslatedText | None:
    """Return the text with its entry in another catalog; None when the rules would not look at it."""
    entry = translation.entry(subject.text)
    is_read = entry is not None and entry.target.strip() and not entry.is_fuzzy
    return replace(subject, entry=entry) if entry and is_read else None


def _content(catalog: Catalog, key: str) -> tuple[str, str, bool] | None:
    entry = catalog.entries.get(key)
    return (entry.source, entry.target, entry.is_fuzzy) if entry else None


def _likeness(problem: Problem) -> Likeness:
    """Return what a finding has in common with itself when the lines above it change."""
    message = re.sub(r":\d+(?::\d+)?", ":", problem.message)
    return (problem.rule, problem.location.path, message, problem.about)


def _likenesses(problems: Iterable[Problem]) -> set[Likeness]:
    return {_likeness(problem) for problem in problems}


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
