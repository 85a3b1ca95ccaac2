"""The drawings of this manual and what is said of bad ones."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.cli import main
from halo_docs.data.manual import Manual
from halo_docs.figures.measure import text_width, wrap
from halo_docs.figures.qr import qr_svg
from halo_docs.project import Project
from tests.pages import article, pdf_file, words

Built = Callable[[str], Project]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text, before
    path.write_text(text.replace(before, after), "utf-8")


def test_every_figure_is_drawn(manual: Manual) -> None:
    assert [f.id for f in manual.figures.values() if f.drawing is None and f.qr is None] == []


@BOTH
def test_no_page_shows_a_blank_frame(built: Built, language: str) -> None:
    for page in built(language).html(language).glob("*.html"):
        for picture in article(page).xpath(".//div[@class='drawing']/*"):
            assert "stroke-dasharray" not in "".join(picture.xpath(".//@*")), page.name


def test_what_the_manufacturer_must_give_is_open(manual: Manual) -> None:
    for name, entry in (("wall-template", "G-01"), ("wiring-tn-tt", "G-03"), ("wiring-it", "G-03")):
        assert entry in manual.figures[name].open
        assert manual.open_inputs[entry].blocks_release


def test_words_values_and_callouts_come_from_the_data(halo: Project) -> None:
    change(
        halo.data / "values.yaml",
        "id: holder-distance, kind: length, unit: cm, number: 30",
        "id: holder-distance, kind: length, unit: cm, number: 35",
    )
    change(halo.catalogs("fr") / "figures.po", '"Carte RFID"', '"Badge RFID"')
    change(halo.figures / "front-cover-connectors.svg", 'data-callout="5"', 'data-callout="6"')
    change(halo.data / "figures.yaml", '{id: "5"}', '{id: "6"}')
    change(halo.chapters / "05-installation.yaml", 'callout: "5"', 'callout: "6"')
    assert run(Job(halo.root, "fr", ("html",))).complaints == ()
    installation = article(halo.html("fr") / "installation.html")
    distance = installation.xpath(".//figure[@id='holder-distance-figure']//div")[0]
    assert "35 cm" in words(distance.text_content())
    inside = installation.xpath(".//figure[@id='front-cover-connectors-figure']//*[@class='callout-mark']")
    assert sorted(mark.text_content().strip() for mark in inside) == ["1", "2", "3", "4", "6"]
    overview = article(halo.html("fr") / "product-overview.html")
    assert "Badge RFID" in overview.xpath(".//figure[@id='package-items-figure']")[0].text_content()


FAULTS = {
    "missing-callout": (
        "front-cover-connectors.svg", 'data-callout="5"', 'class="detail" r="2"',
        'callout "5" is not in the drawing front-cover-connectors.svg [figure-callouts]',
    ),
    "unknown-callout": (
        "front-cover-connectors.svg", 'data-callout="5"', 'data-callout="7"',
        'has a callout "7" that is not listed [figure-callouts]',
    ),
    "unknown-label": (
        "package-items.svg", 'data-label="package-label-antenna"', 'data-label="package-label-antena"',
        'has no label "package-label-antena" (did you mean "package-label-antenna"?) [figure-words]',
    ),
    "script": (
        "package-items.svg", "</svg>", "<script>alert(1)</script></svg>",
        "<script> is not allowed in a drawing [svg-element]",
    ),
    "unknown-part": (
        "halo-overview.svg", 'href="#part-halo-front"', 'href="#part-halo-frnt"',
        'unknown part "part-halo-frnt" (did you mean "part-halo-front"?) [figure-part]',
    ),
    "unknown-class": (
        "package-items.svg", 'class="body"', 'class="boddy"',
        'unknown class "boddy" (did you mean "body"?) [svg-class]',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_of_a_drawing_is_named(halo: Project, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    file, before, after, expected = FAULTS[name]
    change(halo.figures / file, before, after)
    monkeypatch.chdir(halo.root)
    result = CliRunner().invoke(main, ["check", "en"])
    assert result.exit_code == 1
    assert expected in result.output
    assert re.search(r"^docs/\S+:\d+:\d+: error: ", result.output, re.MULTILINE)


def test_a_legend_and_a_text_agree_with_the_callouts(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    change(halo.data / "figures.yaml", "{id: H, applies_to: {outlet: [with-outlet]}}", "{id: H}")
    change(
        halo.chapters / "03-product-overview.yaml",
        '"{callout}`package-items/1`"',
        '"{callout}`package-items/3`"',
    )
    monkeypatch.chdir(halo.root)
    told = CliRunner().invoke(main, ["check", "en"]).output
    assert '"H" applies to other models here than in halo-overview [figure-callouts]' in told
    assert "{callout}`package-items/3` leads nowhere (did you mean" in told


def test_a_label_that_does_not_fit_is_named(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    too_long = "Carte d’identification par radiofréquence RFID du Halo"
    change(halo.catalogs("fr") / "figures.po", '"Carte RFID"', f'"{too_long}"')
    monkeypatch.chdir(halo.root)
    result = CliRunner().invoke(main, ["check", "fr"])
    assert too_long in result.output
    assert "[figure-overflow]" in result.output


ADDRESSES = {
    "en": ["https://my.charge.space/", "https://www.chargeamps.com"],
    "fr": ["https://my.charge.space/", "https://www.chargeamps.com/fr/product/charge-amps-halo/"],
}


@BOTH
def test_qr_codes_of_the_pdf_decode_to_their_addresses(built: Built, language: str) -> None:
    document = pypdfium2.PdfDocument(pdf_file(built(language), language))
    found = []
    for page in document:
        picture = page.render(scale=4).to_pil()
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
        page.close()
    document.close()
    assert sorted(found) == sorted(ADDRESSES[language])


@given(
    st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=30), st.floats(10, 60)
)
def test_lines_fit_unless_a_word_does_not(text: str, width: float) -> None:
    lines = wrap(f"{text} {text} {text}", 2.9, width)
    assert " ".join(lines) == f"{text} {text} {text}"
    assert all(text_width(line, 2.9) <= width or " " not in line for line in lines)


def test_a_qr_code_has_its_quiet_zone() -> None:
    svg = qr_svg("https://example.invalid/", 30)
    size = int(re.findall(r"viewBox=\"0 0 (\d+)", svg)[0])
    picture = Image.new("L", (size, size), 255)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", svg):
        picture.putpixel((int(x), int(y)), 0)
    (code,) = zxingcpp.read_barcodes(picture.resize((size * 6, size * 6), Image.Resampling.NEAREST))
    assert code.text == "https://example.invalid/"
    assert min(int(x) for x, _ in re.findall(r"M(\d+) (\d+)h1v1", svg)) == 4


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
    '<script>alert(1)</script><rect width="40" height="20" style="fill:#c00" onclick="alert(1)"/>'
    '<image x:href="file:///etc/passwd"/><a href="https://example.invalid/"><rect width="1" height="1"/></a>'
    "<style>@import url(https://example.invalid/x.css)</style></svg>"
)


def test_artwork_of_the_manufacturer_takes_the_place_of_a_drawing(mini: Project) -> None:
    folder = mini.figures / "artwork"
    folder.mkdir(parents=True)
    (folder / "pumpe.svg").write_text(SVG, "utf-8")
    Image.new("RGB", (40, 20), "#00c000").save(folder / "pumpe-da.png")
    Image.new("RGB", (40, 20), "#0000c0").save(folder / "pumpe-de.pdf")
    path = mini.data / "figures.yaml"
    change(path, "width: 60", "artwork: pumpe.svg, artworks: {da: pumpe-da.png}, width: 60")
    shown = {}
    for language in ("de", "da"):
        assert run(Job(mini.root, language, ("html", "pdf"))).complaints == ()
        (picture,) = article(mini.html(language) / "betrieb.html").xpath(".//div[@class='drawing']/img")
        shown[language] = base64.b64decode(picture.get("src").partition("base64,")[2])
    assert shown["da"] == (folder / "pumpe-da.png").read_bytes()
    clean = shown["de"].decode("utf-8")
    assert "fill:#c00" in clean
    for word in ("script", "onclick", "passwd", "example.invalid", "import"):
        assert word not in clean
    change(path, "artwork: pumpe.svg", "artwork: pumpe-de.pdf")
    assert run(Job(mini.root, "de", ("html", "pdf"))).complaints == ()
    document = pypdfium2.PdfDocument(pdf_file(mini, "de"))
    colours = set()
    for page in document:
        colours |= {c for _, c in page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)}
        page.close()
    document.close()
    assert any(blue > 150 and red < 40 and green < 40 for red, green, blue in colours)


def test_artwork_that_cannot_be_used_is_named(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = mini.figures / "artwork"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"GIF89a")
    (folder / "b.pdf").write_bytes(b"no pdf")
    (folder / "c.svg").write_text("<svg", "utf-8")
    change(mini.data / "figures.yaml", "width: 60", "artwork: d.png, width: 60")
    monkeypatch.chdir(mini.root)
    told = CliRunner().invoke(main, ["check", "de"]).output
    for name in ("artwork/a.png:1:1", "artwork/b.pdf:1:1", "artwork/c.svg:1:1"):
        assert name in told
    assert 'there is no "d.png" in docs/figures/artwork' in told
