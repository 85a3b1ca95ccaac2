"""Sizes and margins of the printed page."""

from __future__ import annotations

from halo_docs.data.design import Paper

_SIZES = {Paper.A5: (148, 210), Paper.A4: (210, 297)}
"""Width and height in millimetres (ISO 216)."""

_MARGINS = {Paper.A5: (16, 14, 17, 17), Paper.A4: (22, 32, 24, 38)}
"""Top, outer, bottom and inner margin in millimetres; A4 keeps lines of about 85 characters."""


TAB_WIDTH = 8
"""Millimetres from the edge of the page to which a chapter's tab reaches."""


def page_css(paper: Paper) -> str:
    """Return the rules that give pages their size and margins; left pages are mirrored."""
    top, outer, bottom, inner = _MARGINS[paper]
    return "\n".join(
        [
            f"@page {{ size: {paper.value}; margin: {top}mm {outer}mm {bottom}mm {inner}mm }}",
            f"@page :left {{ margin: {top}mm {inner}mm {bottom}mm {outer}mm }}",
            f"@page :right {{ @right-top {{ padding-left: {outer - TAB_WIDTH}mm; width: {TAB_WIDTH}mm }} }}",
            f"@page :left {{ @left-top {{ padding-right: {outer - TAB_WIDTH}mm; width: {TAB_WIDTH}mm }} }}",
            f".tab {{ width: {TAB_WIDTH}mm }}",
            "@page cover { margin: 0 }",
            f".cover {{ height: {_SIZES[paper][1]}mm }}",
            *(_A4 if paper is Paper.A4 else ()),
        ]
    )


_A4 = (
    "html { font-size: 10pt }",
    ".cover { padding: 32mm 30mm 24mm }",
    ".cover-product { margin-top: 18mm !important }",
    ".cover-figure { width: 120mm; margin-top: 16mm } .cover-figure svg { max-height: 96mm }",
    ".cover-foot { left: 30mm; right: 30mm; bottom: 24mm }",
)
"""What is larger on A4 besides the margins."""
