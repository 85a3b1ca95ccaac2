"""Takes out of a text what typography must not touch, and puts it back unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from halo_docs.text.wording import HOLE

NUMBER = "\ufffb"
"""Stands for a role that shows a value."""
NOTE = "\ufffa"
"""Stands for a role that shows the mark of a footnote, which hangs on the word before it."""
MARK = "\ufff9"
"""Stands for what is not shown itself: ``**`` and the backslash of an escape with its character."""

_PATH = r"""[^\s<>()\[\]{}`*\\"«»“”]*[^\s<>()\[\]{}`*\\"«»“”.,;:!?]"""
_KEPT = re.compile(
    rf"""
    \{{(?P<role>[\w+:-]+)\}}(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)  # a role
    | (?P<literal>`+)(?!`).*?(?<!`)(?P=literal)(?!`)                   # a literal
    | (?P<mark>\\[!-/:-@\[-`{{-~] | \*\*)                              # an escape, emphasis
    | (?:[a-z][a-z0-9+.-]*://|www\.){_PATH}                            # an address of the web
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                     # of mail
    | (?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{{2,}}(?![\w.-])(?:/{_PATH})?    # a host
    | [\ufff9-\ufffc]                                                 # our own signs
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"value": NUMBER, "footnote": NOTE}


@dataclass(frozen=True, slots=True)
class Holed:
    """A text with one sign in place of each thing that must stay as it is."""

    text: str
    kept: tuple[str, ...]

    def fill(self, text: str, first: int = 0) -> str:
        """Put everything back into ``text``, which has the same signs in the same order.

        :param first: how many things stand before ``text``, when it is a part.
        """
        things = iter(self.kept[first:])
        return _SIGN.sub(lambda _: next(things), text)

    def part(self, start: int, end: int) -> str:
        """Return a part of the text as its author wrote it."""
        return self.fill(self.text[start:end], len(_SIGN.findall(self.text[:start])))


_SIGN = re.compile(f"[{MARK}{NOTE}{NUMBER}{HOLE}]")


@cache
def holed(text: str) -> Holed:
    """Replace roles, literals, marks and addresses by one sign each."""
    kept: list[str] = []

    def take(match: re.Match[str]) -> str:
        kept.append(match[0])
        if match["mark"]:
            return MARK
        return _SIGNS.get(match["role"], HOLE)

    return Holed(_KEPT.sub(take, text), tuple(kept))
