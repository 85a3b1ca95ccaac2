"""The technical data as files for machines, to be attached to the PDF: JSON, CSV and their hashes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from halo_docs.data.facts import Product, Value
from halo_docs.data.scalars import Number
from halo_docs.nodes.scope import Scope
from halo_docs.text.quantities import format_value

_FORMAT = 1
"""Raised when a reader of the files would have to change."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is attached to the PDF."""

    name: str
    description: str
    content: bytes


def technical_data(scope: Scope) -> tuple[DataFile, ...]:
    """Return the values and product numbers in one language; the same input gives the same bytes."""
    document = document_data(scope)
    values = [_value(scope, value) for value in scope.manual.values.values()]
    products = [_product(product) for product in scope.manual.products.values()]
    data = {"format": _FORMAT, "document": document, "values": values, "products": products}
    return (
        DataFile("product-numbers.csv", "Product numbers (CSV)", _csv(_product_rows(scope, products))),
        DataFile("technical-data.json", "Technical values and product numbers (JSON)", _json(data)),
        DataFile("technical-values.csv", "Technical values (CSV)", _csv(_value_rows(values))),
    )


def manifest(documents: Sequence[Mapping[str, Any]], files: Iterable[DataFile]) -> DataFile:
    """Return a list of files with their sizes and hashes.

    :param documents: the manuals that the files belong to, one a language.
    """
    listed = {
        "format": _FORMAT,
        "documents": list(documents),
        "files": [
            {"name": f.name, "size": len(f.content), "sha256": hashlib.sha256(f.content).hexdigest()}
            for f in files
        ],
    }
    return DataFile("manifest.json", "Names and SHA-256 of the attached files", _json(listed))


def document_data(scope: Scope) -> dict[str, Any]:
    """Return which document it is, in which language."""
    identity, language = scope.manual.identity, scope.language
    fields = ("document_number", "revision", "issue_date", "original_language", "address")
    return {
        "product": str(identity.product),
        "title": scope.plain(identity.title),
        "manufacturer": str(identity.manufacturer),
        # Not assigned yet: null.
        **{name: _text(getattr(identity, name).value) for name in fields},
        "language": str(language.id),
        "language_status": str(language.status),
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def _value(scope: Scope, value: Value) -> dict[str, Any]:
    form, numbers = numbers_of(value)
    unit = scope.manual.units[value.unit].symbol if value.unit else None
    return {
        "id": str(value.id),
        "kind": str(value.kind),
        "form": form,
        "numbers": numbers,
        "unit": _text(unit),
        "text": format_value(value, scope.manual.units, scope.language),
        "applies_to": {str(axis): [str(v) for v in values] for axis, values in value.applies_to.items()},
        "open_inputs": [str(name) for name in value.open],
    }


def numbers_of(value: Value) -> tuple[str, list[str]]:
    """Return a value's form and its numbers, as decimal strings: nothing is rounded on the way."""
    if value.number is not None:
        return "number", [_decimal(value.number)]
    if value.range is not None:
        return "range", [_decimal(value.range.min), _decimal(value.range.max)]
    if value.alternatives:
        return "alternatives", [_decimal(number) for number in value.alternatives]
    if value.dimensions:
        return "dimensions", [_decimal(number) for number in value.dimensions]
    return ("code" if value.code is not None else "literal"), []


def _decimal(number: Number) -> str:
    return f"{number.value:f}"


def _product(product: Product) -> dict[str, Any]:
    return {
        "number": str(product.id),
        "attributes": {str(axis): str(value) for axis, value in product.attributes.items()},
        "open_inputs": [str(name) for name in product.open],
    }


def _value_rows(values: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    yield "id", "kind", "form", "numbers", "unit", "text", "applies_to", "open_inputs"
    for value in values:
        applies_to = [f"{axis}={'|'.join(names)}" for axis, names in value["applies_to"].items()]
        yield (
            *(value[name] for name in ("id", "kind", "form")),
            " ".join(value["numbers"]),
            value["unit"] or "",
            value["text"],
            " ".join(applies_to),
            " ".join(value["open_inputs"]),
        )


def _product_rows(scope: Scope, products: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[str]]:
    axes = [str(axis) for axis in scope.manual.axes]
    yield "number", *axes, "open_inputs"
    for product in products:
        attributes = product["attributes"]
        yield (
            product["number"],
            *(attributes.get(axis, "") for axis in axes),
            " ".join(product["open_inputs"]),
        )


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as RFC 4180 says: commas, CR LF."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8")
