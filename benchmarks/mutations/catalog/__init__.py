"""Faults in the catalogs of a translation."""

from __future__ import annotations

from benchmarks.mutations.catalog import (
    characters,
    figures,
    markup,
    meaning,
    references,
    roles,
    state,
    texts,
    typography,
    values,
)
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import LanguageMaterial

CLASSES: tuple[FaultClass[LanguageMaterial], ...] = (
    *roles.CLASSES,
    *values.CLASSES,
    *figures.CLASSES,
    *references.CLASSES,
    *markup.CLASSES,
    *characters.CLASSES,
    *typography.CLASSES,
    *state.CLASSES,
    *texts.CLASSES,
    *meaning.CLASSES,
)
"""Every class of faults of a catalog."""
