"""What Sphinx itself knows of a language: its words for pages, and how its search finds words."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from pathlib import Path

import sphinx
from sphinx.locale import admonitionlabels
from sphinx.search import languages as searched_languages

from halo_docs.sphinx_ext.theme_words import BUTTONS

THEME_WORDS = (
    "Skip to content",
    "Back to top",
    "Made with ",
    "Next",
    "Previous",
    "Home",
    "On this page",
    "Index",
    "Copyright",
    "View this page",
    "Edit this page",
    "Error",
    "Please activate JavaScript to enable the search functionality.",
    "Search",
    "About these documents",
    *BUTTONS,
)
"""What the HTML theme and the templates of Sphinx write on pages; translated in sphinx.po."""

_LOCALES = Path(sphinx.__file__).parent / "locale"


def sphinx_words(code: str, wanted: Iterable[str]) -> dict[str, str]:
    """Return word -> translation, for the words that Sphinx's own catalog of a language has.

    Signal words and the like are left out: they come from languages.yaml alone.
    """
    names = [code.replace("-", "_"), code.partition("-")[0]]
    catalog = gettext.translation("sphinx", _LOCALES, names, fallback=True)
    found = {word: catalog.gettext(word) for word in wanted if word.casefold() not in admonitionlabels}
    return {word: target for word, target in found.items() if target != word}


def knows_search_page(code: str) -> bool:
    """Tell whether Sphinx has the words of the search page in a language."""
    return (_LOCALES / code / "LC_MESSAGES" / "sphinx.js").is_file()


def knows_word_forms(code: str) -> bool:
    """Tell whether Sphinx's search finds other forms of a word than the one that was typed."""
    return code.partition("-")[0] in searched_languages
