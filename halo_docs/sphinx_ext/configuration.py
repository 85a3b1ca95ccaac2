"""Sphinx's settings, taken from the manual's own data so that conf.py stays a few lines."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from halo_docs.data.load import load_manual
from halo_docs.design import STATIC, TEMPLATES
from halo_docs.problems import ProblemsFound
from halo_docs.project import find_project


class ManualError(ConfigError):
    """The manual cannot be built; Sphinx prints it without a traceback."""

    category = "Manual"


def setup_configuration(app: Sphinx) -> None:
    """Fill in the settings as soon as conf.py and the command line have been read."""
    app.connect("config-inited", _configure, priority=100)


def _configure(app: Sphinx, config: Config) -> None:
    project = find_project(Path(app.confdir))
    if project is None:
        raise ManualError("there is no docs/data/manual.yaml above this folder")
    manual, problems = load_manual(project)
    if manual is None:
        raise ManualError(f"the manual has errors\n{ProblemsFound(problems)}")
    identity = manual.identity
    language = config.language or identity.source_language
    if language not in manual.languages:
        known = ", ".join(manual.languages)
        raise ManualError(f'unknown language "{language}"; known: {known}')
    settings: dict[str, object] = {
        "language": language,
        "project": str(identity.product),
        "author": str(identity.manufacturer),
        "copyright": str(identity.manufacturer),
        "root_doc": "index",
        "exclude_patterns": ["project", "data", "manual", "figures", "schema", "**/_*"],
        "locale_dirs": [str(project.locales)],
        "gettext_compact": True,
        "gettext_location": True,
        "html_theme": "furo",
        "html_copy_source": False,
        "html_use_index": False,
        "html_show_sourcelink": False,
        "html_show_sphinx": False,
        "html_last_updated_fmt": None,
        "html_permalinks_icon": "¶",
        "html_search_language": language.split("-")[0],
        "html_static_path": [str(STATIC)],
        "html_css_files": ["tokens.css", "manual.css"],
        "html_js_files": ["manual.js"],
        "templates_path": [str(TEMPLATES)],
        "myst_enable_extensions": [],
        "smartquotes": False,
    }
    given = config.overrides
    for name, value in settings.items():
        if name not in given or name == "language":
            setattr(config, name, value)
