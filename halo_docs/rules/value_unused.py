"""Every value is shown somewhere.

A value that nothing shows is a leftover, or a role that should name it is missing.

Bad:  values.yaml has `old-torque`, and no text, table or step names it.
Good: every value stands in a text by its role, or in a step's `torque`.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text, ValueRef
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found
from halo_docs.text.inline import roles


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the values that nothing shows."""
    if manual.unreadable:
        # Something that could not be read may show it.
        return
    shown: set[str] = set()
    for _, part in manual.parts():
        for _, node in walk(part):
            if isinstance(node, Text):
                shown |= {role.target for role in roles(node.source) if role.name == "value"}
            elif isinstance(node, ValueRef):
                shown.add(str(node))
    for value in manual.values.values():
        if value.id not in shown:
            yield found(value.id, f'nothing shows the value "{value.id}"')


RULE = Rule("value-unused", Severity.ERROR, Manual, find)
