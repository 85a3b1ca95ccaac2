"""PDF/UA-1, PDF/A-3a, metadata and attached data, read back from real files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.data.manual import Manual
from halo_docs.outputs import pdf as writer
from halo_docs.outputs.glyphs import foreign_characters
from halo_docs.project import Project
from tests.conformance import fast_failures, missing_for_verapdf, verapdf
from tests.conftest import MINI, copy_project
from tests.pages import pdf_file, pdf_pages

Built = Callable[[str], Project]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class DrawnFont:
    family: str
    to_unicode: Mapping[int, str]
    missing: Mapping[int, int] = field(default_factory=dict)


def pdf_of(project: Project, language: str) -> Path:
    assert run(Job(project.root, language, ("pdf",))).complaints == ()
    return pdf_file(project, language)


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the structure elements in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            for kid in kids(element):
                yield from walk(kid)

    for element in kids(pdf.Root.StructTreeRoot):
        yield from walk(element)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def add_picture(project: Project) -> None:
    """Show a picture with soft edges, as a manufacturer's photograph may be."""
    folder = project.figures / "artwork"
    folder.mkdir(parents=True)
    picture = Image.radial_gradient("L")
    Image.merge("LA", (picture, picture)).save(folder / "pumpe.png")
    path = project.data / "figures.yaml"
    path.write_text(
        path.read_text("utf-8").replace("height: 40,", "height: 40, artwork: pumpe.png,"), "utf-8"
    )


def damaged(source: Path, target: Path, fault: Callable[[pikepdf.Pdf], None]) -> Path:
    with pikepdf.open(source) as pdf:
        fault(pdf)
        pdf.save(target)
    return target


def lose_alternative_text(pdf: pikepdf.Pdf) -> None:
    del next(e for e in elements(pdf) if e.S == "/Figure")["/Alt"]


def lose_title_in_window(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def break_a_list(pdf: pikepdf.Pdf) -> None:
    next(e for e in elements(pdf) if e.S == "/LBody").S = pikepdf.Name("/P")


def lose_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


FAULTS = {
    lose_alternative_text: ("PDFUA-1", "7.3-1"),
    lose_title_in_window: ("PDFUA-1", "7.1-10"),
    break_a_list: ("PDFUA-1", "7.2-20"),
    lose_output_intent: ("PDFA-3A", "6.2.4.3-2"),
}
"""Fault -> profile and rule of veraPDF that must find it."""


@BOTH
def test_the_fast_check_finds_nothing(built: Built, language: str) -> None:
    assert fast_failures(pdf_file(built(language), language)) == []


def test_the_fast_check_finds_faults(mini: Project, tmp_path: Path) -> None:
    path = pdf_of(mini, "de")
    assert fast_failures(path) == []
    for fault in FAULTS:
        assert fast_failures(damaged(path, tmp_path / "damaged.pdf", fault)), fault.__name__


def test_verapdf_finds_nothing_but_the_faults_that_were_put_in(
    built: Built, mini: Project, tmp_path: Path
) -> None:
    missing = missing_for_verapdf()
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"veraPDF needs {missing}")
    assert missing == ""
    add_picture(mini)
    # Danish is not translated yet: every text of the small manual is in a foreign language.
    small = [pdf_of(mini, language) for language in ("de", "da")]
    good = [pdf_file(built("fr"), "fr"), *small]
    bad = {fault: damaged(small[0], tmp_path / f"{fault.__name__}.pdf", fault) for fault in FAULTS}
    verdicts = verapdf([*good, *bad.values()])
    for path in good:
        for profile, rules in (("PDFUA-1", 106), ("PDFA-3A", 155)):
            verdict = verdicts[profile, path]
            assert verdict.failures == (), path.name
            assert verdict.rules == rules
            assert verdict.checks > 1000
    for fault, (profile, rule) in FAULTS.items():
        failures = verdicts[profile, bad[fault]].failures
        assert rule in {failure.split(" ")[0] for failure in failures}, fault.__name__


def test_text_in_another_language_says_so(mini: Project) -> None:
    with pikepdf.open(pdf_of(mini, "da")) as pdf:
        assert str(pdf.Root.Lang) == "da"
        languages = {str(e.Lang) for e in elements(pdf) if "/Lang" in e}
    assert languages == {"de"}


