"""The golden table of design and decisions: one row a form, one column a language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.facts import Unit, Value
from halo_docs.data.identity import Language, SignalWords, Status
from halo_docs.data.scalars import NOWHERE, Number, Plain
from halo_docs.data.yaml_source import Scalar
from halo_docs.text.quantities import format_number, format_sequence, format_value

NBSP, NNBSP = "\u00a0", "\u202f"

WORDS = {
    "en": "to", "fr": "à", "de": "bis", "sv": "till", "nb": "til", "da": "til", "fi": "–", "nl": "tot",
    "pl": "do", "pt": "a", "et": "kuni", "bg": "до", "el": "έως",
}  # fmt: skip

UNITS = {
    unit: Unit.model_validate({"id": unit, "symbol": unit, "kinds": ["any"]})
    for unit in ("mm", "N·m", "°C", "MHz", "kA²s", "dBm", "mm²", "V", "m")
}


def language(code: str) -> Language:
    words = SignalWords(
        danger=Plain("a"), warning=Plain("b"), caution=Plain("c"), notice=Plain("d"), note=Plain("e")
    )
    return Language.model_validate(
        {
            "id": code,
            "name": code,
            "status": Status.DRAFT,
            "signal_words": words,
            "range_word": WORDS[code],
            **({"locale": "en-GB"} if code == "en" else {}),
        }
    )


def value(**form: Any) -> Value:
    return Value.model_validate({"id": "v", "kind": "any", **form})


GOLDEN: list[tuple[dict[str, Any], str]] = [
    ({"number": "7.5", "unit": "m"}, "7{d}5_m"),
    ({"number": "14.0", "unit": "mm"}, "14{d}0_mm"),
    ({"number": "2000", "unit": "m"}, "2000_m"),
    ({"number": "12345.60", "unit": "m"}, "12'345{d}60_m"),
    ({"number": "-97", "unit": "dBm"}, "−97_dBm"),
    ({"number": "5.4", "unit": "kA²s"}, "5{d}4_kA²s"),
    ({"range": {"min": "1.5", "max": "2.0"}, "unit": "N·m"}, "1{d}5–2{d}0_N·m"),
    ({"range": {"min": "2400", "max": "2500"}, "unit": "MHz"}, "2400–2500_MHz"),
    ({"range": {"min": "-35", "max": "+45"}, "unit": "°C"}, "−35_°C {w} +45_°C"),
    ({"alternatives": ["230", "400"], "unit": "V"}, "230/400_V"),
    ({"dimensions": ["262", "159", "203"], "unit": "mm"}, "262_×_159_×_203_mm"),
    ({"code": "Mode 3"}, "Mode_3"),
    ({"literal": "192.168.250.1"}, "192.168.250.1"),
]


@pytest.mark.parametrize("code", sorted(WORDS))
@pytest.mark.parametrize(("form", "pattern"), GOLDEN)
def test_golden_table(code: str, form: dict[str, Any], pattern: str) -> None:
    expected = pattern.replace("_", NBSP).replace("'", NNBSP)
    expected = expected.format(d="." if code == "en" else ",", w=WORDS[code])
    assert format_value(value(**form), UNITS, language(code)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "1, 2 and 3"),
        ("fr", "1, 2 et 3"),
        ("de", "1, 2 und 3"),
        ("fi", "1, 2 ja 3"),
        ("pl", "1, 2 i 3"),
    ],
)
def test_sequences(code: str, expected: str) -> None:
    assert format_sequence(["1", "2", "3"], language(code)) == expected
    assert format_sequence(["1"], language(code)) == "1"


@given(st.decimals(-99999, 99999, places=3), st.sampled_from(sorted(WORDS)))
def test_a_number_keeps_its_value_and_its_decimals(number: Decimal, code: str) -> None:
    text = str(number)
    shown = format_number(Number.read(Scalar(text, NOWHERE)), language(code))
    back = shown.replace("−", "-").replace(NNBSP, "").replace(",", ".")
    assert Decimal(back) == number
    assert len(back.partition(".")[2]) == 3


@pytest.mark.parametrize(
    "text", ["1_000", "1,5", "01", ".5", "5.", "1e3", "٣", "", "--1", "0x1", "12:30", "inf", "nan"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|empty"):
        value(number=text)
