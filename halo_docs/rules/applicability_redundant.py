"""A condition narrows what holds it.

A condition that repeats the one around it says nothing, and must be changed in two places.

Bad:  a section with `applies_to: {drive: [mains]}` holds a note with `applies_to: {drive: [mains]}`.
Good: the note has no `applies_to`.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.applicability import applied
from halo_docs.data.base import Applicable
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the conditions that what holds them has already."""
    for _, part in manual.parts():
        for place in applied(part):
            node = place.node
            for axis, values in node.applies_to.items() if isinstance(node, Applicable) else ():
                outer = place.outer.get(axis)
                if outer and outer <= set(values):
                    message = f"stands inside {', '.join(sorted(outer))} already; leave the condition out"
                    yield Finding(axis.location, message, str(getattr(node, "id", "")))


RULE = Rule("applicability-redundant", Severity.NOTICE, Manual, find)
