"""``build/figures/<lang>/index.html``: every figure and sign on one page, to be looked at."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.data.facts import Figure
from halo_docs.design import CONTACT_SHEET, STATIC, SYMBOLS
from halo_docs.design.fonts import font_face_css
from halo_docs.design.signs import Sign
from halo_docs.figures.spoken import on_screen
from halo_docs.files import write_text
from halo_docs.nodes.figures import drawing, spoken
from halo_docs.nodes.scope import Scope


def write_contact_sheet(scope: Scope, folder: Path) -> Path:
    """Write the sheet of one language; returns the page.

    Each figure stands there light, dark and as on paper, with its title, the words for somebody who
    does not see it, and the open inputs that concern it. The safety signs follow.
    """
    templates = Environment(
        loader=FileSystemLoader(CONTACT_SHEET.parent), autoescape=True, undefined=StrictUndefined
    )
    figures = [
        {
            "id": figure.id,
            "title": scope.plain(figure.title),
            "spoken": spoken(scope, figure, str(figure.id)),
            "views": [_view(scope, figure, name) for name in ("light", "dark", "paper")],
            "open": ", ".join(figure.open),
            "file": figure.drawing or (f"QR code of {figure.qr}" if figure.qr else ""),
        }
        for figure in scope.manual.figures.values()
    ]
    page = templates.get_template(CONTACT_SHEET.name).render(
        product=scope.manual.identity.product,
        language=scope.language,
        figures=figures,
        signs=[(sign, sign.reference, (SYMBOLS / f"{sign}.svg").read_text("utf-8")) for sign in Sign],
        styles=[(STATIC / name).read_text("utf-8") for name in ("tokens.css", "figure.css")],
        fonts=font_face_css(),
    )
    target = folder / "index.html"
    write_text(target, page + "\n")
    return target


def _view(scope: Scope, figure: Figure, name: str) -> tuple[str, str]:
    """Return the name of a view, and the picture with ids that no other view has."""
    node = drawing(scope, figure, f"{figure.id}.{name}")
    return name, on_screen(node["picture"], node["spoken"])
