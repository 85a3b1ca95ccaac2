from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from halo_docs.data.yaml_source import MAX_BYTES, Mapping, Scalar, parse_yaml, read_yaml


def shown(text: str) -> list[str]:
    _, problems = parse_yaml(text, "f.yaml")
    return [str(problem) for problem in problems]


def test_scalars_keep_their_spelling_and_place() -> None:
    tree, problems = parse_yaml("a: no\nb: [1_000, 12:30, 2.0, yes, ~]\n", "f.yaml")
    assert problems == []
    assert isinstance(tree, Mapping)
    assert tree["a"] == "no"
    assert list(tree["b"]) == ["1_000", "12:30", "2.0", "yes", "~"]
    assert str(tree["b"][2].location) == "f.yaml:2:19"


def test_a_text_is_named_by_the_nearest_id_wherever_the_id_stands() -> None:
    tree, _ = parse_yaml(
        "items:\n  - text: one\n    id: first\n  - {id: second, cells: {a: two}}\n", "f.yaml"
    )
    assert isinstance(tree, Mapping)
    first, second = tree["items"]
    assert first["text"].key == "first.text"
    assert second["cells"]["a"].key == "second.cells.a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", 'f.yaml:2:1: error: duplicate key "a", first on line 1 [duplicate-key]'),
        ("a: &x 1\n", "f.yaml:1:4: error: anchors (&x) are not supported [yaml-alias]"),
        (
            "a: !!python/none 1\n",
            "f.yaml:1:4: error: tags (tag:yaml.org,2002:python/none) are not supported [yaml-tag]",
        ),
        (
            "*x : 1\nb: 2\n",
            "f.yaml:1:1: error: aliases are not supported; write the text again [yaml-alias]",
        ),
        ("? [a]\n: 1\nb: 2\n", "f.yaml:1:3: error: a key must be plain text [yaml-syntax]"),
        ("", "f.yaml:1:1: error: the file is empty [empty-file]"),
        ("a: \x07\n", "f.yaml:1:4: error: control character U+0007 is not allowed [control-character]"),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    assert shown(text) == [expected]


def test_every_duplicate_is_reported() -> None:
    assert len(shown("a: 1\na: 2\nb: 1\nb: 2\n")) == 2


def test_deep_nesting_and_alias_bombs_end_in_one_clear_error() -> None:
    assert "nested deeper" in shown("[" * 10_000)[0]
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*a, *a]\n" for c in "bcdefgh")
    assert any("aliases are not supported" in problem for problem in shown(bomb))


def test_encodings(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    tree, problems = read_yaml(path, "f.yaml")
    assert (tree, problems) == ({"a": "1", "b": "2"}, [])
    path.write_bytes(b"a: 1\nb: \xe9\n")
    assert [str(p) for p in read_yaml(path, "f.yaml")[1]] == [
        "f.yaml:2:4: error: byte 0xe9 is not UTF-8; save the file as UTF-8 [not-utf8]"
    ]
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "larger than" in str(read_yaml(path, "f.yaml")[1][0])
    assert "cannot be read" in str(read_yaml(tmp_path / "none.yaml", "none.yaml")[1][0])


@given(st.text() | st.text(alphabet=" -#:?{}[]\n\tab\"'|>,&*!%", max_size=60))
@example("*a : 1")
@example("{[a]: 1, {b: 1}: *a, c: 1}")
def test_any_text_gives_a_tree_or_problems_and_never_raises(text: str) -> None:
    tree, problems = parse_yaml(text, "f.yaml")
    assert (tree is None) == bool(problems)


leaves = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=10)


@given(st.recursive(leaves, lambda c: st.lists(c, max_size=3) | st.dictionaries(leaves, c, max_size=3)))
def test_what_yaml_writes_is_read_back(data: object) -> None:
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True)
    tree, problems = parse_yaml(text, "f.yaml")
    assert problems == []
    assert tree == data
    assert tree is not None
    assert isinstance(tree, Scalar) or tree.location.line == 1
