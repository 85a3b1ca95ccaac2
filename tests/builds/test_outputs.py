"""Real Sphinx and WeasyPrint on the real manual and on the small one."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.data.blocks import Section
from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.messages.update import update_catalogs
from halo_docs.project import Project
from tests.conftest import MINI, copy_project, loaded
from tests.pages import article, html_text, pdf_file, pdf_pages, words

Built = Callable[[str], Project]
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != ".buildinfo":
            content = path.read_bytes()
            if path.name == "objects.inv":
                head, mark, packed = content.partition(b"using zlib.\n")
                content = head + mark + zlib.decompress(packed)
            yield path.relative_to(folder).as_posix(), content


def sphinx(project: Project, *options: str) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", *options]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@BOTH
def test_every_page_is_in_its_language(built: Built, language: str) -> None:
    for page in sorted(built(language).html(language).glob("*.html")):
        root = html.document_fromstring(page.read_bytes())
        assert root.get("lang") == language
        assert root.xpath("//title")[0].text_content().strip()


@BOTH
def test_no_text_is_left_untranslated(built: Built, language: str) -> None:
    for page in sorted(built(language).html(language).glob("*.html")):
        assert not article(page).xpath(".//*[contains(@class, 'untranslated')]"), page.name


def test_anchors_are_the_same_in_every_language(built: Built) -> None:
    def anchors(language: str) -> dict[str, list[str]]:
        # The glossary is in the order of each language's alphabet.
        folder = built(language).html(language)
        return {p.name: sorted(article(p).xpath(".//@id")) for p in folder.glob("*.html")}

    assert anchors("en") == anchors("fr")


@BOTH
def test_every_link_inside_the_manual_leads_to_an_anchor(built: Built, language: str) -> None:
    folder = built(language).html(language)
    pages = {p.name: html.document_fromstring(p.read_bytes()) for p in folder.glob("*.html")}
    followed = 0
    for name, page in pages.items():
        for target in page.xpath("//article//a/@href"):
            if "://" in target or target.startswith("../"):
                continue
            file, _, anchor = target.partition("#")
            assert (file or name) in pages, target
            assert not anchor or pages[file or name].xpath(f"//*[@id='{anchor}']"), target
            followed += 1
    assert followed > 30


@BOTH
def test_the_switcher_leads_to_the_same_page(built: Built, language: str, manual: Manual) -> None:
    page = html.document_fromstring((built(language).html(language) / "safety.html").read_bytes())
    links = page.xpath("//nav[@class='manual-languages']/a/@href")
    assert links == [f"../{code}/safety.html" for code in manual.languages]


def test_a_draft_is_marked(built: Built) -> None:
    french = article(built("fr").html("fr") / "safety.html")
    assert french.xpath(".//*[@class='manual-draft']")
    assert not article(built("en").html("en") / "safety.html").xpath(".//*[@class='manual-draft']")


@BOTH
def test_table_heads_have_a_scope(built: Built, language: str) -> None:
    page = article(built(language).html(language) / "technical-data.html")
    assert page.xpath(".//thead//th/@scope") == ["col", "col"]
    assert set(page.xpath(".//tbody//th/@scope")) == {"row"}
    assert len(page.xpath(".//tbody/tr")) == 34


@BOTH
def test_pdf_contents_show_the_page_that_a_heading_is_on(built: Built, language: str, manual: Manual) -> None:
    path = pdf_file(built(language), language)
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        outline = list(_outline(pdf.open_outline().root, pages, pdf))
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
        assert links
        assert all("file:" not in repr(link) for link in links)
        assert str(pdf.Root.Lang) == language
    numbered = [place.number for place in manual.places.values() if getattr(place.block, "numbered", None)]
    assert len(numbered) >= 34
    texts = pdf_pages(path)
    for title, number in outline:
        assert title in texts[number - 1], (title, number)
    contents = words(" ".join(texts[1:6]))
    for title, number in outline:
        if title.split(" ")[0] in numbered:
            assert f"{title} {number}" in contents
    assert len(outline) >= len(numbered)


@BOTH
def test_references_name_the_page_that_their_target_is_on(built: Built, language: str) -> None:
    path = pdf_file(built(language), language)
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        outline = dict(_outline(pdf.open_outline().root, pages, pdf))
    text = " ".join(pdf_pages(path)[5:])
    found = {
        title: {int(shown) for shown in re.findall(rf"{re.escape(title)} \(page (\d+)\)", text)}
        for title in outline
    }
    told = {title: shown for title, shown in found.items() if shown}
    assert len(told) >= 8
    assert {title: {outline[title]} for title in told} == told


@BOTH
def test_bookmarks_are_the_headings_and_open_to_the_chapters(
    built: Built, language: str, manual: Manual
) -> None:
    with pikepdf.open(pdf_file(built(language), language)) as pdf:
        chapters = list(pdf.open_outline().root)
        assert len(chapters) == len(manual.chapters)
        assert all(chapter.is_closed for chapter in chapters if chapter.children)
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        titles = [title for title, _ in _outline(chapters, pages, pdf)]
    sections = [p for p in manual.places.values() if isinstance(p.block, Section)]
    assert len(titles) == len(sections)
    for title, place in zip(titles, sections, strict=True):
        assert title.startswith(place.number or "")


def _outline(items: Any, pages: dict[Any, int], pdf: Any) -> Iterator[tuple[str, int]]:
    for item in items:
        target = item.destination if item.destination is not None else item.action.D
        yield words(item.title), pages[target[0].objgen]
        yield from _outline(item.children, pages, pdf)


@BOTH
def test_pdf_uses_our_fonts_only_and_embeds_them(built: Built, language: str) -> None:
    found = set()
    with pikepdf.open(pdf_file(built(language), language)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                found.add(str(item.FontName).split("+")[-1])
                assert "/FontFile2" in item or "/FontFile3" in item
    assert found
    assert all(name.startswith("Manual-Sans") for name in found), found


def test_a_changed_value_and_a_tenth_product_reach_every_output(halo: Project) -> None:
    for name, before, after in (
        ("values.yaml", "range: {min: 1.5, max: 2.0}", "range: {min: 1.5, max: 2.5}"),
        ("products.yaml", "products:\n", 'products:\n  - {id: "199999", attributes: {protocol: capi}}\n'),
    ):
        path = halo.data / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
    before_update = dict(files(halo.locales))
    assert run(Job(halo.root, "en", ("gettext",))).complaints == ()
    update_catalogs(halo, loaded(halo), ["fr"])
    assert {n: b for n, b in files(halo.locales) if n.endswith(".po")} == {
        n: b for n, b in before_update.items() if n.endswith(".po")
    }
    for language, torque in (("en", "1.5–2.5 N·m"), ("fr", "1,5–2,5 N·m")):
        assert run(Job(halo.root, language, ("html", "pdf"))).complaints == ()
        page = words(article(halo.html(language) / "installation.html").text_content())
        table = words(article(halo.html(language) / "technical-data.html").text_content())
        pdf = " ".join(pdf_pages(pdf_file(halo, language)))
        assert torque in page
        assert torque in pdf
        assert "199999, 100307" in table
        assert pdf.count("199999") >= 4


def test_plain_sphinx_gives_the_same_as_our_command(mini: Project, tmp_path: Path) -> None:
    # A process of its own, as on the command line: Sphinx keeps words of earlier languages.
    for verb in ("all", "gettext"):
        command = [sys.executable, "-m", "halo_docs", verb, *(["da"] if verb == "all" else [])]
        subprocess.run(command, cwd=mini.root, capture_output=True, check=True)
    out = tmp_path / "plain"
    for builder in ("html", "pdf", "gettext"):
        cache = "messages" if builder == "gettext" else "pages"
        sphinx(mini, "-b", builder, "-D", "language=da", "docs", str(out / builder), "-d", str(out / cache))
    assert dict(files(out / "html")) == dict(files(mini.html("da")))
    assert (out / "pdf" / "bachlauf-12-da.pdf").read_bytes() == pdf_file(mini, "da").read_bytes()
    assert dict(files(out / "gettext")) == dict(files(mini.templates))


def test_plain_sphinx_intl_gives_the_same_catalogs(mini: Project, tmp_path: Path) -> None:
    assert run(Job(mini.root, "de", ("gettext",))).complaints == ()
    plain = tmp_path / "locales"
    program = str(Path(sys.executable).parent / "sphinx-intl")
    command = [program, "update", "-p", str(mini.templates), "-d", str(plain), "-l", "da"]
    subprocess.run(command, cwd=mini.root, capture_output=True, check=True)
    update_catalogs(mini, loaded(mini), ["da"])
    assert dict(files(plain / "da")) == dict(files(mini.locales / "da"))
    stat = [program, "stat", "-d", str(plain), "-l", "da"]
    shown = subprocess.run(stat, cwd=mini.root, capture_output=True, text=True, check=False).stdout
    assert "betrieb.po: 0 translated, 0 fuzzy, 10 untranslated." in shown


def test_another_product_builds_with_the_same_engine(mini: Project) -> None:
    assert run(Job(mini.root, "de", ("html", "pdf"))).complaints == ()
    text = html_text(mini, "de")
    assert "Der Druck ist 0,5–2,0 bar." in text
    assert "Frei geschriebener Text: 0,5–2,0 bar, step 1." in text
    assert "PQ-12" in pdf_pages(pdf_file(mini, "de"))[0]


def test_same_input_same_bytes_in_any_folder(tmp_path: Path) -> None:
    first = copy_project(MINI, tmp_path / "a" / "deep" / "one")
    second = copy_project(MINI, tmp_path / "two")
    for project in (first, second):
        assert run(Job(project.root, "de", ("html", "pdf", "gettext"))).complaints == ()
    assert dict(files(first.html("de"))) == dict(files(second.html("de")))
    assert filecmp.cmp(pdf_file(first, "de"), pdf_file(second, "de"), shallow=False)
    assert dict(files(first.templates)) == dict(files(second.templates))


def test_what_the_readme_promises_to_need_no_python(mini: Project) -> None:
    """A product number, a value, a unit and a language are each one entry of YAML."""

    def add(path: Path, text: str) -> None:
        path.write_text(path.read_text("utf-8").rstrip() + "\n" + text, "utf-8")

    add(mini.data / "products.yaml", "  - {id: Q-300, attributes: {antrieb: netz}}\n")
    add(mini.data / "units.yaml", "  - {id: kW, symbol: kW, kinds: [power]}\n")
    add(mini.data / "values.yaml", "  - {id: leistung, kind: power, unit: kW, number: 1.10}\n")
    add(
        mini.chapters / "einleitung.yaml",
        '  - {type: paragraph, id: leistung-text, text: "Leistung {value}`leistung`, {products}`netz`."}\n',
    )
    add(
        mini.languages,
        "  - id: pl\n    name: Polski\n    status: draft\n    range_word: do\n    signal_words: "
        "{danger: A, warning: B, caution: C, notice: D, note: E}\n",
    )
    assert run(Job(mini.root, "de", ("gettext",))).complaints == ()
    update_catalogs(mini, loaded(mini), ["pl"])
    assert (mini.catalogs("pl") / "betrieb.po").is_file()
    assert run(Job(mini.root, "pl", ("html", "pdf"))).complaints == ()
    text = html_text(mini, "pl")
    # Not translated yet: the source's words, with the source's forms.
    assert "Leistung 1,10 kW, Q-100 und Q-300." in text


def stamps(project: Project) -> dict[str, int]:
    """Return when each page was written; Sphinx writes the search page every time."""
    pages = project.html("de").glob("*.html")
    return {page.name: page.stat().st_mtime_ns for page in pages if page.name != "search.html"}


def test_nothing_changed_nothing_is_read_again(mini: Project) -> None:
    job = Job(mini.root, "de", ("html",))
    run(job)
    before = stamps(mini)
    run(job)
    assert stamps(mini) == before


def test_only_pages_that_show_a_changed_value_are_written_again(mini: Project) -> None:
    job = Job(mini.root, "de", ("html",))
    run(job)
    before = {p.name: p.read_bytes() for p in mini.html("de").glob("*.html")}
    path = mini.chapters / "einleitung.yaml"
    path.write_text(path.read_text("utf-8").replace("Solarstrom", "Sonnenstrom"), "utf-8")
    old = stamps(mini)
    run(job)
    changed = [name for name, stamp in stamps(mini).items() if stamp != old[name]]
    assert "betrieb.html" not in changed
    assert "Sonnenstrom" in (mini.html("de") / "index.html").read_text("utf-8")
    assert before["betrieb.html"] == (mini.html("de") / "betrieb.html").read_bytes()


def test_only_pages_that_show_a_changed_translation_are_written_again(halo: Project) -> None:
    job = Job(halo.root, "fr", ("html",))
    assert run(job).complaints == ()
    old = {p.name: p.stat().st_mtime_ns for p in halo.html("fr").glob("*.html")}
    read = (halo.work("fr") / "doctrees" / "safety.doctree").stat().st_mtime_ns
    path = halo.catalogs("fr") / "05-installation.po"
    text = path.read_text("utf-8")
    assert "Une lumière blanche fixe" in text
    path.write_text(text.replace("Une lumière blanche fixe", "Une lueur blanche fixe"), "utf-8")
    assert run(job).complaints == ()
    new = {p.name: p.stat().st_mtime_ns for p in halo.html("fr").glob("*.html")}
    assert [name for name in new if new[name] != old[name]] == ["installation.html"]
    assert "Une lueur blanche fixe" in html_text(halo, "fr")
    assert (halo.work("fr") / "doctrees" / "safety.doctree").stat().st_mtime_ns == read
    assert run(job).complaints == ()
    assert new == {p.name: p.stat().st_mtime_ns for p in halo.html("fr").glob("*.html")}


def test_html_shows_what_a_pdf_build_has_read_before(mini: Project) -> None:
    assert run(Job(mini.root, "de", ("html", "pdf"))).complaints == ()
    path = mini.chapters / "betrieb.yaml"
    path.write_text(path.read_text("utf-8").replace("Die Pumpe läuft.", "Die Pumpe summt."), "utf-8")
    assert run(Job(mini.root, "de", ("pdf",))).complaints == ()
    assert run(Job(mini.root, "de", ("html",))).complaints == ()
    assert "Die Pumpe summt." in html_text(mini, "de")


def test_a_new_language_reaches_the_switcher_of_every_page(mini: Project) -> None:
    job = Job(mini.root, "de", ("html",))
    assert run(job).complaints == ()
    text = mini.languages.read_text("utf-8")
    mini.languages.write_text(text.replace("name: Dansk", "name: dansk"), "utf-8")
    assert run(job).complaints == ()
    for page in set(mini.html("de").glob("*.html")) - {mini.html("de") / "search.html"}:
        assert ">dansk</a>" in page.read_text("utf-8"), page.name


def test_prose_of_a_page_is_a_message_of_its_own(mini: Project) -> None:
    assert run(Job(mini.root, "de", ("gettext",))).complaints == ()
    template = (mini.templates / "pages.pot").read_text("utf-8")
    assert "#: docs/betrieb.md:4" in template
    update_catalogs(mini, loaded(mini), ["da"])
    path = mini.catalogs("da") / "pages.po"
    text = path.read_text("utf-8")
    assert text.count('msgstr ""') == 2
    head, _, tail = text.rpartition('msgstr ""')
    path.write_text(head + 'msgstr "Fri tekst: {value}`druck`."' + tail, "utf-8")
    run(Job(mini.root, "da", ("html",)))
    assert "Fri tekst: 0,5–2,0 bar." in html_text(mini, "da")


def test_a_manual_with_errors_builds_nothing_and_says_why(mini: Project) -> None:
    path = mini.chapters / "betrieb.yaml"
    path.write_text(path.read_text("utf-8").replace("level: warning", "level: loud"), "utf-8")
    assert load_manual(mini)[0] is None
    shutil.rmtree(mini.build, ignore_errors=True)
    outcome = run(Job(mini.root, "de", ("html",)))
    assert outcome.outputs == ()
    assert any(line.startswith("docs/manual/betrieb.yaml:6:12: error:") for line in outcome.complaints)


def test_the_words_of_the_theme_are_in_the_language_of_the_page(built: Built) -> None:
    page = (built("fr").html("fr") / "installation.html").read_text("utf-8")
    assert "<span>Suivant</span>" in page and "Réalisé avec" in page
    assert 'aria-label="Afficher ou masquer la navigation du site"' in page
    assert "Toggle" not in page and "<title>Menu" not in page
