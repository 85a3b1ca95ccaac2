"""A value that is the product of others agrees with them within the rounding of its last digit.

A power that does not follow from voltage and current is a slip of the pen in one of the three.

Bad:  `number: 4.7`, unit kW, `product_of: [{value: voltage}, {value: current}]` with 230 V and 16 A.
Good: `number: 3.7` (230 V × 16 A is 3.68 kW).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from halo_docs.data.facts import Factor, Value
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Number
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the values that do not follow from what they come from."""
    for value in manual.values.values():
        if not value.product_of or value.number is None:
            continue
        product = Decimal(1)
        for factor in value.product_of:
            figure = _figure(manual, factor)
            if figure is None:
                if factor.value in manual.values:
                    message = f'"{factor.value}" has no such number to multiply by'
                    yield found(factor.value, message) if factor.value else found(value.id, message)
                break
            product *= figure
        else:
            expected = (product / _unit_factor(manual, value)).normalize()
            if abs(expected - value.number.value) > _half_digit(value.number):
                unit = value.unit or ""
                message = f'"{value.id}" is {value.number.value} {unit}, its factors give {expected:f} {unit}'
                yield found(value.id, message, value.open)


def _figure(manual: Manual, factor: Factor) -> Decimal | None:
    """Return a factor in coherent units; None when there is no such number."""
    if factor.number is not None:
        return factor.number.value
    value = manual.values.get(str(factor.value))
    if value is None:
        return None
    if factor.alternative is None:
        number = value.number
    else:
        number = dict(enumerate(value.alternatives, start=1)).get(int(factor.alternative.value))
    return number.value * _unit_factor(manual, value) if number else None


def _unit_factor(manual: Manual, value: Value) -> Decimal:
    unit = manual.units.get(str(value.unit))
    return unit.factor.value if unit and unit.factor else Decimal(1)


def _half_digit(number: Number) -> Decimal:
    """Return half a step of the last digit that is written."""
    return Decimal((0, (5,), int(number.value.as_tuple().exponent) - 1))


RULE = Rule("value-plausible", Severity.ERROR, Manual, find)
