"""The leaves of the model: texts, references and numbers as an author typed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from halo_docs.data.yaml_source import Scalar
from halo_docs.problems import Location

NOWHERE = Location("<memory>")
"""Location of objects that no file holds (tests build some)."""

_BREAKS = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")
_ROLE_OR_LITERAL = re.compile(r"\{[a-z-]+\}`[^`<]*`|(?<!\})`[^`]*`")
"""A role with words of its own is none of these: the words are translated."""


class _FromScalar:
    """A leaf that is read from one scalar; subclasses say how and describe it for editors."""

    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string"}

    @classmethod
    def read(cls, value: Scalar) -> Self:
        raise NotImplementedError

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, Scalar):
            return cls.read(value)
        if isinstance(value, str):
            return cls.read(Scalar(value, NOWHERE))
        raise PydanticCustomError("scalar", "a single text is expected here")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(cls.json_schema)


@dataclass(frozen=True, slots=True)
class Text(_FromScalar):
    """A text for the reader, in the source language, in the inline grammar."""

    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string", "minLength": 1}

    source: str
    key: str
    """Stable name of the text, used as message context: the owner's id, a dot, the field."""
    location: Location

    @classmethod
    def read(cls, value: Scalar) -> Text:
        """Take a text from its YAML scalar; line breaks of folded scalars become spaces.

        No-break spaces stay: a language may want one before a colon.
        """
        source = _BREAKS.sub(" ", value).strip(" ")
        if not source.strip():
            raise PydanticCustomError("empty_text", "the text is empty")
        return cls(source, value.key, value.location)

    @property
    def is_translatable(self) -> bool:
        """A text of roles, literals, digits and signs alone reads the same in every language."""
        return bool(_LETTER.search(_ROLE_OR_LITERAL.sub("", self.source)))


class Plain(str, _FromScalar):
    """A short text that is the same in every language (a name, a code, an address)."""

    location: Location = NOWHERE

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the text from its YAML scalar."""
        if not value.strip():
            raise PydanticCustomError("empty_text", "the text is empty")
        # No-break spaces at the ends are meant: French has one before a colon.
        plain = cls(value.strip(" \t\n"))
        plain.location = value.location
        return plain


class Id(Plain):
    """The name that an author gives a thing; never changed once it is published."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"[\w°%][\w.·²³°/%-]*")
    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": f"^{PATTERN.pattern}$"}

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the id from its YAML scalar."""
        if not cls.PATTERN.fullmatch(value):
            raise PydanticCustomError(
                "malformed_id",
                'malformed id "{id}": letters, digits and hyphens',
                {"id": str(value)},
            )
        return super().read(value)


class FileName(Plain):
    """The name of a file in a folder that is known; never a path."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:svg|png|pdf)")
    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": f"^{PATTERN.pattern}$"}

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the name from its YAML scalar."""
        if not cls.PATTERN.fullmatch(value):
            raise PydanticCustomError(
                "figure_file",
                'not the name of a drawing: "{name}" (letters, digits, hyphens; svg, png or pdf; no folder)',
                {"name": str(value)},
            )
        return super().read(value)


class BlockId(Id):
    """An id that is an anchor on the page: lower case, digits and single hyphens."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": f"^{PATTERN.pattern}$"}


class Ref(Plain):
    """The id of something that is defined elsewhere; ``target`` says what kind of thing."""

    target: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        """Tell editors what kind of thing is referred to."""
        cls.json_schema = {"type": "string", "x-refers-to": cls.target}


class ValueRef(Ref):
    """Refers to a value of values.yaml."""

    target: ClassVar[str] = "value"


class UnitRef(Ref):
    """Refers to a unit of units.yaml."""

    target: ClassVar[str] = "unit"


class AxisRef(Ref):
    """Refers to an applicability axis of axes.yaml."""

    target: ClassVar[str] = "axis"


class AxisValueRef(Ref):
    """Refers to a value of an applicability axis."""

    target: ClassVar[str] = "axis value"


class OpenRef(Ref):
    """Refers to an open input."""

    target: ClassVar[str] = "open input"


class FigureRef(Ref):
    """Refers to a figure of figures.yaml."""

    target: ClassVar[str] = "figure"


class ToolRef(Ref):
    """Refers to a tool of tools.yaml."""

    target: ClassVar[str] = "tool"


class SnippetRef(Ref):
    """Refers to a block of snippets.yaml."""

    target: ClassVar[str] = "snippet"


class LinkRef(Ref):
    """Refers to an address of links.yaml."""

    target: ClassVar[str] = "link"


class TermRef(Ref):
    """Refers to a concept of terms.yaml."""

    target: ClassVar[str] = "term"


class BlockRef(Ref):
    """Refers to a section, step or other block of the manual."""

    target: ClassVar[str] = "block"


@dataclass(frozen=True, slots=True)
class Number(_FromScalar):
    """A decimal number that keeps its spelling: ``2.0`` stays two digits long, ``+45`` its sign."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"[+−-]?(?:0|[1-9]\d*)(?:\.\d+)?")
    json_schema: ClassVar[Mapping[str, Any]] = {
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{PATTERN.pattern}$"}]
    }

    value: Decimal
    is_signed: bool
    """A sign was written and is shown."""

    @classmethod
    def read(cls, value: Scalar) -> Number:
        """Take the number from its YAML scalar."""
        if not cls.PATTERN.fullmatch(value):
            raise PydanticCustomError(
                "number",
                'not a number: "{number}" (digits, one point as decimal mark, no grouping)',
                {"number": str(value)},
            )
        return cls(Decimal(value.replace("−", "-")), value[0] in "+-−")


def _read_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("flag", 'write true or false, not "{value}"', {"value": str(value)})


Flag = Annotated[bool, BeforeValidator(_read_flag)]
"""``true`` or ``false``; ``yes``, ``on`` and ``1`` are refused, as they are not flags."""
