"""What can be wrong with a drawing before any rule looks at it; see ``reading.py``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DRAWING: Mapping[str, str] = MappingProxyType(
    {
        "figure-file": """A drawing is a file in docs/figures that can be used.

        Drawings are line art (SVG), the manufacturer's own pictures are SVG, PNG or PDF in
        docs/figures/artwork.

        Bad:  drawing: ../cover.svg
        Good: drawing: cover.svg
        """,
        "figure-part": """A part that a drawing uses is a symbol of parts.svg, or its own.

        A part that is not found leaves a hole in the drawing.

        Bad:  <use href="#scrwe"/>
        Good: <use href="#screw"/>
        """,
        "svg-attribute": """A drawing has only attributes that its style knows.

        Colours and line weights come from classes, so that all drawings look alike, on paper and in the
        dark.

        Bad:  <path fill="red"/>
        Good: <path class="accent-fill"/>
        """,
        "svg-class": """A class of a drawing is one of the drawing style.

        Bad:  <path class="ouline"/>
        Good: <path class="outline"/>
        """,
        "svg-element": """A drawing has geometry and text, nothing else.

        Scripts, styles, pictures and foreign objects could load or run something.

        Bad:  <script>
        Good: <path>
        """,
        "svg-reference": """A drawing refers to its own parts and to parts.svg only.

        A reference out of the drawing could show what nobody has seen.

        Bad:  <use href="https://example.org/a.svg#b"/>
        Good: <use href="#screw"/>
        """,
        "svg-root": """A drawing is an <svg> whose viewBox begins at 0 0.

        Widths are measured in it.

        Bad:  <svg width="60mm">
        Good: <svg viewBox="0 0 60 30">
        """,
        "svg-syntax": """A drawing is well-formed XML.

        Bad:  <path>
        Good: <path/>
        """,
    }
)
"""Id -> page."""
