"""Paper and look of the PDF, read back from real ones."""

from __future__ import annotations

import pypdfium2
import pytest
from click.testing import CliRunner

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.cli import main
from halo_docs.data.design import Colour, Paper
from halo_docs.outputs import print_page
from halo_docs.outputs.paper import page_css
from halo_docs.project import Project

POINTS = 72 / 25.4


def build(project: Project, *builders: str, paper: Paper | None = None) -> tuple[str, ...]:
    outcome = run(Job(project.root, "de", builders, paper))
    assert outcome.complaints == ()
    return outcome.outputs


def test_a4_has_its_own_name_and_size(mini: Project) -> None:
    (a5,), (a4,) = build(mini, "pdf"), build(mini, "pdf", paper=Paper.A4)
    assert a4 == a5.replace(".pdf", "-a4.pdf")
    for name, size in ((a5, (148, 210)), (a4, (210, 297))):
        with pypdfium2.PdfDocument(mini.root / name) as pdf:
            assert pdf[0].get_size() == pytest.approx([mm * POINTS for mm in size], abs=0.1)


def test_the_brand_reaches_screen_and_print(mini: Project) -> None:
    (mini.data / "design.yaml").write_text(
        'accent: "#7a1fa2"\naccent_on_dark: "#d7a6ef"\npaper: A4\n', "utf-8"
    )
    _, pdf = build(mini, "html", "pdf")
    assert not pdf.endswith("-a4.pdf"), "the manual's own size needs no mark"
    style = (mini.html("de") / "_static" / "brand.css").read_text("utf-8")
    assert "--manual-accent: #7a1fa2" in style and "--color-brand-primary: #d7a6ef" in style
    with pypdfium2.PdfDocument(mini.root / pdf) as document:
        assert document[0].get_size() == pytest.approx((210 * POINTS, 297 * POINTS), abs=0.1)
        picture = document[0].render(scale=1).to_pil()
    # The bar at the edge of the cover.
    assert picture.getpixel((5, 400)) == (0x7A, 0x1F, 0xA2)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("accent: red", 'not a colour: "red" (write six hexadecimal digits, in quotes: "#0b6e8f")'),
        ("paper: A3", '"A3" is not allowed here; allowed: A5, A4'),
        ("danger: '#ffffff'", 'unknown key "danger"'),
    ],
)
def test_what_cannot_be_branded(mini: Project, monkeypatch: pytest.MonkeyPatch, line: str, told: str) -> None:
    (mini.data / "design.yaml").write_text(f"{line}\n", "utf-8")
    monkeypatch.chdir(mini.root)
    result = CliRunner().invoke(main, ["check", "de"])
    assert result.exit_code == 1
    assert told in result.stderr
    assert "docs/data/design.yaml:1:" in result.stderr


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("specifications.yaml", "label: Druck", f"label: {'W' * 60}", "runs out of the"),
        (
            "../manual/betrieb.yaml",
            "Die Pumpe kann heiß werden.",
            "Sie wird heiß. " * 400,
            "the panel is divided",
        ),
    ],
    ids=["a word of 60 letters in a table head", "a panel longer than a page"],
)
def test_a_layout_that_fails_is_told_with_page_and_block(
    mini: Project, file: str, before: str, after: str, told: str
) -> None:
    path = mini.data / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after.strip()), "utf-8")
    complaints = run(Job(mini.root, "de", ("pdf",))).complaints
    assert any(told in complaint and "page " in complaint for complaint in complaints), complaints
    assert all(complaint.startswith("docs/") for complaint in complaints), complaints
    assert not mini.pdf.exists()


def test_a_figure_taller_than_the_page_is_told(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    tall = ".drawing svg { max-height: none; height: 400mm }"
    monkeypatch.setattr(print_page, "page_css", lambda paper: page_css(paper) + tall)
    complaints = run(Job(mini.root, "de", ("pdf",))).complaints
    assert any("the picture runs out of the page" in complaint for complaint in complaints), complaints


def test_luminance_of_wcag() -> None:
    assert Colour("#ffffff").luminance() == pytest.approx(1)
    assert Colour("#000000").luminance() == 0
