"""``halo-docs export``: XLIFF that keeps the standard's rules, and comes back without a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from halo_docs.cli import main
from halo_docs.data.manual import Manual
from halo_docs.exchange.importing import take_in
from halo_docs.exchange.units import read_units
from halo_docs.exchange.xliff import core
from halo_docs.exchange.xliff_reading import read_xliff
from halo_docs.exchange.xliff_rules import structure_faults
from halo_docs.exchange.xliff_writing import xliff
from halo_docs.figures.source import read_drawings
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.project import Project
from halo_docs.xml_source import parse_xml
from tests.conftest import ROOT


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words))


def catalogs(project: Project, language: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.catalogs(language).glob("*.po"))}


def put(path: Path, *changes: tuple[str, str]) -> None:
    """Replace pieces of a file, each of which is there once."""
    text = path.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def exported(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the exported file of the mini manual's own texts."""
    result = run(project, monkeypatch, "export", "da")
    assert result.exit_code == 0, result.output
    names = result.stderr.split()
    assert [name.partition("-da")[2] for name in names] == [".xlf", "-from-en.xlf"]
    return project.root / names[0]


def unit(root: etree._Element, name: str) -> etree._Element:
    (found,) = (entry for entry in root.iter(core("unit")) if entry.get("id") == name)
    return found


def test_a_message_has_its_text_its_context_and_protected_placeholders(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = parse_xml(exported(base, monkeypatch).read_bytes())
    assert dict(root.attrib) == {"version": "2.1", "srcLang": "de", "trgLang": "da"}
    step = unit(root, "betrieb:schritt-fuellen.text")
    assert step.get("name") == "schritt-fuellen.text"
    assert [(note.get("category"), note.text) for note in step.iter(core("note"))] == [
        ("chapter", "betrieb"),
        ("kind", "step, text"),
        ("place", "docs/manual/betrieb.yaml:28"),
        ("shows", "Füllen Sie die Pumpe. Der Druck ist 0,5–2,0\u00a0bar."),
    ]
    assert [(data.get("id"), data.text) for data in step.iter(core("data"))] == [("d1", "{value}`druck`")]
    (segment,) = step.iter(core("segment"))
    assert dict(segment.attrib) == {"id": "s1", "state": "translated"}
    for part, words in (
        ("source", "Füllen Sie die Pumpe. Der Druck ist "),
        ("target", "Fyld pumpen. Trykket er "),
    ):
        content = segment.find(core(part))
        assert content is not None
        assert content.text == words
        assert dict(content[0].attrib) == {
            "id": "1",
            "dataRef": "d1",
            "canCopy": "no",
            "canDelete": "no",
            "equiv": "{value}`druck`",
            "disp": "0,5–2,0\u00a0bar",
        }


def test_states_follow_the_catalog_and_the_language(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(
        path,
        ('msgstr "Åbn ventilen."', 'msgstr ""'),
        ('msgctxt "fuellen.title"', '#, fuzzy\nmsgctxt "fuellen.title"'),
        ("Fyld pumpen. Trykket er {value}`druck`.", "Fyld pumpen. {value}`foerdermenge`."),
    )
    put(base.languages, ("status: draft", "status: reviewed"))
    root = parse_xml(exported(base, monkeypatch).read_bytes())

    def state(key: str) -> tuple[dict[str, str], bool]:
        (segment,) = unit(root, f"betrieb:{key}").iter(core("segment"))
        return dict(segment.attrib), segment.find(core("target")) is not None

    assert state("betrieb.title") == ({"id": "s1", "state": "reviewed"}, True)
    assert state("schritt-ventil.text") == ({"id": "s1", "state": "initial"}, False)
    assert state("fuellen.title") == ({"id": "s1", "state": "initial", "subState": "manual:fuzzy"}, True)
    # The placeholder of another value has no counterpart in the source: told in a note, not shown as text.
    assert state("schritt-fuellen.text") == ({"id": "s1", "state": "initial"}, False)
    (rejected,) = (
        note.text
        for note in unit(root, "betrieb:schritt-fuellen.text").iter(core("note"))
        if note.get("category") == "rejected"
    )
    assert str(rejected).endswith("Fyld pumpen. {value}`foerdermenge`.")


def test_what_went_out_comes_back_without_a_change(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what is fuzzy, missing, broken, spelled otherwise, or in another editor's form."""
    path = base.catalogs("da") / "betrieb.po"
    put(
        path,
        ('msgstr "Åbn ventilen."', 'msgstr ""'),
        ('msgctxt "fuellen.title"', '#, fuzzy\n#| msgid "Füllen"\nmsgctxt "fuellen.title"'),
        ("Fyld pumpen. Trykket er {value}`druck`.", "Fyld \\\\*pumpen\\\\*. {value}`foerdermenge`."),
        ("Tryk på {ui}`ein`. Mere: {link}`seite`.", "Tryk \\u0007på {ui}`ein`. Mere:{link}`` seite ``."),
        ('msgstr "Brug"', 'msgstr ""\n"Br"\n   "ug\\\\!"'),
    )
    before = catalogs(base, "da")
    path = exported(base, monkeypatch)
    first = path.read_bytes()
    assert exported(base, monkeypatch).read_bytes() == first
    for name in (path, path.with_name(f"{path.stem}-from-en.xlf")):
        assert list(structure_faults(parse_xml(name.read_bytes()), "x")) == []
        result = run(base, monkeypatch, "import", str(name))
        assert (result.exit_code, result.output) == (0, "da: 0 translated, 0 unfinished (fuzzy)\n")
    assert catalogs(base, "da") == before


def test_every_language_of_this_manual_comes_back_without_a_change(manual: Manual, tmp_path: Path) -> None:
    project = Project(ROOT)
    drawings, _ = read_drawings(project.figures, "docs/figures")
    languages = [code for code in manual.languages if code != manual.identity.source_language]
    assert len(languages) > 5
    for code in languages:
        translation, problems = read_translation(project, manual, manual.languages[code])
        scope = Scope(manual, translation, drawings)
        units, behind = read_units(project, manual, translation)
        assert [*problems, *behind] == []
        path = tmp_path / f"{code}.xlf"
        path.write_bytes(xliff(scope, units.values(), str(manual.identity.source_language)))
        document, problems = read_xliff(path, path.name)
        assert document is not None, problems
        assert len(document.messages) == len(units) > 600
        assert all(message.target and not message.is_fuzzy for message in document.messages)
        taken = take_in(scope, units, document)
        assert (taken.edits, taken.problems, taken.newer) == ({}, (), 0)
    # Where room is scarce, a translator is told.
    label = unit(parse_xml(path.read_bytes()), "figures:close-front-cover-logo.text")
    assert [note.text for note in label.iter(core("note")) if str(note.text).startswith("at most 40 mm wide")]


def test_a_catalog_that_is_behind_is_refused(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.chapters / "betrieb.yaml", ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil."))
    result = run(base, monkeypatch, "export", "da")
    assert result.exit_code == 1
    assert result.stderr == (
        "locales/da/LC_MESSAGES/betrieb.po:1:1: error: 1 of the manual's messages is not in the catalog; "
        'run "halo-docs update-po da" first [catalog-behind]\n'
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("export",), "name languages, or give --tmx"),
        (("export", "da", "--tmx"), "name languages, or give --tmx"),
        (("export", "de"), '"de" is the source language'),
        (("export", "dk"), 'unknown language "dk"'),
        (("import", "nowhere.xlf"), "does not exist"),
    ],
)
def test_wrong_usage(
    base: Project, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    result = run(base, monkeypatch, *words)
    assert result.exit_code == 2
    assert message in result.output
