"""What every typed object of the model has in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from halo_docs.data.scalars import NOWHERE, AxisRef, AxisValueRef, OpenRef, Plain
from halo_docs.data.yaml_source import Mapping
from halo_docs.problems import Location

_LOCATION_KEY = "@location"


class Data(BaseModel):
    """A frozen object that knows where its author wrote it; unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
        populate_by_name=True,
    )

    location: Annotated[SkipJsonSchema[Location], Field(alias=_LOCATION_KEY, repr=False, exclude=True)] = (
        NOWHERE
    )

    @model_validator(mode="before")
    @classmethod
    def _remember_location(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            return {**data, _LOCATION_KEY: data.location}
        return data


Applicability = dict[AxisRef, tuple[AxisValueRef, ...]]
"""Axis -> the values of it that something applies to; an axis that is not named does not matter."""


class Fact(Data):
    """Something that may be open, and that the source manual states in a place."""

    open: tuple[OpenRef, ...] = ()
    """Open inputs (open-inputs.yaml) that concern this place."""
    source: Plain | None = None
    """Chapter of the source manual that states it, for example 5.3."""


class Applicable(Fact):
    """Something that may apply to some products only."""

    applies_to: Applicability = Field(default_factory=dict)
    """What it applies to, for example {protocol: [ocpp]}; everything when left out."""


def walk(node: object, *, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, object]]:
    """Yield ``(path, leaf or model)`` for everything below ``node``, in the order of the fields."""
    yield path, node
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            if name != "location":
                yield from walk(getattr(node, name), path=(*path, name))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield (*path, key), key
            yield from walk(value, path=(*path, key))
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from walk(value, path=(*path, index))
