"""Which document this is, its languages, and the words that pages need besides the manual's own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from halo_docs.data.base import Data
from halo_docs.data.scalars import FigureRef, Id, OpenRef, Plain, Text
from halo_docs.data.yaml_source import Scalar
from halo_docs.problems import did_you_mean


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
    NEW = "new"
    """Begun: what is not translated yet is counted, not told message by message."""
    DRAFT = "draft"
    """Translated, not reviewed by the manufacturer."""
    REVIEWED = "reviewed"


DECISIONS: Mapping[str, str] = MappingProxyType(
    {
        "signal_words": "four different signal words (ISO 3864-2, national usage) and the word of a note",
        "range_word": "the word between two signed numbers",
        "separators": "the marks after a label and between items, with the space before them",
        "writing": "letters, quotation marks, apostrophe, spaces and word lists of writing.yaml",
        "terms": "the forms and words that terms.yaml allows and forbids for each concept",
    }
)
"""What a person decides of a language before it can be reviewed."""


class Decision(Plain):
    """One of the things that a person decides of a language."""

    json_schema = {"type": "string", "enum": [*DECISIONS]}  # noqa: RUF012

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the decision from its YAML scalar."""
        if value not in DECISIONS:
            raise PydanticCustomError(
                "wrong_value",
                '"{value}" is not allowed here{hint}; allowed: {known}',
                {"value": str(value), "hint": did_you_mean(value, DECISIONS), "known": ", ".join(DECISIONS)},
            )
        return super().read(value)


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
    undecided: tuple[Decision, ...] = ()
    """What nobody has decided yet; what stands here for it is provisional, and shown so."""

    @property
    def is_draft(self) -> bool:
        """Tell whether pages say that the manufacturer has not released this language."""
        return self.status in (Status.NEW, Status.DRAFT)

    def is_decided(self, name: str) -> bool:
        """Tell whether somebody has decided a thing of :data:`DECISIONS`."""
        return name not in self.undecided

    @model_validator(mode="after")
    def _decided_when_reviewed(self) -> Language:
        if self.undecided and not self.is_draft:
            raise PydanticCustomError(
                "undecided",
                "a language with the status {status} has nothing undecided; still undecided: {names}",
                {"status": str(self.status), "names": ", ".join(self.undecided)},
            )
        return self


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
