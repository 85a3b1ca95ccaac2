"""The words of Sphinx, of the theme and of MyST pages in the language of the build.

In a real language they come from our ``sphinx.po``, then from Sphinx's own catalogs. In a
pseudo-language each is made up as it is asked for, so that none is missed; the pages' scripts have a
catalog of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import sphinx
import sphinx.locale
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.i18n import Locale
from sphinx.util.nodes import extract_messages

from halo_docs.files import write_text
from halo_docs.messages.extract import PAGES_DOMAIN
from halo_docs.nodes.scope import Scope
from halo_docs.sphinx_ext.domain import manual_domain
from halo_docs.text.names import names_of, unit_symbols
from halo_docs.text.pseudo import PSEUDO_LANGUAGES, lengthened, pseudo

SCRIPT = "translations.js"
"""Catalog of the pages' scripts; Sphinx calls it so too."""

_KEPT = re.compile(r"<[^>]*>|&#?\w+;|%\(\w+\)\w|%[sd]|\$?\{\w*\}")
"""Tags, entities and placeholders of programs."""

_STRING = r'("(?:[^"\\]|\\.)*")'
_CALL = re.compile(rf"\b(?:_|n?gettext)\(\s*{_STRING}(?:,\s*{_STRING})?")
"""A word that a script asks for, and its plural."""


class InterfaceWords(NullTranslations):
    """Translates the words of programs, which hold tags and placeholders."""

    def gettext(self, message: str) -> str:
        """Return a word of no language."""
        return lengthened(message, _KEPT)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular or the plural, as the scripts form them."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class PageWords(NullTranslations):
    """The catalog of the MyST pages' prose; Sphinx looks into the dictionary itself."""

    def __init__(self) -> None:
        super().__init__()
        self._catalog: dict[str, str] = {}

    def add(self, message: str, translated: str) -> None:
        """Add a message."""
        self._catalog[message] = translated


class TranslatePageWords(SphinxTransform):
    """Makes up the translations of a page, just before Sphinx asks for them."""

    default_priority = Locale.default_priority - 1

    def apply(self, **kwargs: Any) -> None:
        """Fill the catalog with the messages of this page."""
        catalog = sphinx.locale.get_translator(PAGES_DOMAIN)
        manual = manual_domain(self.env).scope.manual
        assert isinstance(catalog, PageWords)
        for _, message in extract_messages(self.document):
            catalog.add(message, pseudo(message, names_of(manual), unit_symbols(manual)))


def use_words(app: Sphinx, scope: Scope, locales: Path) -> None:
    """Have Sphinx speak the language of this build; it has looked for catalogs before it knew where.

    :param locales: folder of our catalogs, compiled.
    """
    if scope.language.id not in PSEUDO_LANGUAGES:
        sphinx.locale.translators.pop(("general", "sphinx"), None)
        folders = [locales, Path(sphinx.package_dir) / "locale"]
        app.translator, _ = sphinx.locale.init(folders, scope.language.id)
        return
    words = InterfaceWords()
    app.translator = words
    sphinx.locale.translators["general", "sphinx"] = words
    sphinx.locale.translators["general", PAGES_DOMAIN] = PageWords()
    app.add_transform(TranslatePageWords)
    app.add_js_file(SCRIPT)
    app.connect("builder-inited", _write_script)


def _write_script(app: Sphinx) -> None:
    """Write the catalog of the words that Sphinx's scripts ask for."""
    words = InterfaceWords()
    found = {
        singular: [words.gettext(singular), words.gettext(plural)] if plural else words.gettext(singular)
        for singular, plural in sorted(set(_script_words()))
    }
    catalog = {"locale": app.config.language, "messages": found, "plural_expr": "n == 1 ? 0 : 1"}
    text = json.dumps(catalog, ensure_ascii=False, indent=1)
    write_text(Path(app.outdir) / "_static" / SCRIPT, f"Documentation.addTranslations({text});\n")


def _script_words() -> Iterator[tuple[str, str]]:
    scripts = Path(sphinx.package_dir) / "themes" / "basic" / "static"
    for path in sorted(scripts.glob("*.js*")):
        for match in _CALL.finditer(path.read_text("utf-8")):
            yield json.loads(match[1]), json.loads(match[2] or '""')
