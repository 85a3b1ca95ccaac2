"""What CLDR knows of a language: its name, its direction, its decimal mark, a sample of its letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import get_decimal_symbol

_USUAL = 3
"""A letter in so many names is one of the language; in fewer, it may be of a foreign name."""


@dataclass(frozen=True, slots=True)
class LocaleFacts:
    """What CLDR knows of a language."""

    name: str
    """The language's own name for itself, as it stands in a list."""
    direction: str
    """ltr or rtl."""
    decimal_mark: str
    letters: str
    """Letters besides a–z, lower case, in names of languages and countries; Babel has no alphabets."""


def known_codes() -> tuple[str, ...]:
    """Return the BCP 47 codes of all languages that CLDR knows, sorted."""
    return tuple(sorted(name.replace("_", "-") for name in locale_identifiers()))


def codes_by_name(language: str) -> dict[str, str]:
    """Return name -> code, for the names that another language and the languages themselves use.

    :param language: code of the language whose names are wanted besides.
    """
    names = {name.casefold(): code for code, name in Locale.parse(language, sep="-").languages.items()}
    known = {*known_codes()}
    own = ((Locale.parse(code).get_language_name(), code) for code in known if code.isalpha())
    names |= {name.casefold(): code for name, code in own if name}
    return {name: code for name, code in names.items() if code in known}


def locale_facts(code: str) -> LocaleFacts:
    """Return what CLDR knows of a language.

    :param code: one of :func:`known_codes`.
    """
    locale = Locale.parse(code, sep="-")
    name = locale.get_display_name(str(locale)) or code
    counted = Counter(letter for text in _names(locale) for letter in set(text.lower()))
    usual = (c for c, count in counted.items() if count >= _USUAL and not c.isascii())
    return LocaleFacts(
        # Title case, as some scripts have capitals that a name does not begin with.
        name=name[:1].title() + name[1:],
        direction=locale.text_direction,
        decimal_mark=get_decimal_symbol(locale),
        letters="".join(sorted(c for c in usual if unicodedata.category(c)[0] in "LM")),
    )


def _names(locale: Locale) -> Iterator[str]:
    yield from locale.languages.values()
    yield from locale.territories.values()
