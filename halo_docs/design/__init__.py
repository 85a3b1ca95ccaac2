"""What pages look like: style sheets, templates and signs, for screen and print."""

from __future__ import annotations

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

CHOOSER = Path(__file__).parent / "chooser" / "index.html"
"""Template of the page on which a reader chooses a language."""
