"""What the structure tree of WeasyPrint lacks for PDF/UA-1; see docs/project/decisions.md.

WeasyPrint tells nobody which box a structure element came from. So its own function that makes the
elements of a box is wrapped while a PDF is written, and each element is mended as it comes out:

- ``Lang`` on text in another language (7.2);
- ``Scope`` on table heads (7.5);
- everything in a list item but its label inside one ``LBody`` (7.2);
- how a list is numbered (7.6), and an index of the table heads that cells name (7.5);
- a link's description is its text, not the name of an anchor (7.18.5);
- the place of a figure in the page's own coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.pdf import tags

_POINTS = 0.75
"""Points in a CSS pixel."""


@contextmanager
def mended_tags() -> Iterator[None]:
    """Mend the structure tree of what is written inside the context."""
    original = tags._build_box_tree

    def mended(box: Any, parent: Any, pdf: Any, page_number: int, *rest: Any) -> Iterator[Any]:
        box = getattr(box, "_box", box)  # what WeasyPrint does with a positioned box
        for element in original(box, parent, pdf, page_number, *rest):
            if not isinstance(box, PageBox) and box.element_tag not in ("html", "body"):
                _mend(box, element, pdf, page_number)
            yield element

    tags._build_box_tree = mended
    try:
        yield
    finally:
        tags._build_box_tree = original


def _mend(box: Any, element: Any, pdf: Any, page_number: int) -> None:
    source = box.element
    if source is not None and (language := source.get("lang")):
        element["Lang"] = pydyf.String(language)
    match element["S"]:
        case "/TH":
            element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"
        case "/L":
            element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": _numbering(box)})
        case "/LI":
            _wrap_body(element, pdf)
        case "/Figure":
            height = pdf.objects[pdf.pages["Kids"][3 * page_number]]["MediaBox"][3]
            left, top, right, bottom = (_POINTS * float(side) for side in element["A"]["BBox"])
            element["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))
    if box.link_annotation:
        text = " ".join("".join(source.itertext()).split())
        if text:
            box.link_annotation["Contents"] = pydyf.String(text)


def _numbering(box: Any) -> str:
    classes = box.element.get("class", "").split()
    if "arabic" in classes:
        return "/Decimal"
    if "loweralpha" in classes:
        return "/LowerAlpha"
    return "/Disc" if box.element_tag == "ul" and box.style["list_style_type"] == "disc" else "/None"


def index_elements(pdf: Any) -> None:
    """Add the index of the elements that others name: table heads, by the cells below them."""
    made = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]
    named = [item for item in made if item.get("Type") == "/StructElem"]
    entries = sorted((item["ID"].data, item.reference) for item in named if "ID" in item)
    names = pydyf.Array(part for entry in entries for part in entry)
    if names:
        root = _element(pdf.catalog["StructTreeRoot"], pdf)
        root["IDTree"] = pydyf.Dictionary({"Names": names})


def _wrap_body(item: Any, pdf: Any) -> None:
    """Put everything but the label into one body, where a list item has more than that."""
    labels = [kid for kid in item["K"] if _element(kid, pdf)["S"] == "/Lbl"]
    content = [kid for kid in item["K"] if kid not in labels]
    if all(_element(kid, pdf)["S"] == "/LBody" for kid in content):
        return
    body = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "K": pydyf.Array(content),
            "Pg": item["Pg"],
            "P": item.reference,
        }
    )
    pdf.add_object(body)
    for kid in content:
        element = _element(kid, pdf)
        element["P"] = body.reference
        if element["S"] == "/LBody":
            element["S"] = "/Div"
    item["K"] = pydyf.Array([*labels, body.reference])


def _element(reference: bytes, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]
