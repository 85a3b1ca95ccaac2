"""Reads a project's YAML files into one manual; collects every problem instead of stopping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from halo_docs.data import facts
from halo_docs.data.blocks import Section, Snippets
from halo_docs.data.design import Design
from halo_docs.data.editorial import Editorial
from halo_docs.data.identity import Identity, Interface, Languages
from halo_docs.data.manual import Manual, footnotes, places
from halo_docs.data.references import block_ids, check_ids, check_languages, check_references
from halo_docs.data.snippets import expand
from halo_docs.data.validation import validate
from halo_docs.data.waivers import Waivers
from halo_docs.data.writing import LanguageTerm, LanguageTerms, Writing
from halo_docs.data.yaml_source import read_yaml
from halo_docs.problems import Location, Problem, did_you_mean, has_errors
from halo_docs.project import Project

_Model = TypeVar("_Model", bound=BaseModel)

INTERFACE_FILE = Path(__file__).parent.parent / "interface.yaml"
"""The engine's own words, in the language that its developers write."""
INTERFACE_NAME = f"{INTERFACE_FILE.parent.name}/{INTERFACE_FILE.name}"
"""How messages and catalogs name that file, wherever the engine is installed."""

DATA_FILES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "manual.yaml": Identity,
        "values.yaml": facts.Values,
        "units.yaml": facts.Units,
        "axes.yaml": facts.Axes,
        "products.yaml": facts.Products,
        "specifications.yaml": facts.Specifications,
        "figures.yaml": facts.Figures,
        "links.yaml": facts.Links,
        "ui-labels.yaml": facts.UiLabels,
        "tools.yaml": facts.Tools,
        "terms.yaml": facts.Terms,
        "open-inputs.yaml": facts.OpenInputs,
    }
)
"""Files in docs/data and what each holds."""

SNIPPETS_FILE = "snippets.yaml"
"""File in docs/manual that holds what is used more than once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a project."""

    partial: Manual | None
    """What could be read, for further checks; None when not even manual.yaml could."""
    problems: tuple[Problem, ...]
    """Everything found wrong, sorted."""

    @property
    def manual(self) -> Manual | None:
        """The manual, if nothing stands in the way of building it."""
        return None if has_errors(self.problems) else self.partial


def load_manual(project: Project) -> tuple[Manual | None, list[Problem]]:
    """Read the whole project; returns the manual (None on any error) and every problem, sorted."""
    reading = read_project(project)
    return reading.manual, list(reading.problems)


def read_project(project: Project) -> Reading:
    """Read the whole project, as far as it can be read."""
    loader = _Loader(project)
    partial = loader.load()
    return Reading(partial, tuple(sorted(set(loader.problems))))


_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "values.yaml": ("value",),
        "units.yaml": ("unit",),
        "axes.yaml": ("axis", "axis value", "variant", "products"),
        "products.yaml": ("products",),
        "figures.yaml": ("figure",),
        "links.yaml": ("link",),
        "ui-labels.yaml": ("ui",),
        "tools.yaml": ("tool",),
        "terms.yaml": ("term",),
        "open-inputs.yaml": ("open input",),
        "specifications.yaml": ("footnote",),
    }
)
"""File -> the kinds of things of which nothing is known when the file cannot be read."""


