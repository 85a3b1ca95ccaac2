"""The items of a list end alike.

A list of mixed sentences and fragments looks like a slip, and hides where a sentence was cut off. The
last item may end with a full stop where the others end with a comma or semicolon, and an item that a
list or a role ends is not looked at.

Bad:  “a cable.”, “a screw”, “a cover.”
Good: “a cable”, “a screw”, “a cover”
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import ListBlock, ListItem
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule
from halo_docs.text.marks import unnoted
from halo_docs.text.wording import HOLE

_ENDS = ".,;!?:"
_SENTENCE = ".!?"
_CLOSING = "\"'”’“»)]\u00a0 "


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the items that end otherwise than most of their list."""
    for chapter in manual.chapters:
        for _, node in walk(chapter):
            if isinstance(node, ListBlock | ListItem):
                yield from _list(node.items)


def _list(items: tuple[ListItem, ...]) -> Iterator[Finding]:
    yield from _beginnings(items)
    ends = [(item, _end(item)) for item in items if not item.items]
    known = [(item, end) for item, end in ends if end is not None]
    if len(known) < 2:
        return
    if known[-1][1] == "." and all(end in {",", ";"} for _, end in known[:-1]):
        known = known[:-1]
    usual = Counter(end for _, end in known).most_common(1)[0][0]
    for item, end in known:
        if end != usual:
            message = f"ends with {_told(end)}, other items of the list with {_told(usual)}"
            yield Finding(item.text.location, message, item.text.key)


def _beginnings(items: tuple[ListItem, ...]) -> Iterator[Finding]:
    """Yield the one item that begins with a small letter where all others have a capital, or the reverse.

    A capital may be a name, so one is told only of a word that another text of the list has in small.
    """
    first = [(item, unnoted(item.text.source).partition(" ")[0]) for item in items]
    words = [(item, word) for item, word in first if word[:1].isalpha() and word[1:] == word[1:].lower()]
    small = [item for item, word in words if word[0].islower()]
    capital = [(item, word) for item, word in words if word[0].isupper()]
    if len(words) == len(items) > 2 and len(small) == 1:
        yield Finding(
            small[0].text.location,
            "begins with a small letter, the other items with a capital",
            small[0].text.key,
        )
    if len(capital) == 1 and len(small) >= 2:
        item, word = capital[0]
        if any(word.lower() in other.text.source.split() for other in small):
            yield Finding(
                item.text.location,
                "begins with a capital, the other items with a small letter",
                item.text.key,
            )


def _end(item: ListItem) -> str | None:
    """Return the mark that ends an item; nothing is the empty mark, unknown is None."""
    text = unnoted(item.text.source).rstrip(_CLOSING)
    last = text[-1:] or HOLE
    if last in _SENTENCE:
        return "."
    return None if last == HOLE else last if last in _ENDS else ""


def _told(end: str) -> str:
    return f'"{end}"' if end else "no mark"


RULE = Rule("list-style", Severity.WARNING, Manual, find)
