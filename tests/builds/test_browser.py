"""The pages in a real browser, opened from disk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from halo_docs.outputs.chooser import write_chooser
from halo_docs.project import Project
from tests.browser import chromium

Built = Callable[[str], Project]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page()


def address(project: Project, language: str, name: str) -> str:
    return (project.html(language) / name).as_uri()


def test_search_finds_a_word_from_disk(built: Built, page: Page) -> None:
    project = built("fr")
    page.goto(address(project, "fr", "search.html") + "?q=couple")
    page.wait_for_selector("#search-results li a")
    found = page.locator("#search-results li a").all_inner_texts()
    assert any("Installation" in text for text in found), found


def test_the_switcher_keeps_the_section(built: Built, page: Page) -> None:
    project = built("en")
    built("fr")
    page.goto(address(project, "en", "configuration.html") + "#local-interface")
    page.click("nav.manual-languages a[data-language=fr]")
    page.wait_for_url("**/fr/configuration.html#local-interface")
    assert page.locator("html").get_attribute("lang") == "fr"


def test_languages_that_are_not_built_are_hidden(built: Built, page: Page, manual: object) -> None:
    from halo_docs.data.manual import Manual

    assert isinstance(manual, Manual)
    project = built("en")
    write_chooser(manual, [manual.languages["en"]], project.html_root)
    page.goto(address(project, "en", "safety.html"))
    assert page.locator("nav.manual-languages a[data-language=fr]").is_hidden()
    (project.html_root / "languages.js").unlink()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_qr_codes_decode_from_the_screen(built: Built, page: Page, language: str) -> None:
    expected = {
        "en": "https://www.chargeamps.com",
        "fr": "https://www.chargeamps.com/fr/product/charge-amps-halo/",
    }
    page.emulate_media(color_scheme="dark")
    page.goto(address(built(language), language, "cloud-connectivity.html"))
    found = []
    for figure in page.locator("figure.manual-figure").all():
        picture = Image.open(io.BytesIO(figure.screenshot()))
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
    page.emulate_media(color_scheme="light")
    assert sorted(found) == sorted(["https://my.charge.space/", expected[language]])


@pytest.mark.parametrize("name", ["technical-data.html", "installation.html", "configuration.html"])
def test_a_phone_never_scrolls_sideways(built: Built, page: Page, name: str) -> None:
    project = built("fr")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address(project, "fr", name))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_dark_mode_changes_paper_and_keeps_contrast(built: Built, page: Page) -> None:
    project = built("fr")
    page.emulate_media(color_scheme="dark")
    page.goto(address(project, "fr", "safety.html"))
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="light")
    assert paper != page.evaluate("getComputedStyle(document.body).backgroundColor")
