"""Reads a project's YAML files into one manual; collects every problem instead of stopping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from halo_docs.data import facts
from halo_docs.data.blocks import Section, Snippets
from halo_docs.data.identity import Identity, Interface, Languages
from halo_docs.data.manual import Manual, footnotes, places
from halo_docs.data.references import block_ids, check_ids, check_languages, check_references
from halo_docs.data.snippets import expand
from halo_docs.data.validation import validate
from halo_docs.data.yaml_source import read_yaml
from halo_docs.problems import Location, Problem, did_you_mean, has_errors
from halo_docs.project import Project

_Model = TypeVar("_Model", bound=BaseModel)

INTERFACE_FILE = Path(__file__).parent.parent / "interface.yaml"
"""The engine's own words, in the language that its developers write."""

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


def load_manual(project: Project) -> tuple[Manual | None, list[Problem]]:
    """Read the whole project.

    :returns: the manual (None when an error stands in the way) and every problem found, sorted.
    """
    loader = _Loader(project)
    manual = loader.load()
    problems = sorted(set(loader.problems))
    return (None if has_errors(problems) else manual), problems


class _Loader:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []

    def load(self) -> Manual | None:
        files: dict[str, Any] = {
            name: self._read(self.project.data / name, model) for name, model in DATA_FILES.items()
        }
        languages = self._read(self.project.languages, Languages)
        interface = self._read(INTERFACE_FILE, Interface)
        snippets = self._read(self.project.chapters / SNIPPETS_FILE, Snippets)
        identity: Identity | None = files["manual.yaml"]
        if identity is None:
            return None
        chapters = self._chapters(identity, snippets)
        if any(part is None for part in (*files.values(), languages, interface, snippets, chapters)):
            return None
        assert chapters is not None
        assert snippets is not None
        assert languages is not None
        assert interface is not None
        axes = self._by_id(files["axes.yaml"].axes)
        axis_values = self._by_id([v for axis in axes.values() for v in axis.values])
        self.problems += check_ids(
            [
                *block_ids(chapters),
                *(block.id for block in snippets.blocks),
                *(step.id for step in snippets.steps),
            ]
        )
        manual = Manual(
            identity=identity,
            interface=interface,
            chapters=chapters,
            specifications=files["specifications.yaml"],
            languages=self._by_id(languages.languages),
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
            axis_values=axis_values,
            places=places(chapters),
            footnotes=footnotes([*chapters, files["specifications.yaml"]]),
        )
        self.problems += check_references(manual)
        self.problems += check_languages(manual)
        return manual

    def _read(self, path: Path, model: type[_Model]) -> _Model | None:
        tree, problems = read_yaml(path, self.project.relative(path))
        self.problems += problems
        if tree is None:
            return None
        thing, problems = validate(model, tree)
        self.problems += problems
        return thing

    def _chapters(self, identity: Identity, snippets: Snippets | None) -> tuple[Section, ...] | None:
        chapters: list[Section] = []
        present = sorted(path.name for path in self.project.chapters.glob("*.yaml"))
        complete = True
        for name in identity.chapters:
            if name not in present or name == SNIPPETS_FILE:
                message = f'there is no chapter "{name}" in docs/manual{did_you_mean(name, present)}'
                self.problems.append(Problem(name.location, message, "missing-file"))
                complete = False
                continue
            chapter = self._read(self.project.chapters / name, Section)
            if chapter is None:
                complete = False
                continue
            if snippets is not None:
                chapter, problems = expand(chapter, snippets)
                self.problems += problems
            chapters.append(chapter)
        for unlisted in sorted({*present} - {*identity.chapters, SNIPPETS_FILE}):
            place = Location(self.project.relative(self.project.chapters / unlisted))
            message = "the chapter is not listed in docs/data/manual.yaml"
            self.problems.append(Problem(place, message, "unlisted-chapter"))
        return tuple(chapters) if complete else None

    def _by_id(self, things: Iterable[Any]) -> Mapping[str, Any]:
        things = tuple(things)
        self.problems += check_ids(thing.id for thing in things)
        return MappingProxyType({thing.id: thing for thing in things})
