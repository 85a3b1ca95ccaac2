"""Findings that somebody looked at and lets stand, each with its reason: docs/data/waivers.yaml."""

from __future__ import annotations

from halo_docs.data.base import Data
from halo_docs.data.scalars import Id, Plain


class Waiver(Data):
    """One finding that may stand."""

    rule: Id
    """Id of the rule."""
    place: Plain
    """Key of the text or id of the thing, as the finding names it (``halo-docs check --format json``)."""
    languages: tuple[Id, ...] = ()
    """Languages in which it may stand; all of them, and the source, when left out."""
    reason: Plain
    """Why it is right as it is."""


class Waivers(Data):
    """waivers.yaml"""

    waivers: tuple[Waiver, ...] = ()
