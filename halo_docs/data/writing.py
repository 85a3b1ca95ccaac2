"""How a language is written, and the word lists that its checks use: locales/<lang>/*.yaml."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field
from pydantic_core import PydanticCustomError

from halo_docs.data.base import Data
from halo_docs.data.scalars import BlockId, Flag, Plain, TermRef
from halo_docs.data.yaml_source import Scalar

Words = tuple[Plain, ...]
"""Words or phrases, matched whole and without regard to case; a trailing ``*`` stands for any ending,
an entry that ends with an apostrophe for the elided word before the next one."""


class Quotes(Data):
    """What stands before and after a quotation, with its spaces."""

    open: Plain
    close: Plain


class NoBreakSpace(Plain):
    """A space at which no line ends: U+00A0, or the narrow U+202F."""

    json_schema = {"type": "string", "enum": ["\u00a0", "\u202f"]}  # noqa: RUF012

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the space from its YAML scalar."""
        if value not in ("\u00a0", "\u202f"):
            raise PydanticCustomError("space", r'not a no-break space: write "\u00a0" or "\u202f"')
        space = cls(value)
        space.location = value.location
        return space


class Opposite(Data):
    """Two concepts that a translation must not exchange; the id is the same in every language."""

    id: BlockId
    one: Annotated[Words, Field(min_length=1)]
    other: Annotated[Words, Field(min_length=1)]


class NumberWord(Data):
    """Words that stand for a number."""

    number: Plain
    words: Annotated[Words, Field(min_length=1)]


class Avoid(Data):
    """Words that plain technical writing does without."""

    words: Annotated[Words, Field(min_length=1)]
    reason: Plain


class Writing(Data):
    """writing.yaml of a language. A list that is empty switches off what would use it."""

    letters: Plain = Plain("")
    """Letters of the language besides a–z, lower case (CLDR exemplar characters)."""
    alphabet: Plain = Plain("")
    """Letters in the order of the language's dictionaries, lower case; a–z when left out. What is not
    among them is sorted as the letter that it comes from: é as e."""
    quotes: tuple[Quotes, ...] = ()
    """Pairs of quotation marks; the first is the one to be written, the others may stand too."""
    apostrophe: Plain | None = None
    space_before: dict[str, NoBreakSpace] | None = None
    """Mark -> the space that stands before it; ``{}`` when no mark has one."""
    inner_colon: Flag = False
    """A colon may stand inside a word, before an ending."""
    dash_in_words: Flag = True
    """A dash without spaces may join words; false where only a hyphen does."""
    capital_nouns: Flag = False
    """Nouns are written with a capital."""
    doubled: Words = ()
    """Words that may stand twice in a row."""
    negation: Words = ()
    """Words that deny or forbid."""
    restriction: Words = ()
    """Words that restrict; another language may say the same by a negation."""
    prohibition: Words = ()
    """Further words that forbid."""
    opposites: tuple[Opposite, ...] = ()
    numbers: tuple[NumberWord, ...] = ()
    function_words: Words = ()
    """Frequent words by which the language is known among the others."""
    same: Words = ()
    """Words that are spelt as in the source language."""
    abbreviations: dict[str, Plain] = Field(default_factory=dict)
    """Abbreviation of the source language -> what this language writes for it. Abbreviations of terms
    are translated with their terms; all others stay."""
    avoid: tuple[Avoid, ...] = ()


class LanguageTerm(Data):
    """What a language's texts may and must not call a concept of terms.yaml.

    The preferred term is the translation of the concept's own term.
    """

    id: TermRef
    forms: Words = ()
    """Inflected forms of the preferred term."""
    allowed: Words = ()
    """Other words that a correct text may use."""
    forbidden: Words = ()
    """Words that are wrong for the concept."""
    note: Plain | None = None
    """For those who write and translate: how the words are used; no reader sees it."""


class LanguageTerms(Data):
    """terms.yaml of a language."""

    terms: tuple[LanguageTerm, ...] = ()
