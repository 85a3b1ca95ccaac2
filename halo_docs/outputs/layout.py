"""Looks at the pages that WeasyPrint has laid out, and tells what a typographer would send back.

Lengths are CSS pixels (1/96 inch), as WeasyPrint counts them. The rules: nothing runs out of its page
or its table cell, no two texts lie on each other, panels, figures, rows and short steps stand on one
page, no heading and no lead-in is the last thing on a page, no page is empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

TOLERANCE = 1.0
"""Pixels that rounding may cost."""

WHOLE_CLASSES = ("admonition", "short-table", "alternative")
"""Classes of what stands on one page."""

WHOLE_TAGS = ("figure", "tr")
"""Tags of what stands on one page."""

HEADINGS = ("h1", "h2", "h3", "h4")

COVERED = 0.3
"""Share of a text's area that may lie on another's: line boxes are taller than what is printed."""


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """Something that does not look right."""

    page: int
    """Number of the page, from 1."""
    block: str
    """Id of the nearest block around it."""
    message: str

    def __str__(self) -> str:
        return f"page {self.page}: {self.block}: {self.message}"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A piece of text or a picture on a page."""

    x: float
    y: float
    width: float
    height: float
    block: str
    text: str
    room: tuple[float, float] | None
    """Left and right edge of what must hold it; None where it is placed freely."""
    tag: str


def layout_faults(pages: Sequence[Any]) -> Iterator[LayoutFault]:
    """Yield everything that is wrong with laid out pages.

    :param pages: the pages of a ``weasyprint.Document``.
    """
    seen: dict[int, _Whole] = {}
    for number, page in enumerate(pages, start=1):
        box = page._page_box
        flow = [child for child in box.children if type(child).__name__ != "MarginBox"]
        leaves = [leaf for child in flow for leaf in _leaves(child, _Context())]
        if not leaves:
            yield LayoutFault(number, "-", "the page is empty")
            continue
        yield from _out_of_page(number, box, leaves)
        yield from _on_each_other(number, leaves)
        if leaves[-1].tag in HEADINGS:
            yield LayoutFault(number, leaves[-1].block, "the heading is the last thing on the page")
        elif leaves[-1].text.rstrip().endswith(":"):
            yield LayoutFault(number, leaves[-1].block, "a lead-in is the last thing on the page")
        for child in flow:
            _collect_whole(child, number, seen, "-")
        half = box.height / 2
    for whole in seen.values():
        first, *more = sorted(whole.pages)
        is_step = whole.kind == "step"
        if more and not (is_step and sum(whole.pages.values()) > half):
            yield LayoutFault(first, whole.block, f"the {whole.kind} is divided between pages")


def chapter_pages(pages: Sequence[Any]) -> dict[str, int]:
    """Return how many pages each chapter takes, by the id of its first section."""
    found: dict[str, set[int]] = defaultdict(set)
    names: dict[int, str] = {}

    def visit(box: Any, number: int) -> None:
        if "chapter" in _classes(box):
            section = next((e for e in box.element.iter() if e.tag == "section" and e.get("id")), None)
            name = names.setdefault(id(box.element), section.get("id") if section is not None else "-")
            found[name].add(number)
            return
        for child in _children(box):
            visit(child, number)

    for number, page in enumerate(pages, start=1):
        visit(page._page_box, number)
    return {name: len(numbers) for name, numbers in found.items()}


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a box from the boxes around it."""

    block: str = "-"
    tag: str = ""
    room: tuple[float, float] | None = None


def _children(box: Any) -> Sequence[Any]:
    return getattr(box, "children", None) or ()


def _classes(box: Any) -> list[str]:
    element = getattr(box, "element", None)
    return (element.get("class") or "").split() if element is not None else []


def _id(box: Any) -> str | None:
    element = getattr(box, "element", None)
    return element.get("id") if element is not None else None


def _leaves(box: Any, around: _Context) -> Iterator[_Leaf]:
    kind = type(box).__name__
    tag = box.element_tag or ""
    own = _Context(
        block=_id(box) or around.block,
        tag=tag if tag in HEADINGS else around.tag,
        room=_room(box, kind, around),
    )
    if kind == "TextBox" or kind.endswith("ReplacedBox"):
        text = getattr(box, "text", "")
        if kind != "TextBox" or text.strip():
            yield _Leaf(
                box.position_x, box.position_y, box.width, box.height, own.block, text, own.room, own.tag
            )
        return
    for child in _children(box):
        yield from _leaves(child, own)


def _room(box: Any, kind: str, around: _Context) -> tuple[float, float] | None:
    """Return the edges between which the text of a box must stay."""
    if kind == "AbsolutePlaceholder" or (box.style is not None and box.style["position"] == "absolute"):
        return None
    if kind == "TableCellBox":
        return box.content_box_x(), box.content_box_x() + box.width
    return around.room


def _out_of_page(number: int, page: Any, leaves: Sequence[_Leaf]) -> Iterator[LayoutFault]:
    left, top = page.content_box_x(), page.content_box_y()
    right, bottom = left + page.width, top + page.height
    for leaf in leaves:
        what = f'"{leaf.text.strip()[:40]}"' if leaf.text else "the picture"
        for place, (start, end) in (("page", (left, right)), ("table cell", leaf.room or (left, right))):
            if leaf.x + leaf.width > end + TOLERANCE or leaf.x < start - TOLERANCE:
                yield LayoutFault(number, leaf.block, f"{what} runs out of the {place} at the side")
                break
        if leaf.y + leaf.height > bottom + TOLERANCE or leaf.y < top - TOLERANCE:
            yield LayoutFault(number, leaf.block, f"{what} runs out of the page at the top or bottom")


def _on_each_other(number: int, leaves: Sequence[_Leaf]) -> Iterator[LayoutFault]:
    texts = sorted((leaf for leaf in leaves if leaf.text), key=lambda leaf: leaf.y)
    for index, first in enumerate(texts):
        for second in texts[index + 1 :]:
            if second.y >= first.y + first.height:
                break
            width = min(first.x + first.width, second.x + second.width) - max(first.x, second.x)
            height = min(first.y + first.height, second.y + second.height) - second.y
            smaller = min(first.width * first.height, second.width * second.height)
            if width > 0 and height > 0 and width * height > COVERED * smaller:
                message = f'"{second.text.strip()[:40]}" lies on "{first.text.strip()[:40]}"'
                yield LayoutFault(number, second.block, message)


@dataclass(slots=True)
class _Whole:
    """Something that belongs on one page, and how much of it stands on which."""

    kind: str
    block: str
    pages: dict[int, float]
    """Number of the page -> height of the part on it."""


def _collect_whole(box: Any, number: int, seen: dict[int, _Whole], block: str) -> None:
    block = _id(box) or block
    kind = _whole_kind(box)
    if kind is not None:
        whole = seen.setdefault(id(box.element), _Whole(kind, block, {}))
        whole.pages[number] = max(whole.pages.get(number, 0.0), float(box.height))
    if box.element_tag == "thead":
        # The head of a long table stands on each of its pages.
        return
    for child in _children(box):
        _collect_whole(child, number, seen, block)


def _whole_kind(box: Any) -> str | None:
    if box.element_tag in WHOLE_TAGS:
        return "row" if box.element_tag == "tr" else "figure"
    if not box.element_tag or "::" in box.element_tag:
        return None
    classes = _classes(box)
    if "step" in classes and "long-step" not in classes:
        return "step"
    for name in WHOLE_CLASSES:
        if name in classes:
            return {"admonition": "panel", "short-table": "table", "alternative": "alternative"}[name]
    return None
