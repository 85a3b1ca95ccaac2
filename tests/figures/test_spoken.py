"""What the figures say to somebody who does not see them: in HTML and in the PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pikepdf
import pytest
from lxml import etree, html

from halo_docs.data.manual import Manual
from halo_docs.figures.spoken import Spoken, on_paper, on_screen
from halo_docs.project import Project
from tests.pages import article, pdf_file, words

Built = Callable[[str], Project]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])

SEVERAL_THINGS = (
    "front-cover-connectors", "close-front-cover", "open-front-cover", "remove-connectors", "wall-template",
    "bottom-entry-openings", "bottom-entry-supply", "wiring-tn-tt", "wiring-it", "wall-seal-versions",
    "rear-entry-cables", "halo-overview", "package-items", "tools-pictograms", "materials-pictograms",
    "mounting-place", "wifi-setup", "lan-setup",
)  # fmt: skip
LONGEST_ALT = 130


def test_a_figure_of_several_things_has_a_long_description_and_every_alt_is_short(manual: Manual) -> None:
    for name in SEVERAL_THINGS:
        assert manual.figures[name].description is not None, name
    assert [f.id for f in manual.figures.values() if len(f.alt.source) > LONGEST_ALT] == []


def test_a_description_tells_what_every_callout_points_to(manual: Manual) -> None:
    for figure in manual.figures.values():
        for callout in figure.callouts:
            assert figure.description is not None
            assert f"{{callout}}`{figure.id}/{callout.id}`" in figure.description.source


def test_ids_on_a_page_come_from_the_place() -> None:
    spoken = Spoken("pump-figure", "Pump & pipe", "Two pipes <A>, <B>.")
    shown = on_screen('<svg viewBox="0 0 1 1"><g/></svg>', spoken)
    root = etree.fromstring(shown)
    assert root.get("role") == "img"
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert by_id[root.get("aria-labelledby")] == "Pump & pipe"
    assert by_id[root.get("aria-describedby")] == "Two pipes <A>, <B>."
    assert [child.tag for child in root] == ["title", "desc", "g"]


def test_a_picture_of_the_manufacturer_is_described_too() -> None:
    spoken = Spoken("pump-figure", 'Pump "A"', "Two pipes.")
    image, hidden = html.fragments_fromstring(on_screen('<img src="data:,">', spoken))
    assert image.get("alt") == 'Pump "A"'
    assert hidden.get("id") == image.get("aria-describedby")
    assert hidden.text == "Two pipes."
    assert "hidden" in hidden.attrib
    (printed,) = html.fragments_fromstring(on_paper('<img src="data:,">', spoken, ""))
    assert printed.get("alt") == 'Pump "A" Two pipes.'


def test_without_a_description_nothing_points_to_one() -> None:
    assert "describ" not in on_screen("<svg></svg>", Spoken("pump-figure", "Pump"))
    assert on_paper("<svg></svg>", Spoken("pump-figure", "Pump"), "g {}") == (
        "<svg><title>Pump</title><style>g {}</style></svg>"
    )


@BOTH
def test_every_drawing_of_a_page_has_its_own_words(built: Built, language: str) -> None:
    described = 0
    for page in built(language).html(language).glob("*.html"):
        document = html.document_fromstring(page.read_bytes())
        ids = Counter(document.xpath("//@id"))
        assert [name for name, count in ids.items() if count > 1] == [], page.name
        for picture in document.xpath("//div[@class='drawing']/*[1]"):
            (name,) = document.xpath("//*[@id=$id]", id=picture.get("aria-labelledby"))
            assert words(name.text_content())
            if picture.get("aria-describedby"):
                (long,) = document.xpath("//*[@id=$id]", id=picture.get("aria-describedby"))
                assert words(long.text_content()) != words(name.text_content())
                described += 1
    assert described >= len(SEVERAL_THINGS)


@BOTH
def test_the_pdf_reads_out_the_long_description(built: Built, language: str, manual: Manual) -> None:
    project = built(language)
    page = article(project.html(language) / "product-overview.html")
    (title,), (long,) = (page.xpath(f"//{tag}[@id='halo-overview-figure.{end}']") for tag, end in (
        ("title", "alt"), ("desc", "description"),
    ))  # fmt: skip
    assert "{" not in long.text
    with pikepdf.open(pdf_file(project, language)) as pdf:
        spoken = [
            str(item["/Alt"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
    assert f"{title.text} {long.text}" in spoken
    assert len(spoken) >= len(manual.figures)