class _Loader:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.used_snippets: set[str] = set()

    def load(self) -> Manual | None:
        files = {name: self._data_file(name, model) for name, model in DATA_FILES.items()}
        languages = self._read(self.project.languages, Languages)
        interface = self._read(INTERFACE_FILE, Interface, INTERFACE_NAME)
        snippets = self._read(self.project.chapters / SNIPPETS_FILE, Snippets)
        identity: Identity | None = files["manual.yaml"]
        if identity is None or interface is None:
            return None
        chapters = self._chapters(identity, snippets)
        axes = self._by_id(files["axes.yaml"].axes)
        written_once = [block.id for block in (*snippets.blocks, *snippets.steps)] if snippets else []
        self.problems += check_ids([*block_ids(chapters), *written_once])
        manual = Manual(
            identity=identity,
            interface=interface,
            chapters=chapters,
            specifications=files["specifications.yaml"],
            languages=self._by_id(languages.languages if languages else ()),
            values=self._by_id(files["values.yaml"].values),
            units=self._by_id(files["units.yaml"].units),
            axes=axes,
            products=self._by_id(files["products.yaml"].products),
            figures=self._by_id(files["figures.yaml"].figures),
            links=self._by_id(files["links.yaml"].links),
            ui_labels=self._by_id(files["ui-labels.yaml"].labels),
            tools=self._by_id(files["tools.yaml"].tools),
            terms=self._by_id(files["terms.yaml"].terms),
            open_inputs=self._by_id(files["open-inputs.yaml"].inputs),
            axis_values=self._by_id([v for axis in axes.values() for v in axis.values]),
            writing=self._per_language(languages, self.project.writing, Writing),
            language_terms=self._language_terms(languages),
            design=self._optional(self.project.design, Design) or Design(),
            waivers=(self._optional(self.project.waivers, Waivers) or Waivers()).waivers,
            edits=(self._optional(self.project.editorial, Editorial) or Editorial()).edits,
            places=places(chapters),
            footnotes=footnotes([*chapters, files["specifications.yaml"]]),
            unused_snippets=tuple(name for name in written_once if name not in self.used_snippets),
            unreadable=frozenset(self.unreadable),
        )
        self.problems += check_references(manual)
        self._drawings(manual)
        if languages is not None:
            self.problems += check_languages(manual)
        return manual

    def _data_file(self, name: str, model: type[BaseModel]) -> Any:
        """Read a file of docs/data; one that cannot be used counts as an empty list."""
        thing = self._read(self.project.data / name, model)
        if thing is None and name != "manual.yaml":
            self.unreadable.update(_KINDS[name])
            lists = {field: () for field in model.model_fields if field not in ("location", "title")}
            return model.model_construct(None, **lists)
        return thing

    def _read(self, path: Path, model: type[_Model], name: str = "") -> _Model | None:
        tree, problems = read_yaml(path, name or self.project.relative(path))
        self.problems += problems
        if tree is None:
            return None
        validated = validate(model, tree)
        self.problems += validated.problems
        self.unreadable |= validated.unreadable
        return validated.thing

    def _optional(self, path: Path, model: type[_Model]) -> _Model | None:
        """Read a file that a project may do without."""
        return self._read(path, model) if path.is_file() else None

    def _per_language(
        self, languages: Languages | None, path_of: Callable[[str], Path], model: type[_Model]
    ) -> Mapping[str, _Model]:
        """Read a file of each language; a language without one gets an empty object."""
        found = {}
        for language in languages.languages if languages else ():
            path = path_of(language.id)
            found[str(language.id)] = self._optional(path, model) or model()
        return MappingProxyType(found)

    def _language_terms(self, languages: Languages | None) -> Mapping[str, Mapping[str, LanguageTerm]]:
        files = self._per_language(languages, self.project.terms, LanguageTerms)
        return MappingProxyType({code: self._by_id(file.terms) for code, file in files.items()})

    def _chapters(self, identity: Identity, snippets: Snippets | None) -> tuple[Section, ...]:
        chapters: list[Section] = []
        present = sorted(path.name for path in self.project.chapters.glob("*.yaml"))
        for name in identity.chapters:
            if name not in present or name == SNIPPETS_FILE:
                message = f'there is no chapter "{name}" in docs/manual{did_you_mean(name, present)}'
                self.problems.append(Problem(name.location, message, "missing-file"))
                chapter = None
            else:
                chapter = self._read(self.project.chapters / name, Section)
            if chapter is None:
                self.unreadable |= {"block", "ref", "footnote"}
                continue
            if snippets is not None:
                expanded = expand(chapter, snippets, self.unreadable)
                chapter = expanded.chapter
                self.used_snippets |= expanded.used
                self.problems += expanded.problems
            chapters.append(chapter)
        for unlisted in sorted({*present} - {*identity.chapters, SNIPPETS_FILE}):
            place = Location(self.project.relative(self.project.chapters / unlisted))
            message = "the chapter is not listed in docs/data/manual.yaml"
            self.problems.append(Problem(place, message, "unlisted-chapter"))
        return tuple(chapters)

    def _drawings(self, manual: Manual) -> None:
        present = sorted(path.name for path in self.project.figures.glob("*"))
        artwork = sorted(path.name for path in (self.project.figures / "artwork").glob("*"))
        for figure in manual.figures.values():
            if figure.drawing is not None and figure.drawing not in present:
                hint = did_you_mean(figure.drawing, present)
                message = f'there is no drawing "{figure.drawing}" in docs/figures{hint}'
                self.problems.append(Problem(figure.drawing.location, message, "figure-file"))
            for name in filter(None, (figure.artwork, *figure.artworks.values())):
                if name not in artwork:
                    message = f'there is no "{name}" in docs/figures/artwork{did_you_mean(name, artwork)}'
                    self.problems.append(Problem(name.location, message, "figure-file"))

    def _by_id(self, things: Iterable[Any]) -> Mapping[str, Any]:
        things = tuple(things)
        self.problems += check_ids(thing.id for thing in things)
        # Of two things with one id, nobody sees the first.
        self.unreadable |= {name for name, count in Counter(t.id for t in things).items() if count > 1}
        return MappingProxyType({thing.id: thing for thing in things})
