from __future__ import annotations

import pytest

from halo_docs.live.page import SCRIPT, empty_page, with_script


@pytest.mark.parametrize(
    ("page", "before"),
    [
        (b"<html><head><title>T</title></head><body></body></html>", b"<title>T</title>"),
        (b"<HTML><HEAD></HEAD><BODY></BODY></HTML>", b"<HEAD>"),
        (b"<p>no head</p>", b"<p>no head</p>"),
    ],
)
def test_the_script_stands_at_the_end_of_the_head(page: bytes, before: bytes) -> None:
    served = with_script(page, "7")
    at = served.index(b"<script")
    tag = served[at : served.index(b"</script>") + len(b"</script>")]
    assert served[:at].endswith(before)
    assert served.replace(tag, b"", 1) == page
    assert b'data-version="7"' in tag


def test_the_pdf_is_linked_when_it_is_built() -> None:
    assert b'data-pdf="/manual.pdf"' in with_script(b"", "7", with_pdf=True)
    assert b"data-pdf" not in with_script(b"", "7")


def test_a_page_that_is_not_built_waits_for_news() -> None:
    assert b"data-events" in with_script(empty_page("Not yet."), "7")


def test_the_script_shows_problems_as_text() -> None:
    assert "innerHTML" not in SCRIPT.read_text("utf-8")
