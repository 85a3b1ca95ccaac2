"""What a served page gets on top of the file on disk."""

from __future__ import annotations

from pathlib import Path

SCRIPT = Path(__file__).parent / "live.js"
"""The page's half of the preview: loads the page again, shows what is wrong."""

SCRIPT_ADDRESS = "/-/live.js"

EVENTS_ADDRESS = "/-/events"

PDF_ADDRESS = "/manual.pdf"

_EMPTY = (
    b"<!DOCTYPE html><html><head><meta charset=utf-8><title>%s</title></head><body><p>%s</p></body></html>"
)


def with_script(page: bytes, version: str, with_pdf: bool = False) -> bytes:
    """Return an HTML page that loads the script, with the version of the build that it shows."""
    pdf = f' data-pdf="{PDF_ADDRESS}"' if with_pdf else ""
    tag = (
        f'<script src="{SCRIPT_ADDRESS}" data-events="{EVENTS_ADDRESS}" data-version="{version}"{pdf} defer>'
        "</script>"
    ).encode()
    at = page.lower().find(b"</head>")
    return page[:at] + tag + page[at:] if at >= 0 else page + tag


def empty_page(message: str) -> bytes:
    """Return a page for an address that leads to no file (yet).

    :param message: plain words of ours; nothing of the request may stand in it.
    """
    return _EMPTY % (message.encode(), message.encode())
