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
    po_alphabet,
    po_apostrophe,
    po_brackets,
    po_break,
    po_capital,
    po_characters,
    po_dashes,
    po_doubled_word,
    po_ellipsis,
    po_end_colon,
    po_end_mark,
    po_header,
    po_missing,
    po_mojibake,
    po_normal_form,
    po_quotes,
    po_repeated_mark,
    po_roles,
    po_spaces,
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
    po_alphabet.RULE,
    po_apostrophe.RULE,
    po_brackets.RULE,
    po_break.RULE,
    po_capital.RULE,
    po_characters.RULE,
    po_dashes.RULE,
    po_doubled_word.RULE,
    po_ellipsis.RULE,
    po_end_colon.RULE,
    po_end_mark.RULE,
    po_header.RULE,
    po_missing.RULE,
    po_mojibake.RULE,
    po_normal_form.RULE,
    po_quotes.RULE,
    po_repeated_mark.RULE,
    po_roles.RULE,
    po_spaces.RULE,
    text_markup.RULE,
    value_unused.RULE,
)

RULES = MappingProxyType({rule.id: rule for rule in _ALL})
"""Every rule, by id."""
