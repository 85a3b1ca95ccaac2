"""The constraints of XLIFF 2.1 (core), as far as no schema is needed to tell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from halo_docs.exchange.xliff import CORE, INITIAL, LANG, READ_VERSIONS, STATES, core
from halo_docs.exchange.xliff_elements import Fault, element_faults
from halo_docs.problems import Location, Problem

_PREFIXED = re.compile(r"[^:\s]+:[^:\s]+")
_INLINE = frozenset({"ph", "pc", "sc", "ec", "mrk", "sm"})
"""Elements whose ids must differ from each other."""


def structure_faults(root: etree._Element, name: str) -> Iterator[Problem]:
    """Yield where a document breaks the standard's rules.

    :param name: how messages name the file.
    """
    if root.tag != core("xliff"):
        local = str(root.tag).rpartition("}")[2]
        message = f"the root is <{local}>, not <xliff> of XLIFF 2"
        yield Problem(Location(name, root.sourceline or 1), message, "xliff-structure")
        return
    for line, message in (*_document(root), *element_faults(root)):
        yield Problem(Location(name, line), message, "xliff-structure")


def _document(root: etree._Element) -> Iterator[Fault]:
    line = root.sourceline or 1
    if root.get("version") not in READ_VERSIONS:
        yield line, f'version "{root.get("version")}" is none of {", ".join(READ_VERSIONS)}'
    if root.get("trgLang") is None and any(True for _ in root.iter(core("target"))):
        yield line, "<xliff> has no trgLang, and there are translations"
    yield from _unique(root, "file")
    for file in root.iter(core("file")):
        if not any(True for _ in file.iter(core("unit"))):
            yield file.sourceline or 1, f'file "{file.get("id")}" has no unit'
        yield from _unique(file, "unit")
        for unit in file.iter(core("unit")):
            for line, message in _unit(unit, root):
                yield line, f"{unit.get('id')}: {message}"


_ORDER = {core("notes"): 1, core("originalData"): 2, core("segment"): 3, core("ignorable"): 3}


def _unit(unit: etree._Element, root: etree._Element) -> Iterator[Fault]:
    ranks = [_ORDER.get(str(child.tag), 0) for child in unit]
    if ranks != sorted(ranks) or ranks.count(1) > 1 or ranks.count(2) > 1:
        yield (
            unit.sourceline or 1,
            "the order in a unit is: modules, <notes>, <originalData>, segments",
        )
    segments = unit.findall(core("segment"))
    if not segments:
        yield unit.sourceline or 1, "the unit has no segment"
    originals = unit.findall(f"{core('originalData')}/{core('data')}")
    data = {entry.get("id") for entry in originals}
    if len(data) < len(originals):
        yield unit.sourceline or 1, "an id of <data> stands twice"
    own: set[str | None] = set()
    for segment in (*segments, *unit.findall(core("ignorable"))):
        line = segment.sourceline or 1
        tags = [child.tag for child in segment]
        if tags not in ([core("source")], [core("source"), core("target")]):
            yield line, "a segment has one <source>, then at most one <target>"
        state = segment.get("state", INITIAL)
        if state not in STATES:
            yield line, f'state "{state}" is none of {", ".join(STATES)}'
        elif state != INITIAL and core("target") not in tags:
            yield line, f"the state is {state}, and there is no <target>"
        if segment.get("subState") is not None:
            if segment.get("state") is None:
                yield line, "subState without state"
            if not _PREFIXED.fullmatch(str(segment.get("subState"))):
                yield line, "subState needs a prefix and a colon"
        for part in segment:
            language = root.get("srcLang" if part.tag == core("source") else "trgLang")
            if part.get(LANG) is not None and part.get(LANG) != language:
                yield part.sourceline or line, f'xml:lang "{part.get(LANG)}" is not "{language}"'
        names = [segment.get("id"), *_inline_ids(segment, "source")]
        for name in filter(None, names):
            if name in own:
                yield line, f'the id "{name}" stands twice in the unit'
            own.add(name)
        targets = Counter(_inline_ids(segment, "target"))
        for name in sorted(name for name, times in targets.items() if times > 1):
            yield line, f'the id "{name}" stands twice in the translation'
        for element in segment.iter():
            for attribute in ("dataRef", "dataRefStart", "dataRefEnd"):
                if element.get(attribute) is not None and element.get(attribute) not in data:
                    yield element.sourceline or line, f'{attribute} "{element.get(attribute)}" leads nowhere'


def _inline_ids(segment: etree._Element, part: str) -> Iterator[str]:
    for content in segment.findall(core(part)):
        for element in content.iter():
            if str(element.tag).removeprefix(CORE) in _INLINE and element.get("id"):
                yield str(element.get("id"))


def _unique(parent: etree._Element, tag: str) -> Iterator[Fault]:
    seen: set[str | None] = set()
    for element in parent.iter(core(tag)):
        if element.get("id") in seen:
            yield element.sourceline or 1, f'the {tag} "{element.get("id")}" stands twice'
        seen.add(element.get("id"))
