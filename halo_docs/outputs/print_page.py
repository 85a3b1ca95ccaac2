"""The page that is printed: cover, contents and body of one manual as one HTML document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.design import PRINT, STATIC


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the contents."""

    anchor: str
    number: str
    """Empty where the heading carries none."""
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Everything that the print template shows."""

    language: str
    language_name: str
    direction: str
    product: str
    title: str
    manufacturer: str
    product_numbers_label: str
    product_numbers: Sequence[str]
    identity: Sequence[tuple[str, str]]
    """Label and text of document number, revision, date …"""
    draft: str
    """Text of the draft mark; empty for a reviewed language."""
    contents_label: str
    page_label: str
    front: str
    """HTML that stands inside the cover: the legal notice."""
    body: str
    """HTML of the chapters, made by our own writer."""
    headings: Sequence[Heading]


def print_html(page: PrintPage) -> str:
    """Return the document as HTML."""
    templates = Environment(
        loader=FileSystemLoader(PRINT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template("manual.html").render(page=page) + "\n"


def print_css(page: PrintPage) -> str:
    """Return the style sheet, then the rules that hold words of the page's language."""
    name, label = _string(page.language_name), _string(f"{page.page_label}\u00a0")
    return "\n".join(
        [
            (STATIC / "tokens.css").read_text("utf-8"),
            (STATIC / "signs.css").read_text("utf-8"),
            (PRINT / "print.css").read_text("utf-8"),
            f"@page :left {{ @bottom-left {{ content: counter(page) '\\2003' {name} }} }}",
            f"@page :right {{ @bottom-right {{ content: {name} '\\2003' counter(page) }} }}",
            f"a.block-reference::after {{ content: ' (' {label} target-counter(attr(href), page) ')' }}",
        ]
    )


def _string(text: str) -> str:
    """Quote a text for CSS; every character that is no letter, digit or space is escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
