from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.compose import canonical, compose
from halo_docs.text.inline import Literal, Plain, Role, Strong, parse

texts = st.text(st.sampled_from("ab *`\\{}_<>€"))


@given(texts)
def test_what_was_read_can_be_written(text: str) -> None:
    written = compose(parse(text))
    assert written is not None
    assert parse(written) == parse(text)
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((Plain("a "), Strong((Plain("b"),)), Role("value", "x")), "a **b**{value}`x`"),
        ((Plain("2 * 3"),), "2 * 3"),
        ((Plain("**no**"),), "\\*\\*no\\*\\*"),
        ((Plain("{value}"), Literal("x")), "\\{value}`x`"),
        ((Literal("a`b"),), "``a`b``"),
        ((Strong((Plain(" a"),)),), None),
        ((Role("value", ""),), "{value}`  `"),
        ((Role("term", "x", "y z"), Role("term", "x")), "{term}`y z <x>`{term}`x`"),
        ((Role("term", "x", " y"),), None),
    ],
)
def test_parts_are_written_plainly_where_that_reads_the_same(
    parts: tuple[Plain | Strong | Literal | Role, ...], text: str | None
) -> None:
    assert compose(parts) == text
