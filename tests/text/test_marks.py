"""Brackets and quotation marks of running text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.marks import unbalanced_brackets, unbalanced_quotes, unnoted

BALANCED = st.recursive(
    st.sampled_from(["", "abc ", "2,5 ", "word "]),
    lambda inner: st.one_of(
        st.builds("({})".format, inner),
        st.builds("[{}]".format, inner),
        st.builds("{}{}".format, inner, inner),
    ),
)


@given(BALANCED)
def test_brackets_in_pairs_are_none(text: str) -> None:
    assert not list(unbalanced_brackets(text))


@given(BALANCED, BALANCED, st.sampled_from("()[]"))
def test_a_bracket_more_is_found(before: str, after: str, bracket: str) -> None:
    assert list(unbalanced_brackets(f"({before}{bracket}{after})"))


@given(st.lists(st.text("abc ,.", max_size=5), max_size=4))
def test_quotations_in_turn_are_in_pairs(parts: list[str]) -> None:
    assert not unbalanced_quotes("".join(f"„{part}“ " for part in parts), "„", "“")
    assert unbalanced_quotes("".join(f"„{part}“ " for part in parts) + "„", "„", "“")


def test_marks_of_footnotes_are_taken_out() -> None:
    assert unnoted("Type A{footnote}`x`, {value}`y`") == "Type A, \ufffc"
