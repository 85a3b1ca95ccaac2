"""Several languages in one PDF, read back from a real one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.outputs.booklet import bound_page, kept_print
from halo_docs.project import Project
from tests.conformance import fast_failures, missing_for_verapdf, verapdf
from tests.conftest import MINI, copy_project
from tests.pages import pdf_pages


def bind(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, ["booklet", *words])


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The booklet of the mini manual in its two languages."""
    project = copy_project(MINI, tmp_path_factory.mktemp("booklet") / "mini")
    with pytest.MonkeyPatch.context() as patch:
        result = bind(project, patch, "de,da")
    assert result.exit_code == 0, result.output
    (made,) = project.pdf.glob("*-booklet-de-da.pdf")
    assert made.name in result.stderr.splitlines()[-1]
    return made


def test_the_cover_lists_the_languages_with_their_pages(booklet: Path) -> None:
    texts = pdf_pages(booklet)
    starts = [
        number for number, text in enumerate(texts, start=1) if text.startswith(("DE", "DA", "Deutsch"))
    ]
    for name, title in (("Deutsch", "Betriebsanleitung"), ("Dansk", "Betriebsanleitung")):
        page = next(n for n, text in enumerate(texts, start=1) if n > 1 and name in text and "Q-100" in text)
        assert f"{name} – {title} {page}" in texts[0]
        assert page in starts or name == "Dansk"
    # Page numbers go on through the languages; the foot says which language it is.
    assert f"{len(texts)} Dansk" in texts[-1] or f"Dansk {len(texts)}" in texts[-1]
    assert "2 Deutsch" in texts[1]


def test_bookmarks_hold_a_language_each(booklet: Path) -> None:
    with pikepdf.open(booklet) as pdf:
        items = list(pdf.open_outline().root)
        assert [str(item.title) for item in items] == ["Deutsch", "Dansk"]
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        for item in items:
            assert len(item.children) >= 2
            own = [pages[target(child)[0].objgen] for child in item.children]
            assert own == sorted(own)
            assert min(own) > pages[target(item)[0].objgen]
        first, second = ([str(c.title) for c in item.children] for item in items)
        assert len(first) == len(second)


def target(item: Any) -> Any:
    return item.destination if item.destination is not None else item.action.D


def test_each_language_brings_its_data(booklet: Path) -> None:
    with pikepdf.open(booklet) as pdf:
        files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    listed = json.loads(files["manifest.json"])
    assert [document["language"] for document in listed["documents"]] == ["de", "da"]
    assert {file["name"] for file in listed["files"]} == {*files} - {"manifest.json"}
    for language in ("de", "da"):
        assert json.loads(files[f"{language}-technical-data.json"])["document"]["language"] == language


def test_the_judges_accept_it(booklet: Path) -> None:
    assert fast_failures(booklet) == []
    if not missing_for_verapdf():
        assert [v.failures for v in verapdf([booklet]).values()] == [(), ()]


def test_anchors_of_two_languages_never_meet(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bind(mini, monkeypatch, "de", "da").exit_code == 0
    page, _ = kept_print(mini.work("de") / "pdf" / "print.pickle")
    before, after = (p.front + "".join(c.html for c in p.chapters) for p in (page, bound_page(page)))
    assert before.count(' id="') == after.count(' id="de.') > 10
    assert after.count('href="#') == after.count('href="#de.') > 0


def test_the_order_is_the_one_that_was_asked_for(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = bind(mini, monkeypatch, "da", "de")
    assert "-booklet-da-de.pdf" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [(("de",), "two languages or more"), (("de", "xx"), 'unknown language "xx"'), ((), "Missing argument")],
)
def test_wrong_usage(
    mini: Project, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    result = bind(mini, monkeypatch, *words)
    assert result.exit_code == 2
    assert told in result.output
    assert not mini.pdf.exists()


def test_a_language_with_a_fault_keeps_the_booklet_from_being_made(
    mini: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mini.chapters / "betrieb.yaml"
    text = path.read_text("utf-8").replace("Die Pumpe kann heiß werden.", "Die Pumpe kann heiß werden 漢.")
    path.write_text(text, "utf-8")
    result = bind(mini, monkeypatch, "de", "da")
    assert result.exit_code == 1
    assert "a language is not sound" in result.stderr
    assert not list(mini.pdf.glob("*booklet*"))
