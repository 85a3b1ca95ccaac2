"""Sphinx's settings, taken from the manual's own data so that conf.py stays a few lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging

from halo_docs.data.identity import Language
from halo_docs.data.load import load_manual
from halo_docs.design import STATIC, TEMPLATES
from halo_docs.design.fonts import font_files
from halo_docs.figures.source import read_drawings
from halo_docs.messages.catalog import compile_catalog
from halo_docs.messages.extract import FOREIGN_DOMAINS, PAGES_DOMAIN
from halo_docs.messages.pseudo import buildable_languages
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import ProblemsFound
from halo_docs.project import Project, find_project
from halo_docs.sphinx_ext.frame import page_frame
from halo_docs.sphinx_ext.program_words import use_words

logger = logging.getLogger(__name__)

FIXED_TIME = "946684800"
"""1 January 2000: outputs do not tell when they were made (reproducible-builds.org)."""


class ManualError(ConfigError):
    """The manual cannot be built; Sphinx prints it without a traceback."""

    category = "Manual"


def setup_configuration(app: Sphinx) -> None:
    """Fill in the settings as soon as conf.py and the command line have been read."""
    # Fonts in a PDF and message templates carry a time; ours is fixed unless somebody sets another.
    os.environ.setdefault("SOURCE_DATE_EPOCH", FIXED_TIME)
    # A function, because Sphinx leaves functions out of the cache that it keeps of its settings.
    app.add_config_value("manual_scope", None, "")
    # Size of the PDF's pages; the one of design.yaml when none is named.
    app.add_config_value("manual_paper", "", "", str)
    # What stands on every page besides its own blocks: all pages are written again when it changes.
    app.add_config_value("manual_frame", "", "html")
    app.connect("config-inited", _configure, priority=100)


def _read(app: Sphinx, config: Config) -> tuple[Project, Scope]:
    project = find_project(Path(app.confdir))
    if project is None:
        raise ManualError("there is no docs/data/manual.yaml above this folder")
    manual, problems = load_manual(project)
    if manual is None:
        raise ManualError(str(ProblemsFound(problems)))
    code = str(config.language or manual.identity.source_language)
    if "language" not in config.overrides and "language" not in config._raw_config:
        code = str(manual.identity.source_language)
    language = buildable_languages(manual).get(code)
    if language is None:
        raise ManualError(f'unknown language "{code}"; known: {", ".join(manual.languages)}')
    translation, found = read_translation(project, manual, language)
    for problem in found:
        logger.warning(
            "%s",
            problem.message,
            location=f"{problem.location.path}:{problem.location.line}",
            type="manual",
            subtype=problem.rule,
        )
    drawings, wrong = read_drawings(project.figures, project.relative(project.figures))
    if wrong:
        raise ManualError(str(ProblemsFound(wrong)))
    return project, Scope(manual, translation, drawings)


def _style_sheets(language: Language) -> Iterator[str]:
    if language.direction == "rtl":
        yield "mirrored.css"
    yield from ("tokens.css", "figure.css", "signs.css", "manual.css", "brand.css")


def _configure(app: Sphinx, config: Config) -> None:
    project, scope = _read(app, config)
    identity, language = scope.manual.identity, str(scope.language.id)
    title = scope.plain(identity.title)
    for domain in FOREIGN_DOMAINS:
        compile_catalog(project.catalogs(language) / f"{domain}.po")
    use_words(app, scope, project.locales)
    config["manual_scope"] = lambda: scope
    config["manual_frame"] = repr(page_frame(scope))
    settings: dict[str, object] = {
        "language": language,
        "project": str(identity.product),
        "html_title": f"{identity.product} – {title}",
        "html_short_title": str(identity.product),
        "html_show_copyright": False,
        "author": str(identity.manufacturer),
        "copyright": str(identity.manufacturer),
        "root_doc": "index",
        "exclude_patterns": ["project", "data", "manual", "figures", "schema", "**/_*"],
        "locale_dirs": [str(project.locales)],
        "gettext_compact": PAGES_DOMAIN,
        "gettext_auto_build": False,
        "gettext_location": True,
        "html_theme": "furo",
        "html_copy_source": False,
        "html_use_index": False,
        "html_show_sourcelink": False,
        "html_show_sphinx": False,
        "html_last_updated_fmt": None,
        "html_permalinks_icon": "¶",
        "html_search_language": str(scope.language.locale or language).split("-")[0],
        "html_static_path": [str(STATIC), *map(str, font_files().values())],
        "html_css_files": [*_style_sheets(scope.language)],
        "html_js_files": ["manual.js"],
        "templates_path": [str(TEMPLATES)],
        "myst_enable_extensions": [],
        "smartquotes": False,
    }
    given = config.overrides
    for name, value in settings.items():
        if name not in given or name == "language":
            setattr(config, name, value)
