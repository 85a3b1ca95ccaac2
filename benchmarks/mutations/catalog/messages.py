"""How a class of faults in single messages is written down."""

from __future__ import annotations

from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, LanguageMaterial, on_messages


def mechanical(group: str, name: str, about: str, change: Change) -> FaultClass[LanguageMaterial]:
    """Return a class that comparison with the data decides."""
    return FaultClass(name, group, True, about, on_messages(change))


def meaning(group: str, name: str, about: str, change: Change) -> FaultClass[LanguageMaterial]:
    """Return a class that only somebody who understands the text can decide for certain."""
    return FaultClass(name, group, False, about, on_messages(change))
