"""Values in the form of a language: decimal mark, grouping, minus, ranges, units.

The golden table of docs/project/decisions.md rules: decimals as written, no grouping below 10 000
and U+202F from there, U+2212 as minus, a no-break space before the unit, ranges with a closed en
dash and in words where a sign is involved. Babel supplies the decimal marks and the joining of
lists (CLDR); where CLDR differs, the table holds. Only this and text/locales.py use Babel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import get_decimal_symbol, get_group_symbol

from halo_docs.data.facts import Unit, Value
from halo_docs.data.identity import Language
from halo_docs.data.scalars import Number
from halo_docs.text.pseudo import PSEUDO_LANGUAGES, accented

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
MINUS = "\u2212"
EN_DASH = "\u2013"
TIMES = "\u00d7"

_GROUP_FROM = 10_000


def locale_of(language: Language) -> Locale:
    """Return Babel's locale of a language.

    :raises babel.UnknownLocaleError: when CLDR does not know the language.
    """
    return Locale.parse(language.locale or language.id, sep="-")


def has_locale(language: Language) -> bool:
    """Tell whether CLDR knows the language's numbers and lists."""
    try:
        locale_of(language)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def number_marks(locale: str) -> tuple[str, str]:
    """Return the decimal mark and the grouping mark of a locale (CLDR).

    :param locale: BCP 47 code; of one that CLDR does not know, numbers are read as in programs.
    """
    try:
        parsed = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return ".", NARROW_NO_BREAK_SPACE
    return get_decimal_symbol(parsed), get_group_symbol(parsed)


def format_number(number: Number, language: Language) -> str:
    """Write one number with the decimals that the author wrote: ``2.0`` is ``2,0`` in French."""
    whole, _, decimals = f"{abs(number.value):f}".partition(".")
    if int(whole) >= _GROUP_FROM:
        whole = f"{int(whole):,}".replace(",", NARROW_NO_BREAK_SPACE)
    sign = (MINUS if number.value < 0 else "+") if number.is_signed else ""
    mark = get_decimal_symbol(locale_of(language)) if decimals else ""
    return f"{sign}{whole}{mark}{decimals}"


def format_value(value: Value, units: Mapping[str, Unit], language: Language) -> str:
    """Write a value of values.yaml with its unit, for example ``1,5–2,0 N·m``.

    :param units: the unit table, by id.
    """
    return " ".join(value_parts(value, units, language))


def value_parts(value: Value, units: Mapping[str, Unit], language: Language) -> tuple[str, ...]:
    """Return a value in its parts: one quantity, or two with a word of the language between them.

    A quantity reads from left to right in every script; the word follows its own.
    """
    if value.range is not None and (value.range.min.is_signed or value.range.max.is_signed):
        unit = f"{NO_BREAK_SPACE}{units[value.unit].symbol}" if value.unit else ""
        low, high = (format_number(n, language) for n in (value.range.min, value.range.max))
        return f"{low}{unit}", str(language.range_word), f"{high}{unit}"
    return (_quantity(value, units, language),)


def _quantity(value: Value, units: Mapping[str, Unit], language: Language) -> str:
    unit = f"{NO_BREAK_SPACE}{units[value.unit].symbol}" if value.unit else ""
    if value.code is not None:
        return value.code.replace(" ", NO_BREAK_SPACE)
    if value.literal is not None:
        return value.literal
    if value.range is not None:
        low, high = (format_number(n, language) for n in (value.range.min, value.range.max))
        return f"{low}{EN_DASH}{high}{unit}"
    if value.alternatives:
        return "/".join(format_number(n, language) for n in value.alternatives) + unit
    if value.dimensions:
        times = f"{NO_BREAK_SPACE}{TIMES}{NO_BREAK_SPACE}"
        return times.join(format_number(n, language) for n in value.dimensions) + unit
    assert value.number is not None
    return format_number(value.number, language) + unit


def format_sequence(items: Sequence[str], language: Language) -> str:
    """Join items as the language joins a list: ``1, 2 et 3`` (CLDR list pattern).

    A pseudo-language has the pattern of its locale, with accents.
    """
    locale = locale_of(language)
    if language.id in PSEUDO_LANGUAGES:
        pattern = format_list([f"{{{n}}}" for n in range(len(items))], style="standard", locale=locale)
        return accented(pattern).format(*items)
    return format_list(list(items), style="standard", locale=locale)
