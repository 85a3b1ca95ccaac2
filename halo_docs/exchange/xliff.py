"""The words of XLIFF 2.1 that we write and read (OASIS standard, core and Metadata module)."""

from __future__ import annotations

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
NAMESPACES = {None: CORE[1:-1], "mda": METADATA[1:-1]}
VERSION = "2.1"
READ_VERSIONS = ("2.0", "2.1")

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

INITIAL, TRANSLATED, REVIEWED, FINAL = STATES = ("initial", "translated", "reviewed", "final")
"""How far a segment is, in this order."""

FUZZY = "manual:fuzzy"
"""Sub-state of a translation that a person must look at."""

CATEGORY = "manual"
"""Group of our metadata."""
LANGUAGE = "language"
"""Metadata of a file: the language that it was exported for."""
DIGEST = "target-digest"
"""Metadata: what tells whether the catalog has another translation by now."""


def core(name: str) -> str:
    """Return the full name of an element of the core."""
    return CORE + name
