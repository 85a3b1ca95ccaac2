"""The pseudo-languages, built for real: nothing untranslated is left, and the mirrored page is mirrored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from lxml import html
from playwright.sync_api import Page

from halo_docs.builds.page_counts import uneven_chapters
from halo_docs.builds.sphinx_job import Job, note_of, run
from halo_docs.cli import main
from halo_docs.data.base import walk
from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain
from halo_docs.files import write_text
from halo_docs.messages import translation
from halo_docs.messages.pseudo import pseudo_catalogs
from halo_docs.outputs.chooser import refresh_chooser
from halo_docs.project import Project
from tests.browser import chromium
from tests.conftest import MINI, copy_project
from tests.pages import pdf_file, pdf_pages

LTR, RTL = "qps-ploc", "qps-plocm"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1400, "height": 900}

PLAIN = re.compile("[A-Za-z]{2}")
"""Letters without an accent; a single one may be the index of a symbol, or q or x, which have no relative."""
CODE = re.compile(r"[A-Za-z]|[A-Z0-9][\w/-]*[A-Z0-9²][A-Z0-9²]*|[\d.]+[A-Z]|HALO_n+M|n+")
"""What is a code by its form: two capitals or digits, or a single letter."""
ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")


def load(project: Project) -> Manual:
    manual, problems = load_manual(project)
    assert manual is not None, problems
    return manual


def untouched(manual: Manual) -> set[str]:
    """Return the words of what is data and no text: names, numbers, codes, addresses, labels, units."""
    kept = [str(language.name) for language in manual.languages.values()]
    things = (manual.identity, *map(dict, (manual.values, manual.units, manual.products, manual.figures)))
    things += (dict(manual.links), dict(manual.ui_labels), manual.specifications, dict(manual.open_inputs))
    kept += [str(leaf) for thing in things for _, leaf in walk(thing) if isinstance(leaf, Plain)]
    # Printed, the index of a symbol follows its letter: U_imp is Uimp.
    kept += [text.replace("_", "") for text in kept]
    return {word for text in kept for word in split(text)}


def split(text: str) -> list[str]:
    return [
        word
        for word in (w.strip("⟦⟧().,;:!?…[]“”∷¦–*") for w in re.split(r"[\s\u00a0\u202f_]+", text))
        if word
    ]


def plain_words(texts: Iterator[str], manual: Manual) -> set[str]:
    """Return the words without accents that nothing excuses."""
    known = untouched(manual)
    signals = {str(word) for word in manual.languages[manual.identity.source_language].signal_words.words}
    found = {word for text in texts for word in split(text) if PLAIN.search(word)}

    def is_excused(word: str) -> bool:
        return not PLAIN.search(word) or word in known or CODE.fullmatch(word) is not None

    return {
        word
        for word in found
        if word in signals or not (is_excused(word) or all(map(is_excused, re.split("[/-]", word))))
    }


def html_texts(project: Project, language: str) -> Iterator[str]:
    """Yield everything that a page shows or has read out."""
    for path in sorted(project.html(language).glob("*.html")):
        page = html.document_fromstring(path.read_bytes())
        for element in page.iter():
            if isinstance(element.tag, str) and element.tag not in ("script", "style"):
                yield element.text or ""
                yield from (element.get(name) or "" for name in ATTRIBUTES)
            if element.tail:
                yield element.tail


def pdf_texts(project: Project, language: str) -> Iterator[str]:
    path = pdf_file(project, language)
    yield from pdf_pages(path)
    with pypdfium2.PdfDocument(path) as document:
        yield from (bookmark.get_title() for bookmark in document.get_toc())
        yield document.get_metadata_value("Title")


def build(project: Project, language: str) -> Project:
    outcome = run(Job(project.root, language, ("html", "pdf")))
    assert outcome.complaints == ()
    return project


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return build(copy_project(MINI, tmp_path_factory.mktemp("mirrored") / "mini"), RTL)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page()


def test_nothing_of_the_small_manual_is_left_untranslated(mini: Project) -> None:
    build(mini, LTR)
    manual = load(mini)
    assert plain_words(html_texts(mini, LTR), manual) == set()
    assert plain_words(pdf_texts(mini, LTR), manual) == set()
    texts = " ".join(html_texts(mini, LTR))
    assert "Ḟŕéî ĝéšçĥŕîéƀéñéŕ Ţéxţ" in texts, "prose of a MyST page"
    assert "Q-200 ûñđ Q-201" in texts, "the word of a list"
    assert "-5" not in texts and "−5 °C ⟦ƀîš⟧ +40 °C" in re.sub(r"\s+", " ", texts), "the word of a range"
    assert "0,5–2,0" in texts, "numbers are those of the source language"


def test_nothing_of_this_manual_is_left_untranslated(built: Callable[[str], Project], manual: Manual) -> None:
    project = built(RTL)
    assert plain_words(html_texts(project, RTL), manual) == set()
    assert plain_words(pdf_texts(project, RTL), manual) == set()


def test_one_word_without_a_translation_is_named(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_one(manual: Manual) -> Any:
        catalogs = {**pseudo_catalogs(manual)}
        entries = {**catalogs["interface"].entries}
        del entries["contents"], entries["draft"]
        return {**catalogs, "interface": type(catalogs["interface"])("interface", entries)}

    monkeypatch.setattr(translation, "pseudo_catalogs", without_one)
    build(mini, LTR)
    manual = load(mini)
    assert plain_words(html_texts(mini, LTR), manual) == {"Draft"}
    assert plain_words(pdf_texts(mini, LTR), manual) == {"Contents"}


def test_the_words_of_the_scripts_are_pseudo(mirrored: Project) -> None:
    script = (mirrored.html(RTL) / "_static" / "translations.js").read_text("utf-8")
    catalog = json.loads(script.removeprefix("Documentation.addTranslations(").removesuffix(");\n"))
    shown = [text for text in catalog["messages"].values() if isinstance(text, str)]
    shown += [text for texts in catalog["messages"].values() if isinstance(texts, list) for text in texts]
    assert len(shown) >= 7
    assert not PLAIN.search(" ".join(shown).replace("${resultCount}", ""))
    assert (mirrored.html(RTL) / "search.html").read_text("utf-8").count("translations.js") == 1


def test_only_commands_that_build_know_them(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mini.root)
    for command in (
        ["check", LTR],
        ["all", LTR],
        ["update-po", LTR],
        ["booklet", "de", LTR],
        ["html", "qps"],
    ):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 2, command
        assert "known: de" in result.stderr and f", {LTR}" not in result.stderr
    assert CliRunner().invoke(main, ["figures", LTR]).exit_code == 0
    assert '<html lang="qps-ploc" dir="ltr">' in (mini.figure_sheet(LTR) / "index.html").read_text("utf-8")
    assert not (mini.locales / LTR).exists()


def test_readers_are_not_led_to_them(mirrored: Project) -> None:
    refresh_chooser(mirrored, load(mirrored))
    assert RTL not in (mirrored.html_root / "index.html").read_text("utf-8")
    assert f'hreflang="{RTL}"' not in (mirrored.html(RTL) / "index.html").read_text("utf-8")


def test_they_may_be_longer_than_the_source(mini: Project) -> None:
    manual = load(mini)
    jobs = [Job(mini.root, language, ("pdf",)) for language in ("de", LTR, "da")]
    for job, pages in zip(jobs, (2, 9, 9), strict=True):
        write_text(note_of(mini, manual, job), json.dumps({"chapters": {"betrieb": pages}}))
    assert [*uneven_chapters(mini, manual, jobs)] == ["da: betrieb: 9 pages, 2 in de"]


# -- from right to left ------------------------------------------------------------------------------


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return {"left": found["x"], "right": found["x"] + found["width"], "top": found["y"]}


def open_page(page: Page, project: Project, name: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto((project.html(RTL) / name).as_uri())


def test_the_page_is_mirrored_on_a_screen(mirrored: Project, page: Page) -> None:
    open_page(page, mirrored, "betrieb.html", DESK)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == RTL
    assert box(page, ".sidebar-drawer")["left"] > box(page, "article")["right"]
    assert box(page, ".toc-tree")["right"] < box(page, "article")["left"]
    step = box(page, "ol.steps > li")
    # The number stands in the padding before the text, and the text is on its left.
    assert box(page, "ol.steps > li > p")["right"] < step["right"] - 40
    number = page.evaluate("getComputedStyle(document.querySelector('ol.steps > li'), '::before').right")
    assert number == "0px"
    first, second = (box(page, f"table.product-list tbody tr > :nth-child({n})") for n in (1, 2))
    assert first["left"] >= second["right"]
    assert box(page, ".safety > p.admonition-title")["right"] <= box(page, ".safety")["right"] - 5
    title = page.evaluate("getComputedStyle(document.querySelector('.safety')).borderRightWidth")
    assert float(title.removesuffix("px")) > 5, "the bar of a panel is at its right"


def test_quantities_read_from_left_to_right(mirrored: Project, page: Page) -> None:
    open_page(page, mirrored, "betrieb.html", DESK)
    low, high = (page.locator("#daten-temperatur .value").nth(n).bounding_box() for n in (0, 1))
    assert low is not None and high is not None
    assert low["x"] > high["x"], "the word between them runs from right to left"
    shown = "el => [getComputedStyle(el).direction, getComputedStyle(el).unicodeBidi]"
    for selector in (".value", ".ui-label", "a.external-link", "h1 .section-number", ".symbol"):
        assert page.locator(f"article {selector}").first.evaluate(shown) == ["ltr", "isolate"], selector


def test_a_mirrored_phone_never_scrolls_sideways(
    mirrored: Project, built: Callable[[str], Project], page: Page
) -> None:
    for project, name in (
        (mirrored, "betrieb.html"),
        (built(RTL), "technical-data.html"),
        (built(RTL), "installation.html"),
    ):
        open_page(page, project, name, PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.evaluate("window.scrollTo(-500, 0)")
        assert page.evaluate("window.scrollX") == 0
        page.click(".nav-overlay-icon")
        page.wait_for_timeout(400)
        assert box(page, ".sidebar-drawer")["right"] == PHONE["width"]


def test_drawings_are_not_mirrored(built: Callable[[str], Project], page: Page) -> None:
    open_page(page, built(RTL), "product-overview.html", DESK)
    places = page.evaluate(
        """[...document.querySelectorAll('.drawing .label')].map(label => {
             const room = label.getBBox(), line = label.querySelector('tspan');
             return [label.getAttribute('text-anchor'), line.getAttribute('x'), room.x, room.width] })"""
    )
    assert places
    for anchor, x, left, width in places:
        share = {"middle": 0.5, "end": 1.0}.get(anchor, 0.0)
        assert left == pytest.approx(float(x) - share * width, abs=2), "a label keeps its side of its place"


def word_box(page: pypdfium2.PdfPage, word: str) -> tuple[float, float]:
    """Return the left and right edge of the first place of a word, in points."""
    text = page.get_textpage()
    found = text.search(word).get_next()
    assert found is not None, word
    boxes = [text.get_charbox(index) for index in range(found[0], found[0] + found[1])]
    return min(b[0] for b in boxes), max(b[2] for b in boxes)


def page_with(document: pypdfium2.PdfDocument, *words: str) -> pypdfium2.PdfPage:
    return next(p for p in document if all(word in p.get_textpage().get_text_bounded() for word in words))


def test_the_paper_is_mirrored_and_can_be_read(mirrored: Project) -> None:
    path = pdf_file(mirrored, RTL)
    with pypdfium2.PdfDocument(path) as document:
        contents = page_with(document, "Îñĥåļţ" if "Îñĥåļţ" in " ".join(pdf_pages(path)) else "Çøñţéñţš")
        left, right = word_box(contents, "Ɓéţŕîéƀ")
        number, _ = word_box(contents, "4")
        assert number < left < right
        data = page_with(document, "Þŕøđûçţ ñûḿƀéŕš", "Åñţŕîéƀ")
        assert word_box(data, "Åñţŕîéƀ")[0] > word_box(data, "Þŕøđûçţ ñûḿƀéŕš")[1]
    text = " ".join(pdf_pages(path))
    for words in ("Ļåššéñ Šîé đîé Þûḿþé ñîé ţŕøçķéñ", "0,5–2,0 bar", "−5 °C"):
        assert words in text
