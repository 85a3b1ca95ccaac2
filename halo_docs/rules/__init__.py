"""Everything that can be wrong with data, texts, drawings and catalogs: one rule, one module."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from halo_docs.rules import (
    applicability_empty,
    figure_callouts,
    figure_overflow,
    figure_words,
    language_locale,
    po_characters,
    po_header,
    po_missing,
    po_roles,
    text_markup,
    value_unused,
)
from halo_docs.rules.base import Rule

_ALL: tuple[Rule[Any], ...] = (
    applicability_empty.RULE,
    figure_callouts.RULE,
    figure_overflow.RULE,
    figure_words.RULE,
    language_locale.RULE,
    po_characters.RULE,
    po_header.RULE,
    po_missing.RULE,
    po_roles.RULE,
    text_markup.RULE,
    value_unused.RULE,
)

RULES = MappingProxyType({rule.id: rule for rule in _ALL})
"""Every rule, by id."""
