"""Has the project's own rules look at translations before a catalog gets them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from halo_docs.exchange.units import Unit
from halo_docs.messages.catalog import Entry
from halo_docs.messages.translation import Translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Location, Problem
from halo_docs.rules.checking import check_drawn, check_translations
from halo_docs.rules.verdict import weigh


@dataclass(frozen=True, slots=True)
class Proposal:
    """A translation that somebody offers for a message."""

    unit: Unit
    target: str
    location: Location
    """Where it was found."""


def judge(scope: Scope, proposals: Sequence[Proposal]) -> Mapping[str, list[Problem]]:
    """Return errors and warnings about proposed translations, by the unit's id.

    They are looked at as if the catalogs had them; what the project has waived is waived here, too.

    :param scope: the manual in the language, with the catalogs as they are.
    """
    if not proposals:
        return {}
    after = replace(scope, translation=_with(scope.translation, proposals))
    by_place = {(proposal.location, proposal.unit.entry.key): proposal.unit.id for proposal in proposals}
    # A finding in a drawing names the label, whose id is the first part of its text's key.
    by_label = {proposal.unit.entry.key.rpartition(".")[0]: proposal.unit.id for proposal in proposals}
    found = [
        (problem, by_place.get((problem.location, problem.about)))
        for problem in check_translations(scope.manual, after.translation)
    ]
    found += [
        (problem, by_label.get(problem.about)) for problem in {*check_drawn(after)} - {*check_drawn(scope)}
    ]
    own = [(problem, name) for problem, name in found if name is not None]
    language = str(scope.language.id)
    standing = {*weigh(scope.manual, [(language, problem) for problem, _ in own], ()).problems}
    told: dict[str, list[Problem]] = defaultdict(list)
    for problem, name in own:
        if problem in standing and problem not in told[name]:
            told[name].append(problem)
    return {name: problems for name, problems in told.items() if problems}


def _with(translation: Translation, proposals: Sequence[Proposal]) -> Translation:
    """Return a translation in which the proposals stand."""
    entries: dict[str, dict[str, Entry]] = defaultdict(dict)
    for proposal in proposals:
        unit = proposal.unit
        entry = Entry(unit.entry.key, unit.text.source, proposal.target, False, proposal.location)
        entries[unit.domain][entry.key] = entry
    catalogs = {
        domain: replace(catalog, entries={**catalog.entries, **entries[domain]})
        for domain, catalog in translation.catalogs.items()
    }
    return replace(translation, catalogs=catalogs)
