"""The translator's page: complete, true to the checks, safe, and pleasant in a real browser."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from lxml import html
from playwright.sync_api import Browser, Page, expect

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.cli import main
from halo_docs.data.manual import Manual
from halo_docs.messages.extract import messages
from halo_docs.project import Project
from tests.browser import chromium
from tests.conftest import MINI, ROOT, copy_project

HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> & 'drift'"
"""What a catalog might bring."""


def build(project: Project, *languages: str) -> None:
    with contextlib.chdir(project.root):
        result = CliRunner().invoke(main, ["preview", *languages])
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines() == [f"build/preview/{code}/index.html" for code in languages]


def written(project: Project, language: str) -> Path:
    return project.preview(language) / "index.html"


def parsed(project: Project, language: str) -> Any:
    return html.fromstring(written(project, language).read_text("utf-8"))


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1, before
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """This manual with its French page."""
    project = copy_project(ROOT, tmp_path_factory.mktemp("french"))
    build(project, "fr")
    return project


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The mini manual with one fault of each kind in its catalogs, and its page."""
    project = copy_project(MINI, tmp_path_factory.mktemp("faulty"))
    shutil.copytree(ROOT / "tests" / "rules" / "base", project.locales, dirs_exist_ok=True)
    catalogs = project.catalogs("da")
    use = catalogs / "betrieb.po"
    replace(use, 'msgstr "Åbn ventilen."', 'msgstr ""')
    replace(use, 'msgctxt "trockenlauf.hazard"', '#, fuzzy\nmsgctxt "trockenlauf.hazard"')
    replace(use, 'msgid "Lassen Sie die Pumpe nie trocken laufen."', 'msgid "Nie trocken laufen lassen."')
    replace(use, "Fyld pumpen. Trykket er {value}`druck`.", "Fyld pumpen. Trykket er 2 bar.")
    hostile = HOSTILE.replace('"', '\\"')
    replace(catalogs / "axes.po", 'msgstr "Drift"', f'msgstr "{hostile}"')
    replace(catalogs / "axes.po", 'msgstr "Netdrift"', 'msgstr "Net\u202edrift"')
    replace(catalogs / "manual.po", "Language: da", "Language: sv")
    build(project, "da")
    return project


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes every word of the console; a refused script or style would speak there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    opened = context.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    yield opened
    context.close()
    assert told == []


def row(page: Page, key: str) -> Any:
    return page.locator(f'[id="{key}"]')


def shown(page: Page) -> int:
    return page.locator(".message:visible").count()


# -- what stands on the page ---------------------------------------------------------------------


def test_every_message_of_this_manual_stands_there_once(french: Project, manual: Manual) -> None:
    document = parsed(french, "fr")
    rows = document.find_class("message")
    wanted = {f"{message.domain}/{message.key}": message for message in messages(manual)}
    assert sorted(row.get("data-name") for row in rows) == sorted(wanted)
    for row in rows:
        source = row.find_class("source")[0]
        assert (source.text_content(), source.get("lang")) == (wanted[row.get("data-name")].source, "en")
        assert row.find_class("target")[0].get("lang") == "fr"
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not re.search(re.escape(str(french.root)) + "|file:", written(french, "fr").read_text("utf-8"))


def test_blocks_look_as_in_the_manual(french: Project) -> None:
    document = parsed(french, "fr")

    def block(key: str) -> Any:
        unit = document.get_element_by_id(key).iterancestors("section")
        return next(unit).find(".//article")

    step = block("reassembly-screws.text")
    assert step.find(".//li").get("data-number") == "3"
    assert "1,5–2,0\u00a0N·m" in step.text_content()
    for field in ("title", "alt"):
        assert block(f"close-front-cover.{field}").find(".//svg") is not None
    panel = block("safety-read-first.avoidance").find_class("safety-warning")[0]
    assert "has-sign" in panel.get("class")
    assert len(block("spec-wifi.label").findall(".//tbody/tr")) == 1
    marks = {mark.get("data-text") for mark in block("spec-wifi.label").iter("span")}
    assert {"specifications/spec-wifi.label", "specifications/spec-wifi-type.label"} <= marks
    # Loose words are shown in the first block that holds them.
    assert block("schematic").find(".//figcaption") is not None


def test_links_lead_to_catalog_source_and_page(base: Project) -> None:
    build(base, "da")
    assert run(Job(base.root, "da", ("html",))).complaints == ()
    document, page = parsed(base, "da"), written(base, "da")
    step = document.get_element_by_id("schritt-fuellen.text")
    places = step.find_class("places")[0]
    assert "locales/da/LC_MESSAGES/betrieb.po:55" in places.text_content()
    for element in document.iter("a"):
        address, _, anchor = element.get("href").partition("#")
        target = page.parent / address if address else page
        assert target.is_file(), address
        text = target.read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in text, element.get("href")


def test_two_runs_write_the_same_bytes(base: Project, tmp_path: Path) -> None:
    other = copy_project(base.root, tmp_path / "elsewhere")
    for project in (base, other):
        build(project, "da", "de")
    for language in ("da", "de"):
        assert written(base, language).read_bytes() == written(other, language).read_bytes()
    assert {path.suffix for path in base.preview("da").iterdir()} == {".html", ".ttf"}
    # The source language stands alone.
    step = parsed(base, "de").get_element_by_id("schritt-fuellen.text")
    assert (step.find_class("target"), step.get("data-state")) == ([], "done")


# -- states and findings ---------------------------------------------------------------------------


