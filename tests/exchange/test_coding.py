from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from halo_docs.exchange.coding import (
    Code,
    Pair,
    Piece,
    Worded,
    code_faults,
    decode,
    encode,
    encode_target,
    is_same_source,
)
from halo_docs.exchange.names import message_of, unit_id
from halo_docs.exchange.xliff import core
from halo_docs.exchange.xliff_reading import Reader
from halo_docs.exchange.xliff_writing import Shows, write_content
from halo_docs.text.compose import canonical

pieces = st.sampled_from(
    ["{value}`a`", "{term}`b`", "{term}`c d <b>`", "`e`", "**", "f", " ", "<g>&", "\u00a0€", "\\*"]
)
texts = st.text(st.sampled_from("ab *`\\{}_<&>\"' \u00a0€"), max_size=30) | st.lists(pieces).map("".join)


def through_xml(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Write pieces as XLIFF, as bytes, and read them back."""
    data: dict[str, str] = {}
    target = etree.Element(core("target"))
    shows = Shows(lambda text: text, is_source=False)
    write_content(target, pieces, lambda text: data.setdefault(text, f"d{len(data)}"), shows)
    reader = Reader("x.xlf")
    names = {name: text for text, name in data.items()}
    read = reader.content(etree.fromstring(etree.tostring(target)), names, "u")
    assert reader.problems == []
    return read


@given(texts)
def test_a_text_comes_back_from_xliff(text: str) -> None:
    coded = encode(text)
    assert through_xml(coded) == coded
    assert decode(through_xml(coded)) == canonical(text)


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_name_of_a_unit_can_be_read_back(domain: str, key: str) -> None:
    name = unit_id(domain, key)
    assert message_of(name) == (domain, key)
    assert all(character.isascii() and (character.isalnum() or character in "._:-") for character in name)


def test_a_translation_has_the_ids_of_its_source() -> None:
    source = encode("Set {value}`a`, **then {value}`b`** and {value}`a`.")
    assert source == (
        "Set ", Code("1", "{value}`a`"), ", ", Pair("2", ("then ", Code("3", "{value}`b`"))), " and ",
        Code("4", "{value}`a`"), ".",
    )  # fmt: skip
    target = encode_target("{value}`b`: {value}`a`, **{value}`a`**", source)
    assert target == (
        Code("3", "{value}`b`"), ": ", Code("1", "{value}`a`"), ", ", Pair("2", (Code("4", "{value}`a`"),)),
    )  # fmt: skip
    assert list(code_faults(source, target)) == []
    assert encode_target("{value}`c`", source) is None
    assert list(code_faults(source, (Code("1", "{value}`a`"), Code("1", "{value}`a`"), Code("9", "x")))) == [
        "the placeholder 1, {value}`a`, stands 2 times",
        "the placeholder 2, **, is lost",
        "the placeholder 3, {value}`b`, is lost",
        "the placeholder 4, {value}`a`, is lost",
        'the placeholder "9" is not in the source text',
    ]


def test_a_term_is_a_pair_around_its_words() -> None:
    source = encode("Loosen the {term}`gland nuts <gland-nut>` of the {term}`membrane`.")
    assert source == (
        "Loosen the ", Worded("1", "{term}`gland-nut`", "gland nuts"), " of the ",
        Worded("2", "{term}`membrane`", ""), ".",
    )  # fmt: skip
    target = encode_target("{term}`membranens <membrane>` {term}`gland-nut`", source)
    assert target == (
        Worded("2", "{term}`membrane`", "membranens"),
        " ",
        Worded("1", "{term}`gland-nut`", ""),
    )
    assert list(code_faults(source, target)) == []
    assert decode(target) == "{term}`membranens <membrane>` {term}`gland-nut`"
    # A role without words is shown in the source with those of the reader, which do not count.
    shown = (*source[:3], Worded("2", "{term}`membrane`", "membrane"), ".")
    assert is_same_source(shown, source)
    assert not is_same_source((*source[:1], Worded("1", "{term}`gland-nut`", "nuts"), *source[2:]), source)
    assert not is_same_source((*source[:3], Worded("2", "{term}`gland-nut`", "x"), "."), source)
