"""A value of a kind that units measure has a unit (ISO 80000-1).

Bad:  {id: wait, kind: time, number: 10}
Good: {id: wait, kind: time, unit: s, number: 10}
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the numbers that lack a unit."""
    measured = {str(kind): str(unit.id) for unit in manual.units.values() for kind in unit.kinds}
    for value in manual.values.values():
        is_text = value.code is not None or value.literal is not None
        if value.unit is None and not is_text and str(value.kind) in measured:
            hint = measured[str(value.kind)]
            yield found(
                value.id, f'"{value.id}" is a {value.kind} without a unit, for example {hint}', value.open
            )


RULE = Rule("value-unit", Severity.ERROR, Manual, find)
