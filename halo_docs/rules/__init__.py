"""Everything that can be wrong with data, texts, drawings and catalogs: one rule, one module."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from halo_docs.rules import (
    applicability_empty,
    applicability_redundant,
    applicability_reference,
    callout_unexplained,
    fact_twice,
    figure_callouts,
    figure_overflow,
    figure_words,
    language_locale,
    language_writing,
    link_address,
    list_single,
    list_style,
    po_characters,
    po_header,
    po_missing,
    po_roles,
    prohibition_unsaid,
    safety_order,
    text_avoid,
    text_brackets,
    text_characters,
    text_dashes,
    text_doubled_word,
    text_heading,
    text_markup,
    text_quotes,
    text_spaces,
    text_term,
    text_twice,
    unused,
    value_plausible,
    value_typed,
)
from halo_docs.rules.base import Rule

_ALL: tuple[Rule[Any], ...] = (
    applicability_empty.RULE,
    applicability_redundant.RULE,
    applicability_reference.RULE,
    callout_unexplained.RULE,
    fact_twice.RULE,
    figure_callouts.RULE,
    figure_overflow.RULE,
    figure_words.RULE,
    language_locale.RULE,
    language_writing.RULE,
    link_address.RULE,
    list_single.RULE,
    list_style.RULE,
    po_characters.RULE,
    po_header.RULE,
    po_missing.RULE,
    po_roles.RULE,
    prohibition_unsaid.RULE,
    safety_order.RULE,
    text_avoid.RULE,
    text_brackets.RULE,
    text_characters.RULE,
    text_dashes.RULE,
    text_doubled_word.RULE,
    text_heading.RULE,
    text_markup.RULE,
    text_quotes.RULE,
    text_spaces.RULE,
    text_term.RULE,
    text_twice.RULE,
    unused.RULE,
    value_plausible.RULE,
    value_typed.RULE,
)

RULES = MappingProxyType({rule.id: rule for rule in _ALL})
"""Every rule, by id."""
