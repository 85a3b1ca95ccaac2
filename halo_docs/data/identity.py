"""Which document this is, its languages, and the words that pages need besides the manual's own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from halo_docs.data.base import Data
from halo_docs.data.scalars import FigureRef, Id, OpenRef, Plain, Text


class IdentityField(Data):
    """A field of the document's identity; without a value it reads "not assigned"."""

    value: Plain | None = None
    open: tuple[OpenRef, ...] = ()

    @model_validator(mode="after")
    def _known_or_open(self) -> IdentityField:
        if self.value is None and not self.open:
            raise PydanticCustomError("identity", "give the value, or the open input that asks for it")
        return self


class Identity(Data):
    """manual.yaml: which document this is."""

    product: Plain
    """Name of the product, the same in every language."""
    title: Text
    """Kind of document."""
    manufacturer: Plain
    address: IdentityField
    document_number: IdentityField
    revision: IdentityField
    issue_date: IdentityField
    original_language: IdentityField
    cover: FigureRef | None = None
    """Figure on the front page of the PDF."""
    file_name: Id
    """Stem of the PDF's name; the language is added."""
    source_language: Id
    chapters: Annotated[tuple[Plain, ...], Field(min_length=1)]
    """Files in docs/manual, in the order of the manual."""


class Status(StrEnum):
    """How far a language is."""

    SOURCE = "source"
    DRAFT = "draft"
    REVIEWED = "reviewed"


class SignalWords(Data):
    """Four distinct words for the levels, and the word before a note; reviewed, never guessed."""

    danger: Plain
    warning: Plain
    caution: Plain
    notice: Plain
    note: Plain

    @property
    def words(self) -> tuple[Plain, ...]:
        """All of them, highest level first."""
        return self.danger, self.warning, self.caution, self.notice, self.note

    @model_validator(mode="after")
    def _distinct(self) -> SignalWords:
        words = self.words[:4]
        if len({word.casefold() for word in words}) != 4:
            raise PydanticCustomError("signal_words", "the four signal words must differ")
        return self


class Language(Data):
    """One language of the manual."""

    id: Id
    """BCP 47 code."""
    name: Plain
    """The language's own name for itself."""
    status: Status
    direction: Literal["ltr", "rtl"] = "ltr"
    signal_words: SignalWords
    locale: Plain | None = None
    """CLDR locale that numbers and lists follow, where it is not the code itself (en-GB)."""
    range_word: Plain
    """Word between two signed numbers: −35 °C *to* +45 °C."""
    item_separator: Plain = Plain(";")
    """What stands between the items of a line; French puts a no-break space first."""
    label_separator: Plain = Plain(":")
    """What stands between a label and its text; French puts a no-break space first."""


class Languages(Data):
    """locales/languages.yaml"""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]


class Interface(Data):
    """interface.yaml of the engine: the words that the pages need besides the manual's own."""

    language: Id
    """Language of these words, whatever language the manual is written in."""
    contents: Text
    page: Text
    step: Text
    figure: Text
    table: Text
    tools: Text
    result: Text
    note: Text
    cover_language: Text
    product_numbers: Text
    document_number: Text
    revision: Text
    issue_date: Text
    manufacturer: Text
    address: Text
    original_language: Text
    not_assigned: Text
    draft: Text
    draft_long: Text
    not_translated: Text
    languages: Text
    choose_language: Text
    open_mark: Text
    schematic: Text
    callout: Text
    term: Text
    meaning: Text
    item: Text
    value: Text
    version: Text
    go_on: Text
    hazard: Text
    consequence: Text
    prohibition: Text
    mandatory: Text
    information: Text
    external_link: Text
    back_to_top: Text
