"""``build/figures/<lang>/index.html``: every figure of a language on one page, to be looked at."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.design import CONTACT_SHEET, STATIC
from halo_docs.design.fonts import font_face_css
from halo_docs.files import write_text
from halo_docs.nodes.figures import drawing
from halo_docs.nodes.scope import Scope


def write_contact_sheet(scope: Scope, folder: Path) -> Path:
    """Write the sheet of one language; returns the page.

    Each figure stands there light, dark and as on paper, with its title, its alternative text and
    the open inputs that concern it.
    """
    templates = Environment(
        loader=FileSystemLoader(CONTACT_SHEET.parent), autoescape=True, undefined=StrictUndefined
    )
    figures = [
        {
            "id": figure.id,
            "title": scope.plain(figure.title),
            "alt": scope.plain(figure.alt),
            "svg": drawing(scope, figure)["svg"],
            "open": ", ".join(figure.open),
            "file": figure.drawing or (f"QR code of {figure.qr}" if figure.qr else ""),
        }
        for figure in scope.manual.figures.values()
    ]
    page = templates.get_template(CONTACT_SHEET.name).render(
        product=scope.manual.identity.product,
        language=scope.language,
        figures=figures,
        styles=[(STATIC / name).read_text("utf-8") for name in ("tokens.css", "figure.css")],
        fonts=font_face_css(),
    )
    target = folder / "index.html"
    write_text(target, page + "\n")
    return target
