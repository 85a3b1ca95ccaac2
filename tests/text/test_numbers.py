"""Numbers are read back as they are written, in whatever way a language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.scalars import NOWHERE, Number
from halo_docs.data.writing import NumberWord
from halo_docs.data.yaml_source import Scalar
from halo_docs.text.numbers import NumberWords, differences, readings
from halo_docs.text.quantities import format_number
from tests.text.test_quantities import WORDS, language

CODES = sorted(WORDS)
NUMBERS = st.decimals(-10_000_000, 10_000_000, places=3) | st.integers(-99_999, 99_999).map(Decimal)


def values(text: str, locale: str) -> list[Decimal | None]:
    return [figure.value for figure in readings(text, locale)[0]]


def unlike(source: str, target: str, one: str = "en", other: str = "fr") -> tuple[list[str], list[str]]:
    missing, added = differences(readings(source, one), readings(target, other))
    return [figure.written for figure in missing], [figure.written for figure in added]


def shown(number: Decimal, code: str) -> str:
    return format_number(Number.read(Scalar(f"{number:f}", NOWHERE)), language(code))


@given(NUMBERS, st.sampled_from(CODES))
def test_what_is_written_is_read_back(number: Decimal, code: str) -> None:
    for text in ("{}", "a {} b", "({})", "{} V", "{}."):
        assert values(text.format(shown(number, code)), code) == [number]


@given(NUMBERS, NUMBERS, st.sampled_from(CODES), st.sampled_from(CODES))
def test_two_languages_agree_exactly_when_the_values_do(
    one: Decimal, other: Decimal, source: str, target: str
) -> None:
    missing, added = unlike(shown(one, source), shown(other, target), source, target)
    assert (not missing and not added) == (one == other)


@given(st.text(max_size=60), st.sampled_from(CODES))
def test_no_text_is_too_odd(text: str, code: str) -> None:
    assert differences(readings(text, code), readings(text, code)) == ((), ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2.0 mm", "2,0 mm"),
        ("2.0 mm", "2 mm"),
        ("1,000 h", "1\u202f000 h"),
        ("1,000 h", "1\u00a0000 h"),
        ("1,000 h", "1 000 h"),
        ("1,000 h", "1000 h"),
        ("12,345.5", "12\u202f345,5"),
        ("4-8", "4–8"),
        ("−5 to +40", "-5 à +40"),
        ("(−5)", "(–5)"),
        ("½ turn", "1/2 tour"),
        ("5-pin", "5 broches"),
        ("m², 10³", "10³, m²"),
        ("H₂O", "H2O"),
        ("OCPP 1.6J", "OCPP 1.6J"),
        ("IEEE 802.11b/g/n", "IEEE 802.11b/g/n"),
        ("It follows IEEE 802.11.", "Selon IEEE 802.11."),
        ("version 2.1 or later", "version 2.1 ou plus récente"),
        ("192.168.250.1", "192.168.250.1"),
        ("phase 1 230 V", "230 V, phase 1"),
        ("10:30", "10 h 30"),
        ("1st", "1er"),
    ],
)
def test_the_same_number(source: str, target: str) -> None:
    assert unlike(source, target) == ([], [])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("7.5 m", "7.5 m"),
        ("7.5 m", "75 m"),
        ("7.5 m", "0,75 m"),
        ("1,000 h", "1,000 h"),
        ("−5 °C", "5 °C"),
        ("4–8", "4–9"),
        ("10³", "103"),
        ("mm²", "mm2"),
        ("½", "¼"),
        ("Turn 2.5 times", "Tourner 2.5 fois"),
        ("3 and 3", "3"),
        ("none", "1"),
    ],
)
def test_another_number(source: str, target: str) -> None:
    assert unlike(source, target) != ([], [])


def test_a_locale_that_nobody_knows_reads_points() -> None:
    assert values("1.5 and 2", "qq-QQ") == [Decimal("1.5"), Decimal(2)]


def test_number_words() -> None:
    words = NumberWords(
        [
            NumberWord.model_validate({"number": "2", "words": ["two", "both"]}),
            NumberWord.model_validate({"number": "0.5", "words": ["half"]}),
        ]
    )
    assert words.values("Two halves, half of both.") == (
        (Decimal(2), "Two"),
        (Decimal("0.5"), "half"),
        (Decimal(2), "both"),
    )
