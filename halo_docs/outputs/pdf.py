"""HTML for print to PDF/UA-1. The only user of WeasyPrint."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from halo_docs.design import SYMBOLS
from halo_docs.design.fonts import font_face_css, font_files
from halo_docs.files import write_bytes, write_text
from halo_docs.outputs.print_page import PrintPage, print_css, print_html

_PICTURES = ("data:image/png;base64,", "data:image/svg+xml;base64,")
"""Pictures that stand in the page itself."""


class FetchDenied(ValueError):
    """Something in the page asked for a file or an address that it may not read."""


class _OwnFilesOnly(URLFetcher):  # type: ignore[misc]
    """Reads our own fonts and signs; everything else is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        own = (*font_files().values(), *SYMBOLS.glob("*.svg"))
        self._allowed = {path.resolve() for path in own}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Open a font or a sign.

        :raises FetchDenied: for any other address.
        """
        if url.startswith(_PICTURES):
            return super().fetch(url, headers)
        parts = urlsplit(url)
        path = Path(url2pathname(unquote(parts.path))).resolve()
        if parts.scheme != "file" or path not in self._allowed:
            raise FetchDenied(f"refused to read {url}")
        return super().fetch(url, headers)


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs instead of printing it."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    log = logging.getLogger("weasyprint")
    handler = Collect(level=logging.WARNING)
    before, propagate = log.handlers[:], log.propagate
    log.handlers, log.propagate = [handler], False
    # fontTools reports every step of making a subset.
    fonts = logging.getLogger("fontTools")
    level = fonts.level
    fonts.setLevel(logging.WARNING)
    try:
        yield found
    finally:
        log.handlers, log.propagate = before, propagate
        fonts.setLevel(level)


def write_pdf(page: PrintPage, target: Path, note: Path) -> list[str]:
    """Typeset a page and write it to ``target``, whole or not at all.

    :param note: file that remembers what ``target`` was made from; when that has not changed,
        nothing is typeset.
    :returns: what WeasyPrint complained about; nothing when all is well.
    """
    made_from = _fingerprint(page)
    if (
        note.is_file()
        and target.is_file()
        and note.read_text("ascii").split() == [made_from, _digest(target.read_bytes())]
    ):
        return []
    complaints = _typeset(page, target)
    if not complaints:
        write_text(note, f"{made_from} {_digest(target.read_bytes())}\n")
    return complaints


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fingerprint(page: PrintPage) -> str:
    """Return a hash of all that a PDF is made from."""
    own = (*font_files().values(), *sorted(SYMBOLS.glob("*.svg")))
    parts = [print_html(page), print_css(page), weasyprint.__version__]
    parts += [_digest(path.read_bytes()) for path in own]
    return _digest("\0".join(parts).encode("utf-8"))


def _typeset(page: PrintPage, target: Path) -> list[str]:
    fetcher = _OwnFilesOnly()
    fonts = FontConfiguration()
    with _collected_warnings() as complaints:
        css = weasyprint.CSS(
            string=font_face_css() + print_css(page),
            base_url=SYMBOLS.parent.as_uri() + "/",
            url_fetcher=fetcher,
            font_config=fonts,
        )
        html = weasyprint.HTML(string=print_html(page), url_fetcher=fetcher)
        pdf = html.write_pdf(
            stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1", presentational_hints=False
        )
    write_bytes(target, pdf)
    return complaints
