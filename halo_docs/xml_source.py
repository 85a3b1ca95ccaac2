"""Parses XML from outside: no entities, no network, no DTD, no huge trees. The only parser of XML files."""

from __future__ import annotations

from pathlib import Path

from lxml import etree


class XmlSyntaxError(ValueError):
    """The text is not well-formed XML, or wants what is not allowed.

    :param message: what is wrong, in one line.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        self.message, self.line, self.column = message, max(line, 1), max(column, 1)
        super().__init__(message)


def parse_xml(content: bytes) -> etree._Element:
    """Return the root of a document; comments and processing instructions are left out.

    :raises XmlSyntaxError: when it is not XML, or its document type declares something.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise XmlSyntaxError((error.msg or "not XML").partition(", line ")[0], line, column) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any((*declared.iterentities(), *declared.iterelements())):
        raise XmlSyntaxError("a document type must not declare entities or elements")
    return root


def read_bounded(path: Path, most: int) -> bytes | None:
    """Return what a file holds, or None when it is larger than ``most`` bytes.

    :raises OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    return content if len(content) <= most else None
