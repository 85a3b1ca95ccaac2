"""Fills what is missing from older translations: suggestions, which a person must look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from halo_docs.exchange.coding import codes, encode
from halo_docs.exchange.context import shown, source_scope
from halo_docs.exchange.judging import Proposal, judge
from halo_docs.exchange.matching import Match, Memory, Shows
from halo_docs.exchange.memories import Remembered
from halo_docs.exchange.units import Unit
from halo_docs.messages.editing import Edit, Suggestion
from halo_docs.messages.translation import is_usable
from halo_docs.nodes.scope import Scope
from halo_docs.problems import has_errors
from halo_docs.text.compose import canonical


@dataclass(frozen=True, slots=True)
class Filling:
    """What older translations have for a language."""

    edits: Mapping[str, Edit]
    """Unit's id -> the suggestion."""
    exact: int
    close: int
    adapted: int
    """Close matches that were given a role."""
    rejected: int
    """Suggestions in which a rule of the project finds an error."""
    missing: int
    """Messages that stay without a translation."""


def pretranslate(scope: Scope, units: Mapping[str, Unit], older: Iterable[Remembered]) -> Filling:
    """Look for translations of every message that has none.

    The language's own catalogs are asked for the same text first. A safety message is given nothing but
    the translation of the very same text.

    :param older: translations from elsewhere, the most trusted first.
    """
    own, others = Memory(_own(units)), Memory(older)
    matches: dict[str, Match] = {}
    missing = [unit for unit in units.values() if not unit.entry.target.strip()]
    for unit in missing:
        source = unit.text.source
        match = own.exact(source) or others.exact(source)
        if match is None and not unit.is_safety:
            match = others.close(source, _shows(scope, source))
        if match is not None:
            matches[unit.id] = match
    proposals = [
        Proposal(units[name], match.target, match.remembered.location) for name, match in matches.items()
    ]
    wrong = {name for name, problems in judge(scope, proposals).items() if has_errors(problems)}
    kept = {name: match for name, match in matches.items() if name not in wrong}
    exact = sum(match.percent == 100 for match in kept.values())
    adapted = sum(match.is_adapted for match in kept.values())
    return Filling(
        edits={name: _edit(units[name], match) for name, match in kept.items()},
        exact=exact,
        close=len(kept) - exact - adapted,
        adapted=adapted,
        rejected=len(wrong),
        missing=len(missing) - len(kept),
    )


def _own(units: Mapping[str, Unit]) -> Iterable[Remembered]:
    for unit in units.values():
        if is_usable(unit.entry, unit.text):
            yield Remembered(unit.text.source, unit.entry.target, unit.entry.location, unit.id)


def _shows(scope: Scope, source: str) -> Shows:
    texts = [text for _, text in codes(encode(source))]
    return Shows(
        {text: shown(source_scope(scope), text) for text in texts},
        {text: shown(scope, text) for text in texts},
    )


def _edit(unit: Unit, match: Match) -> Edit:
    kind = "exact match" if match.percent == 100 else f"close match, {match.percent} %"
    is_same = canonical(match.remembered.source) == canonical(unit.text.source)
    suggestion = Suggestion(
        comment=f"{kind}, adapted" if match.is_adapted else kind,
        origin=match.remembered.origin,
        source=None if is_same else match.remembered.source,
    )
    return Edit(match.target, is_fuzzy=True, suggestion=suggestion)
