"""Lays out XML for people: structure indented, texts untouched; the same tree gives the same bytes."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree


def to_bytes(root: etree._Element, solid: Container[str]) -> bytes:
    """Return a document as UTF-8.

    :param solid: names of the elements whose content is text, to be left as it is.
    """
    _indent(root, "\n", solid)
    declaration = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return declaration + content + b"\n"


def add_text(parent: etree._Element, text: str) -> None:
    """Put text behind the last child of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def is_writable(text: str) -> bool:
    """Tell whether XML can hold a text: most control characters it cannot."""
    try:
        etree.Element("x").text = text
    except ValueError:
        return False
    return "\r" not in text


def _indent(element: etree._Element, line: str, solid: Container[str]) -> None:
    if str(element.tag) in solid or not len(element):
        return
    element.text = f"{line}  "
    for child in element:
        _indent(child, f"{line}  ", solid)
        child.tail = f"{line}  "
    element[-1].tail = line
