"""A text uses the inline grammar only, and every role leads somewhere.

A role that names nothing would leave a hole where a value belongs.

Bad:  Tighten the screws to {value}`cover-torque`.
Good: Tighten the screws to {value}`cover-screw-torque`.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity, did_you_mean
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.inline import ROLES, Role, faults, roles


def unresolved(manual: Manual, found: tuple[Role, ...]) -> Iterator[str]:
    """Yield a message for every role whose target does not exist."""
    for role in found:
        if role.name in ROLES and role.target and not manual.knows(role.name, role.target):
            yield f"{role} leads nowhere{did_you_mean(role.target, manual.targets(role.name))}"


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield what is wrong with the markup of a text."""
    for fault in faults(subject.text.source):
        yield subject.finding(fault)
    for fault in unresolved(subject.manual, roles(subject.text.source)):
        yield subject.finding(fault)


RULE = Rule("text-markup", Severity.ERROR, SourceText, find)
