"""What a picture says to somebody who does not see it: a short text, and a long one where it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words that go with one picture at one place."""

    place: str
    """Id of what shows the picture; the same picture may stand in several places of a page."""
    alt: str
    description: str = ""
    """Long description; empty where the short text says everything."""


def on_screen(picture: str, spoken: Spoken) -> str:
    """Give an ``<svg>`` or ``<img>`` its words: name and description, tied to it by their ids.

    The ids have a dot, which no id of the data has.
    """
    alt_id, long_id = f"{spoken.place}.alt", f"{spoken.place}.description"
    described = f' aria-describedby="{long_id}"' if spoken.description else ""
    if picture.startswith("<svg"):
        inside = f'<title id="{alt_id}">{escape(spoken.alt)}</title>'
        if spoken.description:
            inside += f'<desc id="{long_id}">{escape(spoken.description)}</desc>'
        return _opened(picture, f' role="img" aria-labelledby="{alt_id}"{described}', inside)
    shown = _opened(picture, f' alt="{escape(spoken.alt)}"{described}', "")
    if spoken.description:
        shown += f'<span id="{long_id}" hidden>{escape(spoken.description)}</span>'
    return shown


def on_paper(picture: str, spoken: Spoken, style: str) -> str:
    """Give a picture its words for PDF/UA, which has one alternative text for each figure.

    :param style: style sheet for inside an SVG.
    """
    words = escape(" ".join(filter(None, (spoken.alt, spoken.description))))
    if picture.startswith("<svg"):
        return _opened(picture, "", f"<title>{words}</title><style>{style}</style>")
    return _opened(picture, f' alt="{words}"', "")


def _opened(picture: str, attributes: str, inside: str) -> str:
    """Put attributes into the first tag of a picture, and something behind it."""
    opening, _, rest = picture.partition(">")
    return f"{opening}{attributes}>{inside}{rest}"
