"""``build/html/index.html``: the reader chooses a language; and the list of languages beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual
from halo_docs.design import CHOOSER, STATIC
from halo_docs.files import write_text
from halo_docs.project import Project


def refresh_chooser(project: Project, manual: Manual) -> None:
    """Write the chooser for the languages whose HTML is there now."""
    built = [
        language
        for code, language in manual.languages.items()
        if (project.html(code) / "index.html").is_file()
    ]
    write_chooser(manual, built, project.html_root)


def write_chooser(manual: Manual, languages: Sequence[Language], folder: Path) -> None:
    """Write the page and ``languages.js``, which pages ask which languages this site holds.

    :param languages: those whose HTML is there, in the order of languages.yaml.
    """
    templates = Environment(
        loader=FileSystemLoader(CHOOSER.parent), autoescape=True, undefined=StrictUndefined
    )
    page = templates.get_template(CHOOSER.name).render(
        product=manual.identity.product,
        title=manual.identity.title.source,
        source=manual.identity.source_language,
        languages=languages,
        tokens=(STATIC / "tokens.css").read_text("utf-8"),
    )
    write_text(folder / "index.html", page + "\n")
    codes = json.dumps([str(language.id) for language in languages])
    write_text(folder / "languages.js", f"window.MANUAL_LANGUAGES = {codes};\n")
