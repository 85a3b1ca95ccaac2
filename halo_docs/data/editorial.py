"""Edits of source texts that changed words and not meaning, so that translations stay valid."""

from __future__ import annotations

from halo_docs.data.base import Data
from halo_docs.data.scalars import Plain


class Edit(Data):
    """One edit; ``halo-docs editorial`` writes it."""

    catalog: Plain
    """Catalog of the text: the stem of its YAML file."""
    key: Plain
    """Message context of the text."""
    before: Plain
    """What the text said."""
    after: Plain
    """What it says since."""


class Editorial(Data):
    """locales/editorial.yaml"""

    edits: tuple[Edit, ...] = ()
