"""What a thing applies to agrees with what holds it, and is met by at least one product.

A step for one model inside a section for another can never be shown.

Bad:  a section with `applies_to: {drive: [mains]}` holds a note with `applies_to: {drive: [solar]}`.
Good: the note applies to mains too, or stands in another section.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.applicability import applied, is_met
from halo_docs.data.base import Applicable
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the things that can apply to nothing."""
    for _, part in manual.parts():
        for place in applied(part):
            node = place.node
            if not isinstance(node, Applicable) or not node.applies_to:
                continue
            name = str(getattr(node, "id", ""))
            for axis, values in node.applies_to.items():
                if values and not place.allowed[axis]:
                    allowed = ", ".join(sorted(place.outer[axis]))
                    message = f"applies to {', '.join(values)}, but stands inside {allowed}"
                    yield Finding(axis.location, message, name)
            is_known = all(v in manual.axis_values for values in node.applies_to.values() for v in values)
            if is_known and not is_met(manual, place.allowed):
                yield Finding(node.location, "applies to no product of products.yaml", name)


RULE = Rule("applicability-empty", Severity.ERROR, Manual, find)
