"""Takes a translated XLIFF file in: all of it, or nothing.

The catalogs stay the truth. A message that came back as it went out changes nothing; one that was
translated meanwhile in the catalog as well is a conflict, and a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from halo_docs.data.manual import Manual
from halo_docs.exchange.coding import code_faults, decode, encode, is_same_source
from halo_docs.exchange.judging import Proposal, judge
from halo_docs.exchange.units import Unit, digest, source_language
from halo_docs.exchange.xliff_reading import Document, Returned
from halo_docs.exchange.xliff_writing import exported_target
from halo_docs.messages.editing import Edit
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Location, Problem, did_you_mean
from halo_docs.text.compose import canonical

_HINTS = 50
"""How many unknown messages are compared with the known ones."""


@dataclass(frozen=True, slots=True)
class Import:
    """What becomes of a file that came back."""

    edits: Mapping[str, Edit]
    """Unit's id -> what becomes of its message; empty when there are problems."""
    problems: tuple[Problem, ...]
    newer: int = 0
    """Messages that are newer in the catalog and came back as they went out; they stay."""


def take_in(scope: Scope, units: Mapping[str, Unit], document: Document) -> Import:
    """Compare a file with manual and catalogs.

    :param scope: the manual in the language of the file.
    :param units: all messages of that language.
    :param document: a file whose languages are right; see :func:`language_faults`.
    """
    problems: list[Problem] = []
    edits: dict[str, Edit] = {}
    proposals: list[Proposal] = []
    newer = 0
    seen: set[str] = set()
    for returned in document.messages:
        unit = units.get(returned.unit)
        if unit is None or returned.unit in seen:
            # Looking for near names takes time, and a file of strangers needs no more hints.
            hint = did_you_mean(returned.unit, units) if len(problems) < _HINTS else ""
            message = f'there is no message "{returned.unit}"{hint}'
            if unit is not None:
                message = f'the message "{returned.unit}" stands twice'
            problems.append(Problem(returned.location, message, "exchange-unit"))
            continue
        seen.add(returned.unit)
        found = [*_source_faults(scope, unit, returned, document)]
        if not found and _is_changed(unit, returned):
            if _is_newer(unit, returned, document.target_language):
                newer += 1
                continue
            found = [*_faults(unit, returned, document.target_language)]
            target = decode(returned.target)
            if not found and target is not None:
                edit = Edit(target, returned.is_fuzzy)
                edits[unit.id] = replace(edit, target=None) if target == unit.entry.target else edit
                proposals.append(Proposal(unit, target, returned.location))
        problems += found
    for judged, found in judge(scope, proposals).items():
        problems += [replace(problem, message=f"{judged}: {problem.message}") for problem in found]
    return Import({} if problems else edits, tuple(problems), newer)


def language_faults(manual: Manual, document: Document, name: str) -> Iterator[Problem]:
    """Yield what is wrong with the languages that a file says it has.

    :param name: how messages name the file.
    """
    place = Location(name)
    source = str(manual.identity.source_language)
    if document.source_language not in (source, str(manual.interface.language)):
        message = f'the source language is "{document.source_language}", the manual\'s is "{source}"'
        yield Problem(place, message, "exchange-language")
    for language in sorted(document.exported_for - {document.target_language}):
        message = f'the file was exported for "{language}"; now it says "{document.target_language}"'
        yield Problem(place, message, "exchange-language")
    translations = [code for code in manual.languages if code != source]
    if document.target_language not in translations:
        hint = did_you_mean(document.target_language, translations)
        message = f'"{document.target_language}" is none of the translations{hint}'
        yield Problem(place, message, "exchange-language")


def _source_faults(scope: Scope, unit: Unit, returned: Returned, document: Document) -> Iterator[Problem]:
    if document.source_language != source_language(scope.manual, unit):
        message = f'{unit.id}: the message is not written in "{document.source_language}"'
        yield Problem(returned.location, message, "exchange-language")
    elif not is_same_source(returned.source, encode(unit.text.source)):
        message = f"{unit.id}: the source text is not the manual's: older, or changed; export again"
        yield Problem(returned.location, message, "exchange-source")


def _is_changed(unit: Unit, returned: Returned) -> bool:
    """Tell whether a message came back other than the catalog has it.

    A translation that is the same does not become fuzzy: programs may forget states.
    """
    own = exported_target(unit)
    if not returned.target and own is None:
        return False
    is_same = bool(returned.target) and decode(returned.target) == canonical(unit.entry.target)
    return not is_same or (unit.entry.is_fuzzy and not returned.is_fuzzy)


def _is_newer(unit: Unit, returned: Returned, language: str) -> bool:
    """Tell whether only the catalog has changed since the export."""
    target = decode(returned.target) or ""
    return digest(unit, language, target, returned.is_fuzzy and bool(target)) == returned.digest


def _faults(unit: Unit, returned: Returned, language: str) -> Iterator[Problem]:
    """Yield why a translation cannot be taken in, whatever it says."""
    source = encode(unit.text.source)
    entry = unit.entry
    if not returned.target:
        message = f"{unit.id}: the translation is gone; the catalog has one"
        yield Problem(returned.location, message, "exchange-target")
        return
    for fault in code_faults(source, returned.target):
        yield Problem(returned.location, f"{unit.id}: {fault}", "exchange-placeholder")
    if decode(returned.target) is None:
        message = f"{unit.id}: emphasis, or a term, cannot begin or end here: put spaces and marks outside"
        yield Problem(returned.location, message, "exchange-markup")
    if not returned.digest and entry.target.strip():
        message = f"{unit.id}: the file has lost its metadata; whether the catalog is newer cannot be told"
        yield Problem(returned.location, message, "exchange-conflict")
    elif returned.digest and returned.digest != digest(unit, language, entry.target, entry.is_fuzzy):
        message = f"{unit.id}: translated here and, since the export, in the catalog ({entry.location})"
        yield Problem(returned.location, message, "exchange-conflict")
