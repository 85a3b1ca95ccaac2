"""The statements of a whole manual: as it stands on the screen, and as it is bound on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from halo_docs.data.blocks import Section
from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.messages.translation import Translation
from halo_docs.statements.chapters import Teller
from halo_docs.statements.pictures import picture
from halo_docs.statements.statement import PAGE, Kind, Picture, Said, Statement
from halo_docs.statements.voice import Voice

CONTENTS_DEPTH = 3
"""Levels of headings that the contents list."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one chapter says."""

    id: str
    told: tuple[Statement | Picture, ...]

    @property
    def statements(self) -> Iterator[Statement]:
        """What it says in words."""
        return (told for told in self.told if isinstance(told, Statement))

    @property
    def pictures(self) -> Iterator[Picture]:
        """What it shows."""
        return (told for told in self.told if isinstance(told, Picture))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the contents and of the bookmarks."""

    id: str
    depth: int
    """From 1."""
    number: str
    title: str


class Book:
    """What the outputs of one language must say."""

    def __init__(self, manual: Manual, translation: Translation, drawings: Drawings) -> None:
        """Compute it."""
        self.manual, self.drawings = manual, drawings
        self.voice = Voice(manual, translation)
        teller = Teller(self.voice, drawings)
        self.chapters = tuple(
            Chapter(str(chapter.id), tuple(teller.block(chapter))) for chapter in manual.chapters
        )

    def headings(self) -> Iterator[Heading]:
        """Yield every heading, in order."""
        for chapter in self.manual.chapters:
            yield from self._headings(chapter, 1)

    def _headings(self, section: Section, depth: int) -> Iterator[Heading]:
        number = self.manual.places[section.id].number or ""
        yield Heading(str(section.id), depth, number, self.voice.plain(section.title))
        for block in section.blocks:
            if isinstance(block, Section):
                yield from self._headings(block, depth + 1)

    def paper(self) -> tuple[Statement, ...]:
        """Return what the PDF must say: cover, first chapter, contents, chapters."""
        front, *rest = self.chapters
        told: list[Statement] = [*self._cover(), *front.statements, *self._contents()]
        for chapter in rest:
            told += chapter.statements
        return tuple(told)

    def paper_pictures(self) -> tuple[Picture, ...]:
        """Return the pictures of the PDF."""
        cover = self.manual.identity.cover
        shown: list[Picture] = []
        if cover is not None:
            shown.append(picture(self.voice, self.drawings, self.manual.figures[cover], "cover"))
        for chapter in self.chapters:
            shown += chapter.pictures
        return tuple(shown)

    def _cover(self) -> Iterator[Statement]:
        identity, words, voice = self.manual.identity, self.manual.interface, self.voice
        texts: list[Said] = [Said(str(identity.manufacturer)), Said(str(identity.product))]
        texts += [voice.say(identity.title), Said(str(voice.language.name))]
        if voice.language.is_draft:
            texts.append(voice.say(words.draft_long))
        texts += [voice.say(words.product_numbers), Said(" · ".join(map(str, self.manual.products)))]
        for label, field in (
            (words.document_number, identity.document_number),
            (words.revision, identity.revision),
            (words.issue_date, identity.issue_date),
            (words.original_language, identity.original_language),
            (words.address, identity.address),
        ):
            texts += [voice.say(label), Said(field.value) if field.value else voice.say(words.not_assigned)]
        place = identity.title.location
        yield from (Statement(Kind.COVER, "", said, place) for said in texts)

    def _contents(self) -> Iterator[Statement]:
        words = self.manual.interface
        place = words.contents.location
        yield Statement(Kind.CONTENTS, "", self.voice.say(words.contents), place)
        for heading in self.headings():
            if heading.depth <= CONTENTS_DEPTH:
                number = f"{heading.number}\u2002" if heading.number else ""
                said = Said(f"{number}{heading.title}{PAGE}")
                yield Statement(Kind.CONTENTS, "", said, place, entry=heading.id)
