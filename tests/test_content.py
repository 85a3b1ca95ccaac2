"""The content of this manual: complete, counted, written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html

from halo_docs.data.base import walk
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import OpenRef
from halo_docs.messages.catalog import read_catalog
from halo_docs.messages.extract import messages
from halo_docs.outputs.open_inputs import open_inputs_page
from halo_docs.project import Project
from tests.facts_in_outputs import missing
from tests.pages import article, html_text, pdf_file, pdf_pages, words

ROOT = Path(__file__).parent.parent
PROJECT = Project(ROOT)
RUN = 12
"""Longest run of words that may agree with the source manual, plus one."""

Built = Callable[[str], Project]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


def page(built: Built, language: str, name: str) -> html.HtmlElement:
    return article(built(language).html(language) / f"{name}.html")


STEPS = {
    "mounting": 9, "bottom-entry": 6, "rear-entry": 4, "reassembly": 5, "partner-account": 4,
    "ocpp-access-point": 7, "ocpp-lan": 5, "electrical-settings": 2, "rfid-cards": 2,
    "other-cloud-provider": 3, "capi-access-point": 5, "dismantling": 3, "support": 3,
}  # fmt: skip
"""Section -> steps of its procedure."""


@BOTH
def test_procedures_have_their_steps(built: Built, language: str) -> None:
    found = {}
    for name in ("installation", "configuration", "dismantling", "support"):
        for section in page(built, language, name).xpath(".//section"):
            steps = section.xpath("./div[contains(@class, 'procedure')]/ol/li")
            if steps:
                found[section.get("id")] = len(steps)
    assert found == STEPS
    assert sum(found.values()) == 58


@BOTH
def test_lists_and_tables_have_their_entries(built: Built, language: str) -> None:
    def count(name: str, path: str) -> int:
        return len(page(built, language, name).xpath(path))

    assert count("safety", ".//ul[contains(@class, 'safety-list')]/li") == 20
    assert count("technical-data", ".//table//tbody/tr") == 34
    assert count("product-overview", "./section/ul[contains(@class, 'legend')]/li") == 11
    assert count("before-installation", ".//ul[contains(@class, 'tool-list')]/li") == 6
    assert count("before-installation", ".//section[@id='materials']/ul/li") == 6
    assert count("maintenance", ".//ul/li") == 6
    assert count("installation", ".//ul[@id='front-cover-connectors-legend']/li") == 5
    table = page(built, language, "technical-data").xpath(".//tr[@id='spec-protocol']//td")
    assert len(re.findall(r"\b\d{6}\b", table[0].text_content())) == 9


@BOTH
def test_headings_are_those_of_the_source(built: Built, language: str) -> None:
    folder = built(language).html(language)
    numbers = []
    for file in folder.glob("*.html"):
        for number in article(file).xpath(".//span[@class='section-number']/text()"):
            numbers.append(number)
    assert len(numbers) == len(set(numbers)) == 34
    assert sum("." not in number for number in numbers) == 11


def test_safety_levels_are_those_of_the_source(manual: Manual) -> None:
    labels = [str(getattr(place.block, "source_label", None) or "") for place in manual.places.values()]
    assert labels.count("AVERTISSEMENT") == 1
    assert labels.count("MISE EN GARDE") == 1
    assert labels.count("IMPORTANT") == 3
    assert labels.count("N.B.") == 23


def reading_order(element: html.HtmlElement) -> Iterator[str]:
    """Yield the ids of a page as a reader meets them; a step is met where its action is told."""
    for node in element.iter():
        classes = (node.get("class") or "").split()
        if "step-text" in classes:
            yield node.getparent().get("id")
        elif node.get("id") and "step" not in classes:
            yield node.get("id")


@BOTH
def test_every_message_is_before_the_step_that_it_protects(
    built: Built, language: str, manual: Manual
) -> None:
    order = [
        name
        for chapter in manual.chapters
        for name in reading_order(page(built, language, chapter.id if chapter.numbered else "index"))
    ]
    checked = 0
    for place in manual.places.values():
        for step in getattr(place.block, "protects", ()):
            assert order.index(place.block.id) < order.index(step), (place.block.id, step)
            checked += 1
    assert checked >= 10


# -- facts and errata ------------------------------------------------------------------------------

FACTS = yaml.safe_load((ROOT / "tests" / "facts.yaml").read_text("utf-8"))


@BOTH
def test_every_fact_is_in_html_and_pdf(built: Built, language: str) -> None:
    project = built(language)
    texts = {
        "html": html_text(project, language),
        "pdf": words(" ".join(pdf_pages(pdf_file(project, language)))),
    }
    missing = [
        (fact["id"], output, part)
        for fact in FACTS["facts"]
        for part in fact[language]
        for output, text in texts.items()
        if comparable(part) not in comparable(text)
    ]
    assert not missing
    assert len(FACTS["facts"]) >= 150


@BOTH
def test_every_figure_and_code_of_the_facts_is_in_html_and_pdf(
    built: Built, language: str, manual: Manual
) -> None:
    """The other languages: ``make verify-all``."""
    count, lost = missing(built(language), manual, language)
    assert lost == []
    assert count >= 140


def comparable(text: str) -> str:
    """Drop what line breaks, page references and marks of open inputs put between words.

    A hyphen at a line's end cannot be told from hyphenation in a PDF, so hyphens go too.
    """
    text = re.sub(r"\((?:page|p\.)\s\d+\)", "", text)
    text = re.sub(r"\[[EG]-\d+(?:, [EG]-\d+)*\]", "", text)
    return re.sub(r"[\s-]+", "", text)


@BOTH
def test_no_settled_erratum_comes_back(built: Built, language: str) -> None:
    text = html_text(built(language), language)
    found = [
        (erratum["id"], pattern)
        for erratum in FACTS["errata"]
        for pattern in erratum.get(language, [])
        if re.search(pattern, text)
    ]
    assert not found


# -- open inputs -----------------------------------------------------------------------------------


def test_every_gap_and_question_is_an_open_input_with_a_place(manual: Manual) -> None:
    used = {str(node) for _, part in manual.parts() for _, node in walk(part) if isinstance(node, OpenRef)}
    assert used == set(manual.open_inputs)
    assert {f"G-{number:02}" for number in range(1, 16)} <= used
    assert sum(name.startswith("E-") for name in used) == 47


def test_the_page_of_open_inputs_is_up_to_date(manual: Manual) -> None:
    page = (ROOT / "docs" / "project" / "open-inputs.md").read_text("utf-8")
    assert page == open_inputs_page(manual), "run make open-inputs"


# -- written anew ----------------------------------------------------------------------------------


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'"))


def test_no_run_of_words_of_the_source_manual_stands_here(manual: Manual) -> None:
    """Runs of the source are kept as hashes, so that its text is not here."""
    source = set((ROOT / "tests" / "source-runs.txt").read_text("ascii").split())
    texts = [message.source for message in messages(manual)]
    for path in sorted(PROJECT.locales.rglob("*.po")):
        texts += [entry.target for entry in read_catalog(path, path.name)[0].entries.values()]
    assert len(texts) > 1000
    for text in texts:
        found = tokens(text)
        for start in range(len(found) - RUN + 1):
            run = " ".join(found[start : start + RUN])
            assert hashlib.sha256(run.encode()).hexdigest()[:12] not in source, run
