from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.inline import Inline, Literal, Plain, Role, Strong, faults, parse, roles
from halo_docs.text.wording import HOLE, running


def flat(part: Inline) -> str:
    if isinstance(part, Strong):
        return "".join(map(flat, part.children))
    return str(part) if isinstance(part, Role) else part.text


def test_a_term_may_bring_its_own_words() -> None:
    (role,) = roles("the {term}`gland nuts <gland-nut>`")
    assert (role.name, role.target, role.words) == ("term", "gland-nut", "gland nuts")
    # What it leads to is what a translation must keep.
    assert role == Role("term", "gland-nut") == roles("{term}`gland-nut`")[0]
    assert hash(role) == hash(Role("term", "gland-nut"))
    assert running("the {term}`gland nuts <gland-nut>` of {term}`rcd`") == f"the gland nuts of {HOLE}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{term}`<rcd>`", ["{term}`rcd` has no words before the <"]),
        ("{term}`RCD <>`", ["the role {term} names nothing"]),
    ],
)
def test_half_a_term_is_a_fault(text: str, told: list[str]) -> None:
    assert [*faults(text)] == told


def test_no_other_role_has_words_of_its_own() -> None:
    assert roles("{ref}`here <place>`") == (Role("ref", "here <place>"),)


@given(st.text(alphabet="ab <>`\\*é\n", max_size=20))
def test_any_words_can_be_read(words: str) -> None:
    for role in roles(f"{{term}}`{words} <pump>`"):
        assert role.words is None or not set("<>`") & {*role.words}


def test_the_grammar() -> None:
    assert parse("a **b {value}`x`** `HALO_nn` \\* {ref}`y`") == (
        Plain("a "),
        Strong((Plain("b "), Role("value", "x"))),
        Plain(" "),
        Literal("HALO_nn"),
        Plain(" * "),
        Role("ref", "y"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[text](javascript:alert(1))",
        "![picture](secret.png)",
        "|release| {{ config }}",
        "[^1] https://example.invalid",
        "# no heading",
        "*no emphasis* _nor here_",
        "a\u202eb",
    ],
)
def test_everything_else_is_plain_text(text: str) -> None:
    assert parse(text) == (Plain(text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{valeu}`x`", ["unknown role {valeu}"]),
        ("**open", ["unbalanced * (write \\* for the character itself)"]),
        ("a `b", ["unbalanced ` (write \\` for the character itself)"]),
        ("{value} x", ["{value} is not followed by a target in backquotes"]),
        ("2 \\* 3", []),
        ("{value}`x` **b**", []),
    ],
)
def test_faults_are_named(text: str, expected: list[str]) -> None:
    assert list(faults(text)) == expected


@given(st.text())
def test_parsing_never_fails(text: str) -> None:
    parse(text)
    list(faults(text))


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["value", "ref", "ui"]), words), max_size=5), words)
def test_roles_come_back_in_order(found: list[tuple[str, str]], between: str) -> None:
    text = between.join(f" {{{name}}}`{target}` " for name, target in found)
    assert roles(text) == tuple(Role(name, target) for name, target in found)


@given(words, words)
def test_no_character_of_plain_text_is_lost(before: str, after: str) -> None:
    text = f"{before} <b> & {after}"
    assert "".join(map(flat, parse(text))) == text
