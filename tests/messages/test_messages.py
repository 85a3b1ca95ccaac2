from __future__ import annotations

from pathlib import Path

from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.messages.catalog import read_catalog, write_templates
from halo_docs.messages.extract import messages
from halo_docs.messages.translation import read_translation
from halo_docs.project import Project
from halo_docs.text.quantities import format_value

PO_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def translated(project: Project, key: str, target: str, *, source: str = "", flags: str = "") -> str:
    """Return what the page shows for a text of the mini manual, given one catalog entry."""
    manual, problems = load_manual(project)
    assert manual is not None, problems
    texts = {m.key: m for m in messages(manual)}
    message = texts[key]
    folder = project.catalogs("da")
    folder.mkdir(parents=True, exist_ok=True)
    flag = f"#, {flags}\n" if flags else ""
    entry = f'{flag}msgctxt "{key}"\nmsgid "{source or message.source}"\nmsgstr "{target}"\n'
    (folder / f"{message.domain}.po").write_text(PO_HEADER + entry, "utf-8")
    translation, found = read_translation(project, manual, manual.languages["da"])
    assert found == []
    rendering = translation.translate(manual.places[key.removesuffix(".text")].block.text)  # type: ignore[attr-defined]
    return ("source: " if rendering.is_fallback else "") + rendering.text


def test_every_message_has_a_unique_stable_name(manual: Manual) -> None:
    found = messages(manual)
    names = [(m.domain, m.key) for m in found]
    assert len(set(names)) == len(names) > 500
    assert all(not part.isdigit() for m in found for part in m.key.split("."))


def test_no_message_holds_a_value_of_the_data(manual: Manual) -> None:
    shown = {format_value(v, manual.units, manual.languages["en"]) for v in manual.values.values() if v.unit}
    for message in messages(manual):
        text = f" {message.source} {message.comment} "
        assert not [value for value in shown if f" {value} " in text], message


def test_a_translation_is_shown(mini: Project) -> None:
    assert translated(mini, "schritt-ventil.text", "Åbn ventilen.") == "Åbn ventilen."


def test_what_is_not_usable_shows_the_source(mini: Project) -> None:
    key = "schritt-fuellen.text"
    source = "source: Füllen Sie die Pumpe. Der Druck ist {value}`druck`."
    assert translated(mini, key, "") == source
    assert translated(mini, key, "Fyld pumpen. Trykket er {value}`druck`.", flags="fuzzy") == source
    assert translated(mini, key, "Fyld pumpen. Trykket er 0,5–2,0 bar.") == source
    assert translated(mini, key, "Fyld pumpen med {value}`foerdermenge`.") == source
    assert translated(mini, key, "Fyld. {value}`druck`", source="Älterer Text. {value}`druck`") == source


def test_a_broken_catalog_is_reported_and_counts_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(PO_HEADER + 'msgid "x\nmsgstr "y"\n', "utf-8")
    catalog, problems = read_catalog(path, "a.po")
    assert catalog.entries == {}
    assert [problem.rule for problem in problems] == ["catalog-syntax"]
    assert problems[0].location.line == 5
    path.write_bytes(PO_HEADER.encode() + b'msgid "\xe9"\n')
    assert [problem.rule for problem in read_catalog(path, "a.po")[1]] == ["not-utf8"]


def test_templates_are_the_same_bytes_each_time(manual: Manual, tmp_path: Path) -> None:
    first = {p.name: p.read_bytes() for p in write_templates(messages(manual), tmp_path / "a")}
    second = {p.name: p.read_bytes() for p in write_templates(messages(manual), tmp_path / "b")}
    assert first == second
    assert b'msgctxt "reassembly-screws.text"' in first["05-installation.pot"]