def test_states_and_findings_are_those_of_the_check(faulty: Project, page: Page) -> None:
    page.goto(written(faulty, "da").as_uri())
    expected = {
        "schritt-ventil.text": ("missing", "po-missing"),
        "trockenlauf.hazard": ("fuzzy", "po-missing"),
        "trockenlauf.avoidance": ("stale", "po-missing"),
        "schritt-fuellen.text": ("refused", "po-roles"),
        "netz.name": ("refused", "po-characters"),
    }
    for key, (state, rule) in expected.items():
        assert row(page, key).get_attribute("data-state") == state
        assert rule in row(page, key).locator(".finding summary code").all_inner_texts(), key
    assert "U+202E" in row(page, "netz.name").locator(".target").inner_text()
    finding = row(page, "schritt-fuellen.text").locator(".finding", has_text="po-roles")
    finding.locator("summary").click()
    assert "A translation keeps every role of its source" in finding.inner_text()
    assert "po-header" in page.locator(".loose").inner_text()
    with contextlib.chdir(faulty.root):
        told = CliRunner().invoke(main, ["check", "--notices", "da"]).stderr.splitlines()
    assert page.locator(".finding").count() == len([line for line in told if "locales/da" in line])
    assert row(page, "trockenlauf.hazard").get_attribute("data-class") == "safety"
    assert row(page, "schritt-fuellen.text").get_attribute("data-class") == "values"
    assert row(page, "schritt-ventil.text").get_attribute("data-class") == "steps"
    assert row(page, "antrieb.name").get_attribute("data-class") == "interface"


def test_a_hostile_catalog_is_text(faulty: Project, page: Page) -> None:
    page.goto(written(faulty, "da").as_uri())
    title = page.title()
    assert row(page, "antrieb.name").locator(".target").inner_text() == HOSTILE
    assert page.locator("script").count() == 1
    assert page.locator("img[src=x]").count() == 0
    assert "owned" not in title == page.title()


def test_the_policy_refuses_what_is_not_ours(faulty: Project, browser: Browser) -> None:
    """Even a hole in the escaping would run nothing and load nothing."""
    text = written(faulty, "da").read_text("utf-8")
    opened = faulty.preview("da") / "hole.html"
    (opened.parent / "other.js").write_text("document.title = 'owned'", "utf-8")
    hole = "<script>document.title = 'owned'</script><script src='other.js'></script><img src='other.png'>"
    opened.write_text(text.replace("<main>", f"<main>{hole}"), "utf-8")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(opened.as_uri())
    assert "owned" not in page.title()
    assert sum("Content Security Policy" in line for line in told) == 3
    page.close()


# -- in the hand -----------------------------------------------------------------------------------


def test_search_and_filters(faulty: Project, page: Page) -> None:
    page.goto(written(faulty, "da").as_uri())
    count = page.locator("#filter--count")
    total = shown(page)
    assert count.inner_text() == f"{total} messages"
    page.keyboard.press("/")
    page.keyboard.type("FÜLLEN pumpe")
    words = page.locator(".message:visible .key").all_inner_texts()
    assert "schritt-fuellen.text" in words and len(words) < total
    page.fill("#filter--search", "trykket er")
    assert page.locator(".message:visible .key").all_inner_texts() == ["schritt-fuellen.text"]
    page.fill("#filter--search", "abn")
    assert shown(page) == 0 and page.locator("#filter--none").is_visible()
    page.fill("#filter--search", "offnen sie")
    assert page.locator(".message:visible .key").all_inner_texts() == ["schritt-ventil.text"]
    assert count.inner_text() == f"1 of {total} messages"
    page.click("button[type=reset]")
    expect(count).to_have_text(f"{total} messages")
    page.select_option("#filter--state", "fuzzy")
    assert page.locator(".message:visible .key").all_inner_texts() == ["trockenlauf.hazard"]
    page.select_option("#filter--state", "")
    page.select_option("#filter--class", "safety")
    assert shown(page) == page.locator('.message[data-class="safety"]').count() > 0
    page.select_option("#filter--class", "")
    page.check("#filter--findings")
    assert shown(page) == page.locator(".message[data-findings]").count() > 0
    page.uncheck("#filter--findings")
    page.select_option("#filter--part", "betrieb")
    assert page.locator("section.part:visible").count() == 1


def test_keys_and_deep_links(faulty: Project, page: Page) -> None:
    page.goto(written(faulty, "da").as_uri() + "#schritt-ein.text")
    assert page.evaluate("document.activeElement.id") == "schritt-ein.text"
    marked = page.locator("article .current")
    assert marked.count() == 1 and marked.inner_text().startswith("Tryk på")
    page.keyboard.press("k")
    before = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "schritt-ein.text" != before
    page.fill("#filter--search", "nothing like this")
    page.evaluate("location.hash = 'trockenlauf.hazard'")
    expect(row(page, "trockenlauf.hazard")).to_be_focused()
    assert row(page, "trockenlauf.hazard").is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_no_violations_of_accessibility(faulty: Project, page: Page, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(written(faulty, "da").as_uri() + "#schritt-fuellen.text")
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_french_page_in_a_browser(french: Project, page: Page) -> None:
    page.goto(written(french, "fr").as_uri())
    page.fill("#filter--search", "ELECTRICIEN QUALIFIE")
    keys = page.locator(".message:visible .key").all_inner_texts()
    assert "safety-qualified-electrician.text" in keys
    assert len(keys) < page.locator(".message").count()
    # Of the long list, only the item that was found is left.
    assert page.locator("article li:visible", has_text="électricien").count() == (
        page.locator("article ul:visible li:visible").count()
    )
    page.fill("#filter--search", "")
    page.select_option("#filter--part", "installation")
    page.select_option("#filter--class", "steps")
    assert "reassembly-front-cover.text" in page.locator(".message:visible .key").all_inner_texts()
    # What is hidden would only take time.
    page.evaluate("document.querySelectorAll('[hidden]').forEach((node) => { node.remove(); })")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
