from __future__ import annotations

import pytest

from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.project import Project


def edit(project: Project, name: str, before: str, after: str) -> None:
    path = project.docs / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in load_manual(project)[1]]


def test_the_manual_loads_without_a_problem(manual: Manual) -> None:
    assert manual.places["local-interface"].number == "6.2.3"
    assert manual.places["electrical-settings"].number is None
    assert manual.places["reassembly-screws"].number == "3"
    assert manual.products_with("capi") == ("100307", "100308", "101082")


def test_a_snippet_is_one_message_in_several_places(manual: Manual) -> None:
    uses = [place.block for place in manual.places.values() if place.block.id.endswith("-access-point-off")]
    keys = {block.text.key for block in uses if hasattr(block, "text")}
    assert len(uses) == 3
    assert keys == {"access-point-off.text"}


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        (
            "data/values.yaml",
            "min: 0.5, max: 2.0",
            "min: 2.5, max: 2.0",
            "docs/data/values.yaml:2:44: error: min must be smaller than max [range-upside-down]",
        ),
        (
            "data/values.yaml",
            "kind: flow",
            "kind: speed",
            'docs/data/values.yaml:3:43: error: unit l/h measures flow, not "speed" [unit-kind]',
        ),
        (
            "data/values.yaml",
            "unit: bar",
            "unit: bat",
            'docs/data/values.yaml:2:39: error: unknown unit "bat" (did you mean "bar"?) [unknown-reference]',
        ),
        (
            "data/values.yaml",
            "number: 12500",
            "number: 12_500",
            'docs/data/values.yaml:3:55: error: not a number: "12_500" '
            "(digits, one point as decimal mark, no grouping) [number]",
        ),
        (
            "data/values.yaml",
            "number: 12500",
            "numbr: 12500",
            'docs/data/values.yaml:3:47: error: unknown key "numbr" (did you mean "number"?) [unknown-key]',
        ),
        (
            "data/products.yaml",
            "Q-201",
            "Q-200",
            'docs/data/products.yaml:4:10: error: duplicate id "Q-200", first at docs/data/products.yaml:3 '
            "[duplicate-id]",
        ),
        (
            "data/products.yaml",
            "antrieb: netz",
            "antrieb: nets",
            'docs/data/products.yaml:2:39: error: unknown axis value "nets" (did you mean "netz"?) '
            "[unknown-reference]",
        ),
        (
            "data/open-inputs.yaml",
            "blocks_release: true",
            "blocks_release: yes",
            'docs/data/open-inputs.yaml:1:101: error: write true or false, not "yes" [flag]',
        ),
        (
            "manual/betrieb.yaml",
            "type: safety",
            "type: saftey",
            'docs/manual/betrieb.yaml:4:5: error: unknown type "saftey" (did you mean "safety"?); known: ',
        ),
        (
            "manual/betrieb.yaml",
            "level: warning",
            "level: warnung",
            'docs/manual/betrieb.yaml:6:12: error: "warnung" is not allowed here (did you mean "warning"?); '
            "allowed: danger, warning, caution, notice [wrong-value]",
        ),
        (
            "manual/betrieb.yaml",
            "    title: Pumpe füllen\n",
            "",
            'docs/manual/betrieb.yaml:19:5: error: "title" is missing [missing-field]',
        ),
        (
            "manual/betrieb.yaml",
            "antrieb: [netz]",
            "antrieb: []",
            "docs/manual/betrieb.yaml:35:26: error: "
            '"applies_to" names no value of antrieb, so it applies to nothing [empty-applicability]',
        ),
        (
            "manual/betrieb.yaml",
            "protects: [schritt-ein]",
            "protects: [schritt-aus]",
            'docs/manual/betrieb.yaml:10:16: error: unknown block "schritt-aus" '
            '(did you mean "schritt-ein"?) [unknown-reference]',
        ),
        (
            "data/manual.yaml",
            "betrieb.yaml",
            "betreib.yaml",
            'docs/data/manual.yaml:11:29: error: there is no chapter "betreib.yaml" in docs/manual '
            '(did you mean "betrieb.yaml"?) [missing-file]',
        ),
    ],
)
def test_a_fault_is_named_at_its_place(
    mini: Project, name: str, before: str, after: str, expected: str
) -> None:
    edit(mini, name, before, after)
    found = problems(mini)
    assert any(problem.startswith(expected) for problem in found), found
    assert load_manual(mini)[0] is None


def test_all_faults_of_all_files_are_reported_in_one_run(mini: Project) -> None:
    edit(mini, "data/values.yaml", "min: 0.5, max: 2.0", "min: 2.5, max: 2.0")
    edit(mini, "data/products.yaml", "attributes: {antrieb: netz}", "attribute: {antrieb: netz}")
    edit(mini, "manual/betrieb.yaml", "level: warning", "level: loud")
    assert len(problems(mini)) == 3
