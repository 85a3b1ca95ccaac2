"""The guard of the layout: each fault that it names, made on purpose and typeset for real."""

from __future__ import annotations

import pytest
import weasyprint

from halo_docs.outputs.layout import chapter_pages, layout_faults

STYLE = """
@page { size: 100mm 80mm; margin: 10mm; @top-left { content: "running head" } }
body { margin: 0; font: 10pt/1.4 'Manual Sans' } p { margin: 0 0 2mm }
table { width: 60mm; table-layout: fixed } .step { break-inside: avoid }
h1 { font-size: 12pt }
"""

SVG = "http://www.w3.org/2000/svg"
LONG = "<p>Some lines of text that fill the page.</p>" * 7


def told(body: str, style: str = "") -> list[str]:
    document = weasyprint.HTML(string=f"<html><body>{body}</body></html>").render(
        stylesheets=[weasyprint.CSS(string=STYLE + style)]
    )
    return [str(fault) for fault in layout_faults(document.pages)]


@pytest.mark.parametrize(
    ("body", "style", "expected"),
    [
        (
            f'<table id="data"><tr><th>{"w" * 21}</th></tr><tr><td>x</td></tr></table>',
            "",
            [f'page 1: data: "{"w" * 21}" runs out of the table cell at the side'],
        ),
        (
            f'<p id="text">{"w" * 80}</p>',
            "",
            [f'page 1: text: "{"w" * 40}" runs out of the page at the side'],
        ),
        (
            f'<figure id="picture"><svg xmlns="{SVG}" width="9mm" height="90mm"/></figure>',
            "figure { margin: 0 }",
            ["page 1: picture: the picture runs out of the page at the top or bottom"],
        ),
        (
            f'{LONG}<div class="admonition" id="panel"><p>One.</p><p>Two.</p><p>Three.</p></div>',
            "",
            ["page 1: panel: the panel is divided between pages"],
        ),
        (
            f'{LONG}<ol><li class="step" id="step"><p>One.</p><p>Two.</p></li></ol>',
            ".step { break-inside: auto }",
            ["page 1: step: the step is divided between pages"],
        ),
        (
            '<p id="one">One text</p><p id="two" style="margin-top: -6mm">Another text</p>',
            "",
            ['page 1: two: "Another text" lies on "One text"'],
        ),
        (
            f'{LONG}<h1 id="head">Heading</h1><p style="break-before: page">Text.</p>',
            "",
            ["page 1: head: the heading is the last thing on the page"],
        ),
        (
            f'{LONG}<p id="intro">There are two:</p><p style="break-before: page">One.</p>',
            "",
            ["page 1: intro: a lead-in is the last thing on the page"],
        ),
        (
            '<p>A</p><div style="break-before: page; break-after: page"></div><p>B</p>',
            "",
            ["page 2: -: the page is empty"],
        ),
    ],
    ids=["table-cell", "page", "tall-figure", "panel", "step", "overlap", "heading", "lead-in", "empty"],
)
def test_a_fault_is_found(body: str, style: str, expected: list[str]) -> None:
    assert told(body, style) == expected


@pytest.mark.parametrize(
    "body",
    [
        LONG * 3,
        f"<table><thead><tr><th>Head</th></tr></thead><tbody>{'<tr><td>Row</td></tr>' * 30}</tbody></table>",
        '<p style="position: relative; padding-left: 8mm"><b style="position: absolute; left: 0">1</b>x</p>',
        "<p>CO<sub>2</sub> and m<sup>2</sup></p>",
        f'<ol><li class="step">{LONG * 2}</li></ol>',
        f'{LONG}<ol><li class="step long-step">{LONG}</li></ol>',
    ],
    ids=["text", "table-head-repeated", "number-in-margin", "sub-sup", "step-over-half-a-page", "long-step"],
)
def test_what_is_right_is_not_told(body: str) -> None:
    assert told(body) == []


def test_the_pages_of_chapters_are_counted() -> None:
    body = "".join(
        f'<div class="chapter" style="break-before: page"><section id="{name}">{LONG * times}</section></div>'
        for name, times in (("first", 1), ("second", 3))
    )
    document = weasyprint.HTML(string=body).render(stylesheets=[weasyprint.CSS(string=STYLE)])
    assert chapter_pages(document.pages) == {"first": 1, "second": 3}
