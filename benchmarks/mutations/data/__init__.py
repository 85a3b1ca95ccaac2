"""Faults in the source: data, chapters and drawings."""

from __future__ import annotations

from benchmarks.mutations.data import applicability, facts, figures, references, structure, texts
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import DataMaterial

CLASSES: tuple[FaultClass[DataMaterial], ...] = (
    *facts.CLASSES,
    *references.CLASSES,
    *applicability.CLASSES,
    *structure.CLASSES,
    *figures.CLASSES,
    *texts.CLASSES,
)
"""Every class of faults of the source."""