@BOTH
def test_the_structure_is_sound(built: Built, language: str) -> None:
    with pikepdf.open(pdf_file(built(language), language)) as pdf:
        found = list(elements(pdf))
        heads = [e for e in found if e.S == "/TH"]
        assert {str(e.A.Scope) for e in heads} == {"/Row", "/Column"}
        index = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert index[::2] == sorted(index[::2], key=bytes)
        known = {bytes(name): element.objgen for name, element in zip(index[::2], index[1::2], strict=True)}
        assert set(known.values()) == {e.objgen for e in heads}
        named = {bytes(name) for e in found if e.S == "/TD" for name in e.A.Headers}
        assert named
        assert named <= set(known)
        numberings = {str(e.A.ListNumbering) for e in found if e.S == "/L"}
        assert numberings == {"/Decimal", "/Disc", "/None"}
        for item in (e for e in found if e.S == "/LI"):
            assert {str(kid.S) for kid in kids(item)} <= {"/Lbl", "/LBody"}
        levels = [int(str(e.S)[2:]) for e in found if str(e.S)[:2] == "/H" and str(e.S)[2:].isdigit()]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        figures = [e for e in found if e.S == "/Figure"]
        assert len(figures) > 20
        for figure in figures:
            assert str(figure.Alt).strip()
            left, bottom, right, top = (float(side) for side in figure.A.BBox)
            _, _, width, height = (float(side) for side in figure.Pg.MediaBox)
            assert 0 <= left < right <= width
            assert 0 <= bottom < top <= height
        for link in (a for p in pdf.pages for a in p.get("/Annots", [])):
            assert str(link.Contents).strip()
            assert str(link.Contents) != str(link.get("/Dest", ""))


@BOTH
def test_the_metadata_names_the_document(built: Built, manual: Manual, language: str) -> None:
    with pikepdf.open(pdf_file(built(language), language)) as pdf:
        metadata = etree.fromstring(pdf.Root.Metadata.read_bytes())
        title = metadata.findtext(f".//{DC}title/{RDF}Alt/{RDF}li")
        assert title == str(pdf.docinfo.Title)
        assert str(manual.identity.product) in title
        assert listed(metadata, "language") == [language] == [str(pdf.Root.Lang)]
        assert listed(metadata, "creator") == [manual.identity.manufacturer] == [str(pdf.docinfo.Author)]
        assert listed(metadata, "subject") == list(manual.products) == str(pdf.docinfo.Keywords).split(", ")
        assert metadata.findtext(".//{http://ns.adobe.com/pdf/1.3/}Producer") == str(pdf.docinfo.Producer)
        # Not assigned yet, and no time of a build.
        assert metadata.find(f".//{DC}identifier") is None
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def listed(metadata: Any, name: str) -> list[str]:
    return [item.text for item in metadata.findall(f".//{DC}{name}//{RDF}li")]


def test_number_and_revision_are_in_the_metadata_when_they_are_assigned(mini: Project) -> None:
    path = mini.data / "manual.yaml"
    text = path.read_text("utf-8").replace("issue_date: {open: [O-1]}", "issue_date: {value: 2026-04}")
    path.write_text(text.replace("revision: {value: A}", 'revision: {value: "<A & B>"}'), "utf-8")
    file = pdf_of(mini, "de")
    assert fast_failures(file) == []
    with pikepdf.open(file) as pdf:
        # Readable without a PDF library, too.
        assert b"<dc:identifier>PQ-12</dc:identifier>" in file.read_bytes()
        metadata = etree.fromstring(pdf.Root.Metadata.read_bytes())
        assert metadata.findtext(".//{http://ns.adobe.com/xap/1.0/mm/}VersionID") == "<A & B>"
        assert listed(metadata, "date") == ["2026-04"]


