"""Changes of one element of a page: the same in HTML and in what a PDF is made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from halo_docs.figures.qr import qr_svg

Change = Callable[[Any], str | None]
"""Changes an element; returns what a finding must name, None to try another one."""


@dataclass(frozen=True, slots=True)
class Common:
    """A class of faults that both outputs can have."""

    id: str
    what: str
    path: str
    """XPath of the elements that can be changed."""
    change: Change


def owner(element: Any) -> str:
    found = element.xpath("ancestor-or-self::*[@id][1]/@id")
    return str(found[0]) if found else ""


def with_text(pattern: str, replacement: str, named: str | None = None) -> Change:
    def change(element: Any) -> str | None:
        if element.text and re.search(pattern, element.text):
            element.text = re.sub(pattern, replacement, element.text, count=1)
            return owner(element) if named is None else named
        return None

    return change


def removed(element: Any) -> str:
    name = owner(element)
    parent = element.getparent()
    parent.remove(element)
    return name


def exchanged(element: Any) -> str | None:
    following = element.getnext()
    if following is None or following.tag != element.tag:
        return None
    element.addprevious(following)
    # Which of the two is out of place cannot be told.
    return ""


def moved_behind(element: Any) -> str | None:
    """Move a note from before the action of its step to behind it."""
    action = element.getnext()
    if action is None or "step-text" not in (action.get("class") or ""):
        return None
    action.addnext(element)
    return owner(element)


def doubled(element: Any) -> str:
    element.addnext(deepcopy(element))
    return ""


def with_attribute(name: str, value: str, named: str | None = None) -> Change:
    def change(element: Any) -> str | None:
        if element.get(name) == value:
            return None
        element.set(name, value)
        return owner(element) if named is None else named

    return change


def _next_digit(match: re.Match[str]) -> str:
    return str((int(match[0]) + 1) % 10)


def with_digit(element: Any) -> str | None:
    if not element.text or not re.search(r"\d", element.text):
        return None
    element.text = re.sub(r"\d", _next_digit, element.text, count=1)
    return owner(element)


def with_cells_exchanged(row: Any) -> str | None:
    cells = [cell for cell in row if len(cell) == 1 and cell[0].text and not len(cell[0])]
    if len(cells) < 2:
        return None
    cells[0][0].text, cells[1][0].text = cells[1][0].text, cells[0][0].text
    return owner(row)


def with_sentence(element: Any) -> str:
    extra = deepcopy(element)
    extra.attrib.pop("id", None)
    for child in list(extra):
        extra.remove(child)
    extra.text = "This sentence is not the manual’s."
    element.addnext(extra)
    return "sentence"


def with_other_code(text: str) -> str | None:
    """Return a page whose QR code says another address; None where there is no code."""
    found, other = (
        re.search(r'qr-ink"[^>]* d="([^"]+)"', page)
        for page in (text, qr_svg("https://example.invalid/x", 30))
    )
    return text.replace(found[1], other[1]) if found and other else None


SAFETY = "//div[contains(@class, 'safety ')]"
STEP = "//li[contains(@class, 'step')]"
PROCEDURE = "//div[contains(@class, 'procedure')]"
REFERENCE = "//a[contains(@class, 'block-reference')]"
COVER = (
    "#{id} { position: relative } "
    "#{id}::after { content: ''; position: absolute; left: 0; top: 0; right: 0; bottom: 0; background: #fff }"
)
_TITLE, _NOT_TITLE = "/p[contains(@class, 'admonition-title')]", "/p[not(contains(@class, 'title'))]"
_NOTE_IN_STEP = "//li/*[self::div[contains(@class, 'manual-note')] or self::p[@id]]"

COMMON: tuple[Common, ...] = (
    Common("value-digit", "a value gets another digit", "//span[@class='value']", with_digit),
    Common(
        "decimal-mark",
        "a number has another language’s decimal mark",
        "//span[@class='value']",
        with_text(r"(?<=\d),(?=\d)", "."),
    ),
    Common(
        "unit", "a value gets another unit", "//span[@class='value']", with_text(r"\u00a0\S+\Z", "\u00a0lb")
    ),
    Common("minus", "a minus sign is lost", "//span[@class='value']", with_text("−", "")),
    Common(
        "product-lost",
        "a product number is left out",
        "//span[@class='products']",
        with_text(r"[\w-]+(?:, | \w+ )", ""),
    ),
    Common("row-lost", "a table row is left out", "//tbody/tr[@id]", removed),
    Common("panel-lost", "a safety message is left out", SAFETY, removed),
    Common("signal-word", "a signal word becomes another one", f"{SAFETY}{_TITLE}", with_text(r".+", "OK")),
    Common(
        "safety-word",
        "a word of a safety message is left out",
        f"{SAFETY}{_NOT_TITLE}",
        with_text(r"\w+ ", ""),
    ),
    Common("note-lost", "a note is left out", "//div[contains(@class, 'manual-note')]", removed),
    Common("note-behind", "a note stands behind its step", _NOTE_IN_STEP, moved_behind),
    Common("item-lost", "a list item is left out", "//ul/li[@id]", removed),
    Common("step-lost", "a step is left out", STEP, removed),
    Common("steps-exchanged", "two steps are exchanged", STEP, exchanged),
    Common("step-doubled", "a step stands twice", STEP, doubled),
    Common("cells-exchanged", "two cells are exchanged", "//tbody/tr[@id]", with_cells_exchanged),
    Common("footnote-lost", "a footnote is left out", "//p[contains(@class, 'footnote-text')]", removed),
    Common(
        "legend-letter",
        "a letter of a legend becomes another",
        "//span[@class='callout']",
        with_text(r".+", "Z"),
    ),
    Common(
        "alt-lost",
        "a figure loses its alternative text",
        "//*[local-name()='svg']/*[local-name()='title']",
        with_text(r".+", "?", "alternative text"),
    ),
    Common(
        "label-changed",
        "a word in a drawing changes",
        "//*[local-name()='tspan']",
        with_text(r"\w", "x", "words in the drawing"),
    ),
    Common("figure-lost", "a figure is left out", "//figure", removed),
    Common("caption-number", "a figure has another number", "//span[@class='figure-number']", with_digit),
    Common("ref-number", "a reference names another number", REFERENCE, with_text(r"\d", "9")),
    Common("heading-number", "a heading has another number", "//span[@class='section-number']", with_digit),
    Common("text-added", "a paragraph is added", "//p[@id or parent::li]", with_sentence),
)
"""What is put into both outputs."""
