"""Values, units and products that are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.catalog.values import OTHER_UNITS, another_digit
from benchmarks.mutations.data.spans import appended, data_fault, fact_fault, misspelt, spans
from benchmarks.mutations.fault import Edit
from benchmarks.mutations.material import DataMaterial, span_edit
from halo_docs.text.inline import roles

VALUES = r"values\.yaml$"
PRODUCTS = r"products\.yaml$"


def _digit(match: re.Match[str], rng: Random) -> str | None:
    return another_digit(match[1], rng)


def _declared(material: DataMaterial) -> set[str]:
    """Return the values that a variant declares beside each other: its power and its current."""
    found: set[str] = set()
    for value in material.manual.axis_values.values():
        shown = [role.target for role in roles(value.name.source) if role.name == "value"]
        if len(shown) > 1:
            found.update(shown)
    return found


def implausible(material: DataMaterial) -> Iterator[Edit]:
    declared = _declared(material)
    for path, text in material.files.items():
        if not re.search(VALUES, path):
            continue
        for match in re.finditer(r"\{id: ([\w-]+), kind: power[^\n]*?number: (\d)", text):
            if match[1] in declared:
                for digit in "123456789":
                    if digit != match[2]:
                        yield span_edit(path, match, digit, 2, match[1])


def _unit_of_another_kind(match: re.Match[str], rng: Random) -> str:
    return "kg" if match[1] != "kg" else "V"


def _other_unit(match: re.Match[str], rng: Random) -> str | None:
    known = {"mm": "m", "m": "mm", "cm": "mm", "A": "mA", "mA": "A", "kA": "A", "V": "kV", "kV": "V",
             "MHz": "GHz", "GHz": "MHz", "s": "min", "min": "s"}  # fmt: skip
    return known.get(match[1]) if match[1] in OTHER_UNITS else None


_ENTRY = r"  - \{id: [\w-]+, kind: [^\n]*\}\n"
CLASSES = (
    data_fault(
        "values", "power-implausible", "a power disagrees with phases, voltage and current", implausible
    ),
    fact_fault(
        "facts",
        "value-digit",
        "a digit of a value becomes another",
        spans(VALUES, r"(?:number: |code: |literal: )(\S*\d[^,}\n]*)", _digit),
    ),
    fact_fault(
        "facts",
        "range-digit",
        "a digit of a range becomes another, in the right order",
        spans(VALUES, r"max: \+?(\d+)", lambda m, rng: f"{m[1]}5"),
    ),
    fact_fault("facts", "sign-lost", "a minus sign is left out", spans(VALUES, r"min: (-)\d", "")),
    fact_fault(
        "facts",
        "unit-magnitude",
        "a unit becomes another of its kind",
        spans(VALUES, r"unit: ([^,}\n]+)", _other_unit),
    ),
    data_fault(
        "values",
        "range-swapped",
        "minimum and maximum are exchanged",
        spans(
            VALUES,
            r"(min: \S+, max: [^}\n]+)",
            lambda m, rng: re.sub(r"min: (\S+), max: (.+)", r"min: \2, max: \1", m[1]),
        ),
    ),
    data_fault(
        "values",
        "unit-kind",
        "a unit of another kind",
        spans(VALUES, r"unit: ([^,}\n]+)", _unit_of_another_kind),
    ),
    data_fault(
        "values",
        "unit-unknown",
        "a unit that does not exist",
        spans(VALUES, r"unit: ([^,}\n]+)", lambda m, rng: f"{m[1]}x"),
    ),
    data_fault(
        "values",
        "unit-lost",
        "a number of a kind with units loses its unit",
        spans(VALUES, r"(, unit: [^,}\n]+)", ""),
    ),
    data_fault(
        "values",
        "kind-changed",
        "a value becomes one of another kind",
        spans(VALUES, r"kind: ([\w-]+), unit: ", lambda m, rng: "mass" if m[1] != "mass" else "time"),
    ),
    data_fault(
        "values", "decimal-comma", "a decimal comma in a number", spans(VALUES, r"number: \d+(\.)\d", ",")
    ),
    data_fault(
        "values",
        "number-grouped",
        "a space between thousands",
        spans(VALUES, r"(?:min|max|number): \d(\d{3})\b", lambda m, rng: f" {m[1]}"),
    ),
    data_fault(
        "values",
        "number-with-unit",
        "a unit typed behind a number",
        spans(VALUES, r"unit: [^,}\n]+, number: ([\d.]+)", lambda m, rng: f"{m[1]} mm"),
    ),
    data_fault(
        "values",
        "two-forms",
        "a value is a number and a code",
        spans(VALUES, r"number: ([\d.]+)", lambda m, rng: f"{m[1]}, code: X1"),
    ),
    data_fault(
        "values",
        "value-unused",
        "a value that nothing shows",
        spans(VALUES, _ENTRY, lambda m, rng: m[0] + re.sub(r"id: ", "id: old-", m[0])),
    ),
    data_fault(
        "values", "value-doubled", "a value stands twice", spans(VALUES, _ENTRY, lambda m, rng: m[0] * 2)
    ),
    data_fault("values", "value-lost", "a value that is shown is left out", spans(VALUES, _ENTRY, "")),
    data_fault(
        "values",
        "unit-unused",
        "a unit that nothing uses",
        appended("docs/data/units.yaml", "  - {id: lx, symbol: lx, kinds: [illuminance]}\n"),
    ),
    data_fault(
        "products",
        "product-doubled",
        "a product number stands twice",
        spans(PRODUCTS, r"  - \{id: [^\n]*\n", lambda m, rng: m[0] * 2),
    ),
    data_fault(
        "products",
        "product-variant-misspelt",
        "a product has a variant that does not exist",
        spans(PRODUCTS, r"attributes: \{\w+: (\w+)\}", misspelt),
    ),
    data_fault(
        "products",
        "product-wrong-axis",
        "a product has a value of another axis",
        spans(PRODUCTS, r"attributes: \{\w+: (\w+)\}", "it"),
    ),
    data_fault(
        "products",
        "product-axis-misspelt",
        "a product has an axis that does not exist",
        spans(PRODUCTS, r"attributes: \{(\w+):", misspelt),
    ),
    fact_fault(
        "facts",
        "product-digit",
        "a digit of a product number becomes another",
        spans(PRODUCTS, r'id: "(\d+)"', _digit),
    ),
    fact_fault(
        "facts",
        "product-variant",
        "a product becomes one of the other variant",
        spans(PRODUCTS, r"protocol: (\w+)", lambda m, rng: "capi" if m[1] == "ocpp" else "ocpp"),
    ),
)
