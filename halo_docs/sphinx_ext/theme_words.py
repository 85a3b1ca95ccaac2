"""The words that the theme does not hand to gettext: names of its buttons, read out by screen readers."""

from __future__ import annotations

import re
from collections.abc import Callable

BUTTONS = (
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
    "Toggle Light / Dark / Auto color theme",
)
"""Attributes ``aria-label`` of the theme; each is a message of ``sphinx.po``."""

_ICON_TITLE = re.compile(r"<title>[^<]*</title>\s*")
"""An icon's own title, in one language; our drawings' titles have an id."""


def with_translated_buttons(body: str, gettext: Callable[[str], str]) -> str:
    """Return the body of a page with its buttons named in the page's language.

    Icons lose their titles, which only repeat, in one language, what their button is for.
    """
    for word in BUTTONS:
        body = body.replace(f'aria-label="{word}"', f'aria-label="{gettext(word)}"')
    return _ICON_TITLE.sub("", body)
