"""What a place refers to, shows or speaks of exists with the products that the place is for.

The reader of one model must not be sent to a step of another, or be told of a port that the model
does not have. A place without a condition is for every product and may name what only some have.

Bad:  a section with `applies_to: {drive: [solar]}` says “Pull out the mains plug.”, and `mains-plug` of
      terms.yaml has `applies_to: {drive: [mains]}`.
Good: the sentence stands in the section for mains drive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from halo_docs.data.applicability import EVERYTHING, Allowed, Applied, applied, contradiction, of_blocks
from halo_docs.data.base import Applicable
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain, Ref, Text
from halo_docs.problems import Location, Severity
from halo_docs.rules.base import Finding, Rule
from halo_docs.text.inline import roles
from halo_docs.text.terms import preferred
from halo_docs.text.wording import Finder, running


@dataclass(frozen=True, slots=True)
class _Named:
    """Something that a place names, and what that applies to."""

    name: str
    allowed: Allowed
    location: Location


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what a place names although its products do not have it."""
    targets = _targets(manual)
    terms = _terms(manual)
    for _, part in manual.parts():
        for place in applied(part):
            for named in _named(manual, place, targets, terms):
                axis = contradiction(manual, place.allowed, named.allowed)
                if axis is not None:
                    yield _finding(place, named, axis)


def _finding(place: Applied, named: _Named, axis: str) -> Finding:
    own = getattr(place.owner, "id", None)
    here = ", ".join(sorted(place.allowed.get(axis, ()))) or _told(place.allowed)
    there = ", ".join(sorted(named.allowed[axis]))
    return Finding(
        own.location if isinstance(own, Plain) else named.location,
        f"{named.name} applies to {there}, but this place to {here}",
        str(own or ""),
        tuple(map(str, place.owner.open)) if place.owner else (),
    )


def _told(allowed: Allowed) -> str:
    return " and ".join(", ".join(sorted(values)) for values in allowed.values())


def _named(
    manual: Manual,
    place: Applied,
    targets: Mapping[tuple[str, str], Allowed],
    terms: Finder,
) -> Iterator[_Named]:
    match place.node:
        case Text() as text if place.allowed:
            for role in roles(text.source):
                yield _Named(str(role), targets.get((role.name, role.target), EVERYTHING), text.location)
            for term, mention in terms.find(running(text.source)):
                name = f'"{mention}" (term {term})'
                yield _Named(name, _conditions(manual.terms[term]), text.location)
        case Ref() as ref if place.allowed:
            name = f'{ref.target} "{ref}"'
            yield _Named(name, targets.get((ref.target, str(ref)), EVERYTHING), ref.location)


def _targets(manual: Manual) -> Mapping[tuple[str, str], Allowed]:
    """Return ``(kind or role, id)`` -> what it applies to."""
    found: dict[tuple[str, str], Allowed] = {}
    for name, allowed in of_blocks(manual).items():
        found["ref", name] = found["block", name] = allowed
    for kind, things in (("value", manual.values), ("tool", manual.tools), ("term", manual.terms)):
        found |= {(kind, name): _conditions(thing) for name, thing in things.items()}
    for name, figure in manual.figures.items():
        found["figure", name] = _conditions(figure)
        for callout in figure.callouts:
            both = {**_conditions(figure), **_conditions(callout)}
            found["callout", f"{name}/{callout.id}"] = both
    return found


def _conditions(thing: Applicable) -> Allowed:
    return {str(axis): frozenset(map(str, values)) for axis, values in thing.applies_to.items()}


def _terms(manual: Manual) -> Finder:
    """Return the words of all terms, so that a longer term is not taken for a shorter one."""
    own = manual.language_terms.get(manual.identity.source_language, {})
    return Finder({name: preferred(term, own.get(name)) for name, term in manual.terms.items()})


RULE = Rule("applicability-reference", Severity.ERROR, Manual, find)
