"""What can be wrong with a file before any rule looks at it; told while files are read.

These have no module of their own: the YAML reader, the model and the catalog reader find them. Each
has its page here, in the form of a rule's docstring.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

READING: Mapping[str, str] = MappingProxyType(
    {
        "waiver-unused": """Every waiver covers a finding.

        A waiver that covers nothing hides the next fault in that place.

        Bad:  a waiver for a text that has long been mended.
        Good: the waiver is taken out with the fault.
        """,
    }
)
"""Id -> page."""
