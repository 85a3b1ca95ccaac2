"""What pages look like: style sheets, templates and signs, for screen and print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

FAMILY = "Manual Sans"
"""Name under which style sheets and drawings use the text face, whatever its package calls it."""

STATIC = Path(__file__).parent / "static"
"""Files that HTML pages load: tokens (colours, sizes), style, script, signs."""

TEMPLATES = Path(__file__).parent / "templates"
"""Templates that extend the HTML theme's."""

PRINT = Path(__file__).parent / "print"
"""Template and style sheet of the print page."""

SYMBOLS = STATIC / "symbols"
"""Signs, drawn after the descriptions of ISO 3864 and ISO 7010."""


def tokens_css(changed: Mapping[str, str]) -> str:
    """Return the design tokens as a style sheet.

    :param changed: tokens that have another value than the pipeline's own.
    """
    own = (STATIC / "tokens.css").read_text("utf-8")
    return own + "".join(f":root {{ {name}: {value}; }}\n" for name, value in changed.items())


def print_figure_css(changed: Mapping[str, str]) -> str:
    """Return the drawing style for inside an SVG in print, with the tokens filled in.

    WeasyPrint gives an SVG its own style only, and resolves no custom properties there.
    """
    tokens = dict(re.findall(r"(--[\w-]+): ([^;]+);", tokens_css(changed)))
    style = (STATIC / "figure.css").read_text("utf-8").replace(".drawing ", "")
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return " ".join(re.sub(r"var\((--[\w-]+)\)", lambda m: tokens[m[1]], style).split())


CHOOSER = Path(__file__).parent / "chooser" / "index.html"
"""Template of the page on which a reader chooses a language."""

PREVIEW = Path(__file__).parent / "preview"
"""Template, style sheet and script of the translator's page."""

CONTACT_SHEET = Path(__file__).parent / "contact_sheet" / "index.html"
"""Template of the page that shows every figure of a language."""

LEDGER = Path(__file__).parent / "ledger"
"""Templates of the ledgers: safety messages and values of all languages."""
