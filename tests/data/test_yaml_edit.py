"""Fields of a YAML file are changed in place; what is not changed keeps its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.yaml_edit import Words, edit_items
from halo_docs.data.yaml_source import parse_yaml

BLOCK = """\
# One comment,
things:
  # of the first
- id: pump
  forms:   # all of them
  - pumps  # more than one
  # before the second
  - pump's
  allowed:
  - 'the: unit'
# at the end of it
- id: valve
  note: >-
    two
    lines
  forms: []
# the end
"""
FLOW = """\
things:
  - id: pump
    forms: [pumps, the pump, a pump with a name, one more pump, and another pump, all pumps, some pumps,
            few pumps]  # long
    allowed: [unit]
  - {id: valve, forms: [valves], note: of brass}
"""


def read(text: str) -> dict[str, dict[str, Any]]:
    tree, problems = parse_yaml(text, "x")
    assert problems == [] and isinstance(tree, dict)
    return {
        str(item["id"]): {
            str(key): tuple(map(str, value)) if isinstance(value, list) else str(value)
            for key, value in item.items()
            if key != "id" and value
        }
        for item in tree["things"]
    }


@pytest.mark.parametrize("text", [BLOCK, FLOW, BLOCK.replace("\n", "\r\n")], ids=["block", "flow", "crlf"])
def test_what_is_the_same_changes_nothing(text: str) -> None:
    assert edit_items(text, "things", {}) == text
    same: dict[str, dict[str, Words]] = {name: {**fields, "other": ()} for name, fields in read(text).items()}
    assert edit_items(text, "things", same) == text


@pytest.mark.parametrize(
    ("name", "changes", "before", "after"),
    [
        (
            "a word more",
            {"forms": ("pumps", "pump's", "pumping")},
            "  - pump's\n",
            "  - pump's\n  - pumping\n",
        ),
        ("a word less", {"forms": ("pump's",)}, "  - pumps  # more than one\n", ""),
        ("another word", {"allowed": ("#1",)}, "  - 'the: unit'\n", "  - '#1'\n"),
        ("no words", {"allowed": ()}, "  allowed:\n  - 'the: unit'\n", ""),
        ("a new list", {"no": ("a", "b")}, "unit'\n#", "unit'\n  no:\n  - a\n  - b\n#"),
        ("a new word", {"note": "of iron"}, "unit'\n#", "unit'\n  note: of iron\n#"),
    ],
)
def test_one_word_a_line(name: str, changes: dict[str, Words], before: str, after: str) -> None:
    assert BLOCK.count(before) == 1
    assert edit_items(BLOCK, "things", {"pump": changes}) == BLOCK.replace(before, after)


@pytest.mark.parametrize(
    ("thing", "changes", "before", "after"),
    [
        ("pump", {"allowed": ("unit", "a, b")}, "[unit]", "[unit, 'a, b']"),
        ("pump", {"allowed": ()}, "    allowed: [unit]\n", ""),
        ("pump", {"no": ("a", "b")}, "[unit]\n", "[unit]\n    no: [a, b]\n"),
        ("valve", {"forms": (), "note": "of iron", "no": ("x",)}, "forms: [valves], note: of brass",
         "note: of iron, no: [x]"),
        ("seal", {"forms": ("seals",), "no": ()}, "brass}\n", "brass}\n  - id: seal\n    forms: [seals]\n"),
    ],
)  # fmt: skip
def test_words_between_brackets(thing: str, changes: dict[str, Words], before: str, after: str) -> None:
    assert FLOW.count(before) == 1
    assert edit_items(FLOW, "things", {thing: changes}) == FLOW.replace(before, after)


def test_long_lists_are_broken_under_their_bracket() -> None:
    words = tuple(f"word number {number}" for number in range(12))
    text = edit_items(FLOW, "things", {"pump": {"forms": words}})
    lines = [line.removesuffix("  # long") for line in text.splitlines()[2:4]]
    assert lines[0].startswith("    forms: [word number 0, ") and max(map(len, lines)) <= 110
    assert lines[1].startswith("            word number 6")
    assert read(text)["pump"]["forms"] == words


@pytest.mark.parametrize("text", ["things: []  # none\n", "{}\n", "{things: []}", "things: [{id: valve}]\n"])
def test_the_first_thing_of_a_list(text: str) -> None:
    made = edit_items(text, "things", {"pump": {"forms": ("a", "b"), "note": "c"}, "seal": {"forms": ()}})
    assert read(made)["pump"] == {"forms": ("a", "b"), "note": "c"}
    assert "seal" not in made


WORD = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=9)
WORDS = WORD.map(str.strip).filter(bool)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "forms": st.lists(WORDS, max_size=20, unique=True).map(tuple),
        "allowed": st.lists(WORDS, max_size=3, unique=True).map(tuple),
        "note": WORDS,
    },
)


@given(
    st.sampled_from([BLOCK, FLOW]), st.fixed_dictionaries({"pump": FIELDS, "valve": FIELDS, "seal": FIELDS})
)
def test_any_words_come_back(text: str, changes: dict[str, dict[str, Words]]) -> None:
    expected = read(text)
    for name, fields in changes.items():
        expected[name] = {k: v for k, v in {**expected.get(name, {}), **fields}.items() if v}
    made = edit_items(text, "things", changes)
    found = read(made)
    assert {name: fields for name, fields in found.items() if fields} == {
        name: fields for name, fields in expected.items() if fields
    }
    assert edit_items(made, "things", changes) == made


def test_the_files_of_this_manual_are_left_alone() -> None:
    for path in sorted((Path(__file__).parent.parent.parent / "locales").glob("*/terms.yaml")):
        text = path.read_bytes().decode()
        tree, _ = parse_yaml(text, path.name)
        assert isinstance(tree, dict)
        same = {
            item["id"]: {key: tuple(value) for key, value in item.items() if key != "id"}
            for item in tree["terms"]
        }
        assert edit_items(text, "terms", same) == text
