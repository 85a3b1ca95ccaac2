"""The page that is printed: cover, contents and body of one manual as one HTML document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.data.design import Paper
from halo_docs.data.manual import Manual
from halo_docs.design import PRINT, STATIC, tokens_css
from halo_docs.outputs.paper import page_css


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the contents."""

    anchor: str
    number: str
    """Empty where the heading carries none."""
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintChapter:
    """One chapter as it is printed."""

    html: str
    """Made by our own writer."""
    follows: bool
    """It stands on the page on which the chapter before it ends, if it fits there whole."""


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
    paper: Paper
    tokens: Mapping[str, str]
    """Design tokens that the publisher has changed."""
    front: str
    """HTML that stands inside the cover: the legal notice."""
    chapters: Sequence[PrintChapter]
    cover: str
    """SVG or image on the front page; may be empty."""
    headings: Sequence[Heading]


def pdf_name(manual: Manual, language: str, paper: Paper) -> str:
    """Return the name of a language's PDF; only a size that is not the manual's own is named."""
    size = "" if paper is manual.design.paper else f"-{paper.value.lower()}"
    return f"{manual.identity.file_name}-{language}{size}.pdf"


TAB_STEP = 14
"""Millimetres from one chapter's tab to the next at the edge of the page."""


def print_html(pages: Sequence[PrintPage]) -> str:
    """Return one manual, or a booklet of several languages, as HTML."""
    templates = Environment(
        loader=FileSystemLoader(PRINT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template("manual.html").render(pages=pages) + "\n"


def print_css(pages: Sequence[PrintPage]) -> str:
    """Return the style sheet, then the rules that hold words of the pages' languages."""
    first = pages[0]
    tabs = len(pages) if len(pages) > 1 else len(first.chapters)
    return "\n".join(
        [
            tokens_css(first.tokens),
            (STATIC / "signs.css").read_text("utf-8"),
            (PRINT / "print.css").read_text("utf-8"),
            (PRINT / "mirrored.css").read_text("utf-8") if first.direction == "rtl" else "",
            page_css(first.paper),
            *map(_page_reference, pages),
            *(f".tab-{n} {{ margin-top: {(n - 1) * TAB_STEP:g}mm }}" for n in range(1, tabs + 1)),
        ]
    )


def _page_reference(page: PrintPage) -> str:
    label = _string(f"{page.page_label}\u00a0")
    shown = f"' (' {label} target-counter(attr(href), page) ')'"
    return f'[lang="{page.language}"] a.block-reference::after {{ content: {shown} }}'


def _string(text: str) -> str:
    """Quote a text for CSS; every character that is no letter, digit or space is escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
