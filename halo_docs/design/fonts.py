"""The fonts of the outputs, from their packages; a machine's own fonts are never used."""

from __future__ import annotations

from pathlib import Path

import fontpkg

from halo_docs.design import FAMILY

PACKAGED_FAMILY = "Source Sans 3"
"""The face as its package names it; variable in weight."""


def font_files() -> dict[str, Path]:
    """Return style (normal, italic) -> font file, as the package installed it."""
    return {style: Path(fontpkg.path(PACKAGED_FAMILY, style=style)) for style in ("normal", "italic")}


def font_face_css() -> str:
    """Return the @font-face rules for print."""
    rules = []
    for style, path in font_files().items():
        address = path.as_uri().replace("[", "%5B").replace("]", "%5D")
        rules.append(f"@font-face {{ font-family: '{FAMILY}'; font-style: {style}; src: url({address}) }}")
    return "\n".join(rules)
