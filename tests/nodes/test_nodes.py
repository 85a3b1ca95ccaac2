from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from halo_docs.data.blocks import Step
from halo_docs.data.load import load_manual
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.blocks import render
from halo_docs.nodes.elements import BlockReference
from halo_docs.nodes.scope import Scope
from halo_docs.project import Project

MINI = Path(__file__).parent.parent / "roots" / "mini"
NBSP = "\u00a0"


def scope(language: str, project: Project | None = None) -> Scope:
    project = project or Project(MINI)
    manual, problems = load_manual(project)
    assert manual is not None, problems
    translation, _ = read_translation(project, manual, manual.languages[language])
    return Scope(manual, translation)


def shown(language: str, name: str) -> Any:
    own = scope(language)
    container = nodes.container()
    container.extend(render(own, own.manual.places[name].block))  # type: ignore[arg-type]
    return container


def test_a_safety_panel_has_the_word_of_the_language_and_its_parts_in_order() -> None:
    (panel,) = shown("da", "trockenlauf")
    assert panel["classes"] == ["safety", "safety-warning", "kind-prohibition"]
    assert panel["ids"] == ["trockenlauf"]
    assert [child.astext() for child in panel] == [
        "ADVARSEL", "Die Pumpe kann heiß werden.", "Lassen Sie die Pumpe nie trocken laufen.",
    ]  # fmt: skip


def test_a_sign_stands_beside_a_statement_that_names_it(mini: Project) -> None:
    path = mini.chapters / "betrieb.yaml"
    listed = (
        "  - type: list\n    id: regeln\n    items:\n"
        "      - {id: regel-allgemein, kind: mandatory, text: Lesen Sie alles.}\n"
        "      - {id: regel-strom, kind: mandatory, sign: disconnect, text: Schalten Sie ab.}\n"
    )
    text = path.read_text("utf-8").replace("kind: prohibition", "kind: prohibition\n    sign: do-not-touch")
    path.write_text(text.replace("  - {type: specifications", f"{listed}  - {{type: specifications"), "utf-8")
    own = scope("de", mini)
    (panel,) = render(own, own.manual.places["trockenlauf"].block)  # type: ignore[arg-type]
    assert isinstance(panel, nodes.Element)
    assert panel["classes"][-2:] == ["has-sign", "sign-do-not-touch"]
    (rules,) = render(own, own.manual.places["regeln"].block)  # type: ignore[arg-type]
    assert [item["classes"] for item in rules.findall(nodes.list_item)] == [
        ["kind-mandatory", "sign-general-mandatory"], ["kind-mandatory", "sign-disconnect"],
    ]  # fmt: skip


def test_a_fallback_is_marked_with_its_language() -> None:
    marks = [n for n in shown("da", "zweck").findall(nodes.inline) if "untranslated" in n["classes"]]
    assert marks[0]["classes"] == ["untranslated", "language-de"]
    assert marks[0].astext() == shown("de", "zweck").astext()
    assert not [n for n in shown("de", "zweck").findall(nodes.inline) if "untranslated" in n["classes"]]


def test_roles_are_filled_in_for_the_language() -> None:
    text = shown("de", "fuellen-ablauf").astext()
    assert f"Der Druck ist 0,5–2,0{NBSP}bar." in text
    assert "Drücken Sie EIN. Mehr: https://example.invalid/." in text


def test_roles_of_a_translation_take_the_forms_of_its_language(mini: Project) -> None:
    folder = mini.catalogs("da")
    folder.mkdir(parents=True)
    (folder / "betrieb.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "schritt-ein.text"\n'
        'msgid "Drücken Sie {ui}`ein`. Mehr: {link}`seite`."\n'
        'msgstr "Mere: {link}`seite`. Tryk {ui}`ein`."\n',
        "utf-8",
    )
    own = scope("da", mini)
    step = own.manual.places["schritt-ein"].block
    assert isinstance(step, Step)
    text = "".join(node.astext() for node in own.inline(step.text))
    assert text == "Mere: https://example.invalid/da/. Tryk TIL."


def test_roles_of_a_fallback_keep_the_forms_of_the_source() -> None:
    assert shown("da", "zweck").astext() == shown("de", "zweck").astext()


def test_the_technical_data_show_symbol_value_and_footnote() -> None:
    shown_table = shown("de", "daten")
    cells = [entry.astext() for entry in shown_table.findall(nodes.entry)]
    assert cells[2:6] == ["Druck (pe)", f"0,5–2,0{NBSP}bar", "Fördermenge", f"12\u202f500{NBSP}l/h*"]
    assert shown_table.children[-1].astext() == f"*{NBSP}Bei freiem Auslauf."


