"""``verify`` and ``verify-pdf`` as they are called."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from benchmarks.rendered.measure import subject
from halo_docs.cli import main
from halo_docs.outputs import pdf as pdf_output
from halo_docs.outputs.print_page import print_html
from halo_docs.project import Project
from tests.conftest import copy_project


@pytest.fixture
def copy(probe: Project, tmp_path: Path) -> Project:
    """The small manual with its outputs, to be changed."""
    target = tmp_path / "probe"
    project = copy_project(probe.root, target)
    shutil.copytree(probe.build, target / "build", ignore=shutil.ignore_patterns(".work"))
    return project


def call(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words))


def test_verify_counts_what_it_has_proven_and_writes_the_ledgers(
    copy: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = call(copy, monkeypatch, "verify", "--no-build")
    assert result.exit_code == 0, result.output
    assert "2 languages, 4 outputs, 0 findings" in result.stdout
    assert re.search(r"proven: .*\d+ step numbers.*\d+ values", result.stdout)
    safety = json.loads((copy.ledger("safety") / "da.json").read_text("utf-8"))
    (frost,) = [entry for entry in safety["messages"] if entry["id"] == "frost"]
    assert frost["word"] == "FORSIGTIG" and frost["level"] == "caution"
    assert frost["text"] == "Frost sprænger huset. Opbevar pumpen i kælderen."
    assert frost["screen"] == "pflege.html#frost" and frost["paper"]
    (stecker,) = [entry for entry in safety["messages"] if entry["id"] == "pflege-strom"]
    assert stecker["protects"] == ["schritt-deckel"] and stecker["level"] == "statement"
    values = json.loads((copy.ledger("values") / "da.json").read_text("utf-8"))
    (depth,) = [entry for entry in values["values"] if entry["id"] == "tiefe"]
    assert depth["text"] == "1,5\u00a0bar" and depth["numbers"] == ["1.5"]
    assert depth["screen"] == ["pflege.html#pflege-text"]
    page = (copy.ledger("safety") / "index.html").read_text("utf-8")
    assert "FORSIGTIG" in page and "VORSICHT" in page and "../html/da/pflege.html#frost" in page


def test_the_same_outputs_give_the_same_ledgers(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def ledgers() -> dict[str, bytes]:
        call(copy, monkeypatch, "verify", "--no-build")
        paths = [path for kind in ("safety", "values") for path in copy.ledger(kind).iterdir()]
        return {path.name: path.read_bytes() for path in paths}

    assert ledgers() == ledgers()


def test_nothing_is_said_of_what_is_not_there(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(copy.html("da"))
    (copy.pdf / "bachlauf-12-da.pdf").write_bytes(b"%PDF-1.7 nothing more")
    result = call(copy, monkeypatch, "verify", "da", "--no-build")
    assert result.exit_code == 1
    assert "build/html/da: is not built" in result.stderr
    assert "no PDF that can be read" in result.stderr
    assert "Traceback" not in result.output


def test_without_a_browser_verify_says_so(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    result = call(copy, monkeypatch, "verify", "de", "--no-build")
    assert result.exit_code == 1
    assert "was not seen in a browser" in result.stderr and "make doctor" in result.stderr


def test_outputs_of_yesterday_are_found(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = copy.data / "values.yaml"
    path.write_text(path.read_text("utf-8").replace("number: 1.5", "number: 2.5"), "utf-8")
    result = call(copy, monkeypatch, "verify", "de", "--no-build")
    assert result.exit_code == 1
    assert 'expected "… Sie den Filter bei 2,5' in result.stderr or "2,5" in result.stderr
    assert "docs/manual/pflege.yaml:4:" in result.stderr
    assert "the attached technical-data.json is not what the data say" in result.stderr


@pytest.mark.parametrize("languages", [["de"], []], ids=["one", "all"])
@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{value}`tiefe`", "{value}`teufe`", '{value}`teufe` leads nowhere (did you mean "tiefe"?)'),
        ("type: paragraph", "type: paragraf", 'did you mean "paragraph"?'),
    ],
    ids=["role", "type"],
)
def test_of_data_that_are_not_sound_only_that_is_told(
    copy: Project, monkeypatch: pytest.MonkeyPatch, before: str, after: str, told: str, languages: list[str]
) -> None:
    path = copy.chapters / "pflege.yaml"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    result = call(copy, monkeypatch, "verify", *languages, "--no-build")
    assert result.exit_code == 1 and result.stdout == ""
    assert "docs/manual/pflege.yaml:" in result.stderr and told in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_languages_are_compared_with_each_other(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page = copy.html("da") / "pflege.html"
    page.write_text(page.read_text("utf-8").replace('id="schritt-spuelen"', 'id="skyl"'), "utf-8")
    result = call(copy, monkeypatch, "verify", "--no-build")
    assert "pflege.html#skyl is an anchor in da and none in de" in result.stderr


def test_a_text_without_translation_is_shown_and_found(
    copy: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy.catalogs("da") / "pflege.po"
    path.write_text(re.sub(r'msgstr "Rens filteret[^"]*"', 'msgstr ""', path.read_text("utf-8")), "utf-8")
    result = call(copy, monkeypatch, "verify", "da")
    lines = [line for line in result.stderr.splitlines() if "[proof-" in line]
    assert lines and all("[proof-fallback]" in line for line in lines), lines
    assert "pflege-text" in result.stderr


# -- one PDF alone ---------------------------------------------------------------------------------


def single(path: Path) -> Result:
    return CliRunner().invoke(main, ["verify-pdf", str(path)])


@pytest.mark.parametrize("language", ["de", "da"])
def test_a_pdf_agrees_with_the_data_it_carries(
    probe: Project, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = single(probe.pdf / f"bachlauf-12-{language}.pdf")
    assert result.exit_code == 0, result.output
    assert re.search(r"0 findings; compared: .*\d+ values", result.stdout)


def test_an_altered_value_in_the_pages_is_found(
    probe: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = subject(probe, "de", "da")
    html = print_html([clean.page])
    assert "1,5\u00a0bar" in html
    monkeypatch.setattr(pdf_output, "print_html", lambda pages: html.replace("1,5\u00a0bar", "1,6\u00a0bar"))
    path = tmp_path / "altered.pdf"
    path.write_bytes(pdf_output.typeset([clean.page], clean.archive).pdf)
    result = single(path)
    assert result.exit_code == 1
    assert "pflege-text" in result.stderr and "1,5bar" in result.stderr and "1,6bar" in result.stderr


def test_altered_data_are_found(probe: Project, tmp_path: Path) -> None:
    path = tmp_path / "altered.pdf"
    shutil.copyfile(probe.pdf / "bachlauf-12-de.pdf", path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        content = pdf.attachments["technical-data.json"].get_file().read_bytes()
        pdf.attachments["technical-data.json"] = content.replace(
            "1,5\u00a0bar".encode(), "1,6\u00a0bar".encode()
        )
        pdf.save(path)
    result = single(path)
    assert result.exit_code == 1
    assert "technical-data.json has another SHA-256" in result.stderr
    assert 'tiefe is "1,5\u00a0bar", the data say "1,6\u00a0bar"' in result.stderr


def test_a_pdf_of_somebody_else_is_told_apart(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF at all")
    for path, told in ((plain, "no tagged PDF"), (broken, "no PDF that can be read")):
        result = single(path)
        assert result.exit_code == 1 and told in result.stderr, result.output
        assert "Traceback" not in result.output
