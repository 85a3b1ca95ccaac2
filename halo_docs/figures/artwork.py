"""The manufacturer's own artwork, shown instead of our drawing: SVG, PNG or PDF in docs/figures/artwork.

Artwork keeps its own colours and fonts, so it is shown as an image, in which nothing can run. What it
must not have is taken out all the same: scripts, handlers, foreign objects, references to other files.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree

from halo_docs.problems import Location, Problem

FOLDER = "artwork"
"""Folder below docs/figures."""
MAX_BYTES = 8_000_000
"""Largest file that is read."""
PDF_SCALE = 300 / 72
"""Pixels for each point of a PDF's page: 300 dpi."""

_KEPT = frozenset(
    """
    svg g defs symbol use path line polyline polygon rect circle ellipse text tspan textPath title desc
    linearGradient radialGradient stop clipPath mask pattern marker style
    """.split()  # noqa: SIM905 (a table of words)
)
_SVG = "{http://www.w3.org/2000/svg}"
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Artwork:
    """A picture that can be put into a page."""

    path: str
    data_uri: str
    """``data:image/png;base64,…`` or ``data:image/svg+xml;base64,…``."""


def read_artwork(folder: Path, name: str) -> tuple[Mapping[str, Artwork], list[Problem]]:
    """Read every file of a folder.

    :param name: how messages name the folder.
    :returns: file name -> artwork, and what could not be used.
    """
    found: dict[str, Artwork] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*")):
        place = Location(f"{name}/{path.name}")
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            message = f"artwork must be a file of at most {MAX_BYTES} bytes, not a link"
            problems.append(Problem(place, message, "figure-file"))
            continue
        try:
            found[path.name] = Artwork(str(place.path), _data_uri(path))
        except (etree.XMLSyntaxError, pypdfium2.PdfiumError, ValueError) as error:
            message = f"cannot be used as artwork: {str(error).partition(', line ')[0]}"
            problems.append(Problem(place, message, "figure-file"))
    return found, problems


def _data_uri(path: Path) -> str:
    content = path.read_bytes()
    match path.suffix.lower():
        case ".svg":
            return _encoded("image/svg+xml", _clean_svg(content))
        case ".png" if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return _encoded("image/png", content)
        case ".pdf":
            return _encoded("image/png", _first_page(content))
        case _:
            raise ValueError("neither SVG, PNG nor PDF")


def _encoded(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _first_page(content: bytes) -> bytes:
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[0]
        picture = page.render(scale=PDF_SCALE).to_pil()
        page.close()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def _clean_svg(content: bytes) -> bytes:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    root = etree.fromstring(content, parser)
    if root.tag != f"{_SVG}svg":
        raise ValueError("the root is not <svg>")
    for element in list(root.iter()):
        tag = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
        parent = element.getparent()
        if parent is not None and (tag not in _KEPT or _OUTSIDE.search(element.text or "")):
            parent.remove(element)
            continue
        for attribute, value in list(element.attrib.items()):
            local = etree.QName(attribute).localname
            leads_out = local == "href" and not str(value).startswith("#")
            if local.lower().startswith("on") or leads_out or _OUTSIDE.search(str(value)):
                del element.attrib[attribute]
    return bytes(etree.tostring(root))
