"""What each element of XLIFF 2.1 (core) may hold and say: the standard's grammar, as a table.

What the standard leaves to tools, such as modules and foreign attributes, is let through; what is
translated is not: a segment holds text and inline elements of the core, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from halo_docs.exchange.xliff import CORE, core

Fault = tuple[int, str]
"""A line of the file, and what is wrong there."""

_TOKEN = re.compile(r"[\w.:·-]+")
_INLINES = ("cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em")
_CHILDREN = {
    "xliff": ("file",),
    "file": ("skeleton", "notes", "unit", "group"),
    "group": ("notes", "unit", "group"),
    "unit": ("notes", "originalData", "segment", "ignorable"),
    "segment": ("source", "target"),
    "ignorable": ("source", "target"),
    "notes": ("note",),
    "originalData": ("data",),
    "data": ("cp",),
    "note": (),
    **dict.fromkeys(("source", "target", "pc", "mrk"), _INLINES),
}
"""Element -> what the core lets stand in it."""
_FILLED = {"xliff": "file", "notes": "note", "originalData": "data"}
"""Element -> what it holds one of at least."""
_MIXED = frozenset({"source", "target", "pc", "mrk", "data", "note", "skeleton"})
"""Elements that hold text."""
_EMPTY = ("ph", "sc", "ec", "sm", "em", "cp")
_NEEDED = {
    "xliff": ("version", "srcLang"),
    "file": ("id",),
    "group": ("id",),
    "unit": ("id",),
    "data": ("id",),
    "ph": ("id",),
    "pc": ("id",),
    "sc": ("id",),
    "mrk": ("id",),
    "sm": ("id",),
    "em": ("startRef",),
    "cp": ("hex",),
}
_UNIT = "id name canResegment translate srcDir trgDir type"
_CODE = "id canCopy canDelete canReorder copyOf subType type"
_ALONE = f"{_CODE} disp equiv dataRef subFlows"
_MARK = "id translate type ref value"
_ATTRIBUTES = {
    element: frozenset(names.split())
    for element, names in {
        "xliff": "version srcLang trgLang",
        "file": "id canResegment original translate srcDir trgDir",
        "skeleton": "href",
        "group": _UNIT,
        "unit": _UNIT,
        "segment": "id canResegment state subState",
        "ignorable": "id",
        "notes": "",
        "note": "id appliesTo category priority",
        "originalData": "",
        "data": "id dir",
        "source": "",
        "target": "order",
        "cp": "hex",
        "ph": _ALONE,
        "pc": f"{_CODE} canOverlap dir dispEnd dispStart equivEnd equivStart dataRefEnd dataRefStart "
        "subFlowsEnd subFlowsStart",
        "sc": f"{_ALONE} canOverlap dir isolated",
        "ec": f"{_ALONE} canOverlap dir isolated startRef",
        "mrk": _MARK,
        "sm": _MARK,
        "em": "startRef",
    }.items()
}
"""Element -> its attributes; those of other namespaces may stand anywhere."""
_VALUES = {
    **dict.fromkeys(("canCopy", "canDelete", "canOverlap", "canResegment", "translate"), ("yes", "no")),
    "canReorder": ("yes", "firstNo", "no"),
    **dict.fromkeys(("srcDir", "trgDir", "dir"), ("ltr", "rtl", "auto")),
    "appliesTo": ("source", "target"),
}
"""Attribute -> its values."""
_TYPES = ("fmt", "ui", "quote", "link", "image", "other")
"""Types of codes."""
_EXTENSIBLE = frozenset({"file", "group", "unit", "skeleton"})
"""Elements in which elements of modules and of other namespaces may stand."""
_DEPTH = 40
"""Deepest nesting that is read; a text needs less than 10."""
_PAIRS = (("dataRefStart", "dataRefEnd"), ("equivStart", "equivEnd"), ("subFlowsStart", "subFlowsEnd"))
_CODES = frozenset({"ph", "pc", "sc", "ec"})


def element_faults(root: etree._Element) -> Iterator[Fault]:
    """Yield what single elements must not be or lack, wherever they stand."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        line = element.sourceline or 1
        tag = str(element.tag).removeprefix(CORE)
        above = (element, *element.iterancestors())
        if len(above) > _DEPTH:
            yield line, f"<{tag}> is nested deeper than {_DEPTH} levels"
            continue
        unit = next((parent.get("id") for parent in above if parent.tag == core("unit")), "")
        label = f"{unit}: <{tag}>" if unit else f"<{tag}>"
        for attribute in _NEEDED.get(tag, ()):
            if not element.get(attribute):
                yield line, f"{label} has no {attribute}"
        for attribute in ("id", "dataRef", "dataRefStart", "dataRefEnd", "startRef"):
            value = element.get(attribute)
            if value and not _TOKEN.fullmatch(value):
                yield line, f'{label}: {attribute} "{value}" is no NMTOKEN'
        for attribute, value in element.attrib.items():
            if not attribute.startswith("{") and attribute not in _ATTRIBUTES.get(tag, ()):
                yield line, f"{label} has no attribute {attribute}"
            elif value not in _VALUES.get(attribute, (value,)):
                yield line, f'{label}: {attribute} is {" or ".join(_VALUES[attribute])}, not "{value}"'
        if tag in _CODES and element.get("type", _TYPES[0]) not in _TYPES:
            yield line, f"{label}: type is one of {', '.join(_TYPES)}"
        needed = _FILLED.get(tag)
        if needed and element.find(core(needed)) is None:
            yield line, f"{label} holds no <{needed}>"
        words = [element.text, *(child.tail for child in element)]
        if tag not in _MIXED | {*_EMPTY} and any(word and word.strip() for word in words):
            yield line, f"{label} holds text"
        if tag != "mrk" and element.get("subType") and not element.get("type"):
            yield line, f"{label}: subType without type"
        for first, second in _PAIRS:
            if (element.get(first) is None) != (element.get(second) is None):
                yield line, f"{label}: {first} and {second} go together"
        if tag in _EMPTY and (len(element) or element.text):
            yield line, f"{label} must be empty"
            continue
        for child in element:
            if not isinstance(child.tag, str):
                yield child.sourceline or line, f"{label}: entities are not allowed"
            elif child.tag.removeprefix(CORE) in _CHILDREN.get(tag, ()):
                waiting.append(child)
            elif child.tag.startswith(CORE) or tag not in _EXTENSIBLE:
                foreign = child.tag.rpartition("}")[2]
                yield child.sourceline or line, f"{label} must not hold <{foreign}>"