@BOTH
def test_the_technical_data_are_attached(built: Built, manual: Manual, language: str) -> None:
    path = pdf_file(built(language), language)
    with pikepdf.open(path) as pdf:
        files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
        assert {str(spec.relationship) for spec in pdf.attachments.values()} == {"/Data"}
        assert len(pdf.Root.AF) == len(files)
    manifest = json.loads(files.pop("manifest.json"))
    assert {f["name"]: f["sha256"] for f in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    data = json.loads(files["technical-data.json"])
    assert [data["document"]] == manifest["documents"]
    assert data["document"]["document_number"] is None
    assert data["document"]["language"] == language
    assert [value["id"] for value in data["values"]] == list(manual.values)
    assert [product["number"] for product in data["products"]] == list(manual.products)
    values = {value["id"]: value for value in data["values"]}
    torque = values["cover-screw-torque"]
    assert (torque["form"], torque["numbers"], torque["unit"]) == ("range", ["1.5", "2.0"], "N·m")
    # The file can be checked alone: what the data say is what the pages show.
    text = "".join(" ".join(pdf_pages(path)).split())
    shown = [value["text"] for value in data["values"]]
    assert sum("".join(value.split()) in text for value in shown) >= 0.9 * len(shown)
    rows = list(csv.DictReader(io.StringIO(files["technical-values.csv"].decode("utf-8"))))
    assert [(row["id"], row["text"]) for row in rows] == [(v["id"], v["text"]) for v in data["values"]]
    rows = list(csv.DictReader(io.StringIO(files["product-numbers.csv"].decode("utf-8"))))
    assert [row["number"] for row in rows] == list(manual.products)


def test_a_character_that_our_fonts_lack_fails_the_build_at_its_place(mini: Project) -> None:
    path = mini.chapters / "betrieb.yaml"
    path.write_text(path.read_text("utf-8").replace("Die Pumpe läuft.", "Die Pumpe läuft \u23da."), "utf-8")
    outcome = run(Job(mini.root, "de", ("pdf",)))
    assert outcome.outputs == ()
    (complaint,) = outcome.complaints
    assert complaint.startswith("docs/manual/betrieb.yaml:33:13: ")
    assert 'our fonts lack "\u23da" (U+23DA)' in complaint


def test_characters_of_a_font_of_the_machine_are_told_with_their_block() -> None:
    html = '<h1 id="a">ab</h1><p id="b">a\u23da</p>'
    fonts = [DrawnFont("Manual Sans", {1: "a", 2: "b"}), DrawnFont("Machine Sans", {3: "\u23da"})]
    found = foreign_characters(fonts, ["Manual Sans"], html)
    assert [(c.block, c.message) for c in found] == [
        ("b", 'our fonts lack "\u23da" (U+23DA); the font Machine Sans would be shown')
    ]
    found = foreign_characters([DrawnFont("Manual Sans", {9: "\u23da"}, {0x23DA: 9})], ["Manual Sans"], html)
    assert [c.message for c in found] == ['our fonts lack "\u23da" (U+23DA); an empty box would be shown']
    found = foreign_characters([DrawnFont("Machine Sans", {1: "\u2022"})], ["Manual Sans"], html)
    assert [c.block for c in found] == [""], "a character of the style sheet stands in no block"


def test_same_bytes_with_one_worker_and_with_two_in_any_folder(tmp_path: Path) -> None:
    contents = []
    for folder, languages in (("a", ["de"]), ("b/deep/er", ["de", "da"])):
        project = copy_project(MINI, tmp_path / folder)
        command = [sys.executable, "-m", "halo_docs", "pdf", *languages]
        subprocess.run(command, cwd=project.root, capture_output=True, check=True)
        contents.append(pdf_file(project, "de").read_bytes())
    assert contents[0] == contents[1]


def test_another_time_is_honoured(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pikepdf.open(pdf_of(mini, "de")) as pdf:
        dates = {str(spec.get_file().obj.Params.ModDate) for spec in pdf.attachments.values()}
    assert dates == {"D:20231114221320Z"}


def test_a_pdf_of_an_older_program_is_made_anew(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = pdf_of(mini, "de").read_bytes()
    newer = mini.root / "newer"
    newer.mkdir()
    (newer / "pdf.py").write_text("# changed\n", "utf-8")
    monkeypatch.setattr(writer, "__file__", str(newer / "pdf.py"))
    monkeypatch.setattr(writer, "_COMPRESSION", 1)
    assert pdf_of(mini, "de").read_bytes() != made
