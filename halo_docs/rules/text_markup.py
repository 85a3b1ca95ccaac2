"""A text uses the inline grammar only, and every role leads somewhere.

A role that names nothing would leave a hole where a value belongs.

Bad:  Tighten the screws to {value}`cover-torque`.
Good: Tighten the screws to {value}`cover-screw-torque`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity, did_you_mean
from halo_docs.rules.base import Rule, SourceText
from halo_docs.text.inline import Role, faults, roles


def _targets(manual: Manual) -> Mapping[str, set[str]]:
    with_products = {v for p in manual.products.values() for v in p.attributes.values()}
    return {
        "value": {*manual.values},
        "products": {str(value) for value in with_products},
        "variant": {*manual.axis_values},
        "ref": {*manual.places},
        "ui": {*manual.ui_labels},
        "link": {*manual.links},
        "term": {*manual.terms},
        "footnote": {*manual.footnotes},
    }


def unresolved(manual: Manual, found: tuple[Role, ...]) -> Iterator[str]:
    """Yield a message for every role whose target does not exist."""
    targets = _targets(manual)
    for role in found:
        known = targets.get(role.name)
        if known is not None and role.target not in known:
            yield f"{role} leads nowhere{did_you_mean(role.target, known)}"


def find(subject: SourceText) -> Iterator[str]:
    """Yield what is wrong with the markup of a text."""
    yield from faults(subject.text.source)
    yield from unresolved(subject.manual, roles(subject.text.source))


RULE = Rule("text-markup", Severity.ERROR, SourceText, find)