def test_product_numbers_come_from_the_data() -> None:
    cells = [entry.astext() for entry in shown("de", "ausfuehrungen").findall(nodes.entry)]
    assert cells[3:] == [
        "Netzbetrieb", "Q-100", f"Weiter mit 1.1{NBSP}Pumpe füllen.",
        "Solarbetrieb", "Q-200 und Q-201", f"Weiter mit 1.1{NBSP}Pumpe füllen.",
    ]  # fmt: skip


def test_a_reference_names_number_and_title_and_leads_to_the_id() -> None:
    (reference,) = shown("de", "zweck").findall(BlockReference)
    assert reference["target"] == "fuellen"
    assert reference.astext() == f"1.1{NBSP}Pumpe füllen"


def test_steps_substeps_marks_and_results() -> None:
    procedure = shown("de", "fuellen-ablauf")
    outer, inner = procedure.findall(nodes.enumerated_list)
    assert [item["ids"] for item in outer] == [["schritt-fuellen"], ["schritt-ein"]]
    assert [item["ids"] for item in inner] == [["schritt-ventil"]]
    marks = [n.astext() for n in procedure.findall(nodes.inline) if "applicability" in n["classes"]]
    assert marks == ["nur Netzbetrieb"]
    results = [n.astext() for n in procedure.findall(nodes.paragraph) if "step-result" in n["classes"]]
    assert results == ["Result: Die Pumpe läuft."]


@pytest.mark.parametrize("language", ["de", "da"])
def test_every_anchor_is_the_id_in_every_language(language: str) -> None:
    own = scope(language)
    anchors = {
        anchor
        for chapter in own.manual.chapters
        for node in render(own, chapter)
        for element in node.findall(nodes.Element)
        for anchor in element["ids"]
    }
    assert set(own.manual.places) <= anchors


def test_building_nodes_changes_nothing() -> None:
    own = scope("de")
    chapter = own.manual.chapters[1]
    assert [n.pformat() for n in render(own, chapter)] == [n.pformat() for n in render(own, chapter)]


def with_glossary(project: Project) -> Project:
    """Give the small manual a second concept, uses of both, and a glossary."""
    (project.data / "terms.yaml").write_text(
        "terms:\n"
        "  - {id: pumpe-begriff, term: Pumpe, definition: Fördert Wasser., abbreviation: PU}\n"
        "  - {id: oelstand, term: Ölstand, definition: 'Höhe des Öls in der {term}`pumpe-begriff`.'}\n",
        "utf-8",
    )
    path = project.chapters / "betrieb.yaml"
    added = (
        "  - {type: paragraph, id: begriffe, text: 'Prüfen Sie die {term}`Pumpen <pumpe-begriff>`.'}\n"
        "  - {type: glossary, id: glossar}\n"
    )
    text = path.read_text("utf-8")
    path.write_text(text.replace("  - {type: specifications", f"{added}  - {{type: specifications"), "utf-8")
    return project


def test_the_glossary_lists_concepts_and_abbreviations_by_the_alphabet(mini: Project) -> None:
    own = scope("de", with_glossary(mini))
    (table,) = render(own, own.manual.places["glossar"].block)  # type: ignore[arg-type]
    rows = [row for row in table.findall(nodes.row) if row["ids"]]
    assert [(row["ids"][0], [cell.astext() for cell in row]) for row in rows] == [
        ("term-oelstand", ["Ölstand", "Höhe des Öls in der Pumpe."]),
        ("term-pumpe-begriff-abbreviation", ["PU", "Pumpe"]),
        ("term-pumpe-begriff", ["Pumpe (PU)", "Fördert Wasser."]),
    ]
    assert {link["target"] for link in table.findall(BlockReference)} == {"term-pumpe-begriff"}


def test_a_term_shows_its_own_words_and_leads_to_its_entry(mini: Project) -> None:
    own = scope("de", with_glossary(mini))
    (paragraph,) = render(own, own.manual.places["begriffe"].block)  # type: ignore[arg-type]
    (link,) = paragraph.findall(BlockReference)
    assert (link.astext(), link["target"], link["classes"]) == ("Pumpen", "term-pumpe-begriff", ["term"])


def test_without_a_glossary_a_term_is_words_only() -> None:
    own = scope("de")
    (shown_term,) = own.role("term", "pumpe-begriff", "Pumpen")
    assert isinstance(shown_term, nodes.inline) and shown_term.astext() == "Pumpen"
    assert own.role("term", "pumpe-begriff")[0].astext() == "Pumpe"
