"""Puts every message of a language beside the unit that it stands in, in the order of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from halo_docs.data.base import Data
from halo_docs.data.blocks import Case, Section
from halo_docs.data.identity import Interface
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.messages.classes import classes
from halo_docs.messages.extract import Message, messages
from halo_docs.messages.translation import source_translation
from halo_docs.nodes.marking import MarkingScope, name_of
from halo_docs.nodes.scope import Scope
from halo_docs.preview.findings import Findings
from halo_docs.preview.rows import Row, State, Wording, state_of
from halo_docs.preview.units import Homes, Unit, units
from halo_docs.project import Project
from halo_docs.text.inline import roles


@dataclass(frozen=True, slots=True)
class Group:
    """Messages that stand in the same unit."""

    trail: tuple[str, ...]
    """Headings above it, in the source language."""
    kind: str
    shown: list[nodes.Node]
    """What stands beside the messages; nothing where the blocks of the manual never show them."""
    is_borrowed: bool
    """The messages are seen there, and belong elsewhere."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter, or a file of loose words."""

    id: str
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """One message with the place of its first use."""

    text: Text
    owners: tuple[Data, ...]
    part: str
    unit: Unit | None
    is_own: bool
    anchors: tuple[str, ...]


class Sorter:
    """Sorts the messages of one language into parts and groups."""

    def __init__(self, project: Project, scope: MarkingScope, pages: Mapping[str, str]) -> None:
        """Cut the manual into units and look where its texts stand.

        :param pages: id of a chapter -> the page that shows it, relative to the preview.
        """
        self.project, self.scope, self.pages = project, scope, pages
        self.manual: Manual = scope.manual
        self._source_scope = Scope(self.manual, source_translation(self.manual))
        self.units = units(scope)
        self._homes = Homes(self.manual, self.units)
        self._messages = {f"{message.domain}/{message.key}": message for message in messages(self.manual)}
        self._above = {
            str(owners[-1].id): tuple(str(owner.id) for owner in owners if isinstance(owner, Section))
            for _, _, owners in self.manual.texts
            if isinstance(owners[-1], Section)
        }
        found = classes(self.manual).items()
        self._classes = {f"{domain}/{key}": text_class for (domain, key), text_class in found}
        self._keys = Counter(message.key for message in self._messages.values())

    def parts(self, findings: Findings) -> tuple[Part, ...]:
        """Return every message once, by chapter and unit; loose words follow the chapters."""
        order = {str(chapter.id): number for number, chapter in enumerate(self.manual.chapters)}
        places = {name: number for number, name in enumerate(self.units)}
        sorted_in: dict[str, dict[tuple[str, bool], list[_Placed]]] = {}
        for placed in self._placed():
            home = placed.unit.id if placed.unit else _owner_id(placed.owners[-1])
            sorted_in.setdefault(placed.part, {}).setdefault((home, placed.is_own), []).append(placed)
        parts = []
        for part in sorted(sorted_in, key=lambda name: order.get(name, len(order))):
            homes = sorted_in[part]
            own = sorted(homes, key=lambda home: places.get(home[0], 0) if home[1] else len(places))
            groups = tuple(self._group(homes[home], findings) for home in own)
            parts.append(Part(part, self._title(part), groups))
        return tuple(parts)

    def _placed(self) -> Iterator[_Placed]:
        uses: dict[str, list[tuple[str, Text, tuple[Data, ...]]]] = {}
        for part, text, owners in self.manual.texts:
            if text.is_translatable:
                uses.setdefault(name_of(text), []).append((part, text, owners))
        # A text that no unit shows goes with the other texts of its owner.
        borrowed: dict[tuple[str, str], Unit] = {}
        for name, ((part, _, owners), *_) in uses.items():
            unit = self._homes.borrowed(name)
            if unit is not None:
                borrowed.setdefault((part, _owner_id(owners[-1])), unit)
        for name, every in uses.items():
            part, text, owners = every[0]
            unit = self._homes.own(owners)
            homes = [found for _, _, above in every if (found := self._homes.own(above))]
            anchors = tuple(dict.fromkeys(filter(None, (self._address(home) for home in homes))))
            if unit is not None:
                part = unit.place.chapter.id if unit.place else part
                yield _Placed(text, owners, part, unit, True, anchors)
            else:
                owner = _owner_id(owners[-1])
                seen = self._homes.borrowed(name) or (borrowed.get((part, owner)) if owner else None)
                yield _Placed(text, owners, part, seen, False, anchors)

    def _address(self, unit: Unit) -> str | None:
        page = self.pages.get(unit.place.chapter.id) if unit.place else None
        return f"{page}#{unit.id}" if page else None

    # -- what stands on the page -------------------------------------------------------------------

    def _group(self, placed: Iterable[_Placed], findings: Findings) -> Group:
        members = [*placed]
        first = members[0]
        rows = tuple(self._row(member, findings) for member in members)
        if first.unit is None:
            return Group((), _owner_id(first.owners[-1]) or "words", [], False, rows)
        trail = tuple(self._trail(first))
        return Group(trail, first.unit.kind, first.unit.shown, not first.is_own, rows)

    def _trail(self, placed: _Placed) -> Iterator[str]:
        """Yield the headings above a unit, from the chapter down, and what an alternative is for."""
        if placed.unit is None or placed.unit.place is None:
            return
        for section in self._above[placed.unit.place.section.id]:
            yield self._title(section)
        for owner in placed.owners if placed.is_own else ():
            if isinstance(owner, Case):
                yield self._source_scope.plain(self.manual.axis_values[owner.value].name)

    def _title(self, part: str) -> str:
        place = self.manual.places.get(part)
        if place is None:
            return part.replace("_", " ").capitalize()
        assert isinstance(place.block, Section)
        title = self._source_scope.plain(place.block.title)
        return f"{place.number} {title}" if place.number else title

    def _row(self, placed: _Placed, findings: Findings) -> Row:
        text, translation = placed.text, self.scope.translation
        name, entry = name_of(text), translation.entry(text)
        message: Message = self._messages[name]
        language = translation.language
        target = Wording(entry.target if entry else "", str(language.id), language.direction)
        catalogs = self.project.relative(self.project.catalogs(language.id))
        return Row(
            id=text.key if self._keys[text.key] == 1 else name,
            name=name,
            key=text.key,
            source=self._source(text, placed.owners),
            target=None if translation.is_source and entry is None else target,
            state=State.DONE if translation.is_source else state_of(text, entry),
            text_class=self._classes[name],
            shows=tuple(self._shows(text)),
            comment=message.comment,
            anchors=placed.anchors,
            catalog=entry.location if entry else None,
            catalog_path=f"{catalogs}/{message.domain}.po",
            origin=text.location,
            is_origin_here=(self.project.root / text.location.path).is_file(),
            findings=findings.take(name),
        )

    def _source(self, text: Text, owners: tuple[Data, ...]) -> Wording:
        owner = owners[0]
        code = owner.language if isinstance(owner, Interface) else self.manual.identity.source_language
        language = self.manual.languages.get(code)
        return Wording(text.source, str(code), language.direction if language else "auto")

    def _shows(self, text: Text) -> Iterator[tuple[str, str]]:
        for role in dict.fromkeys(roles(text.source)):
            shown = self.scope.role(role.name, role.target)
            yield str(role), "".join(node.astext() for node in shown)


def _owner_id(owner: Data) -> str:
    return str(getattr(owner, "id", ""))
