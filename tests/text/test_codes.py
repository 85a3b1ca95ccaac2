"""Codes, abbreviations, letters and addresses in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.codes import codes_in
from halo_docs.text.wording import HOLE

UNITS = frozenset({"MHz", "kA²s", "V", "°C"})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("IP66, IK10 and A2-70", ("IP66", "IK10", "A2-70")),
        ("OCPP 1.6J", ("1.6J",)),
        ("HALO_nnM", ("HALO_nnM",)),
        ("RJ45-kabel", ("RJ45",)),
        ("使用RJ45端口", ("RJ45",)),
        ("5-pin, 802.11b, 1st, 20 MHz, kA²s", ()),
        ("Die Pumpe", ()),
    ],
)
def test_codes(text: str, codes: tuple[str, ...]) -> None:
    assert codes_in(text, UNITS).codes == codes


@pytest.mark.parametrize(
    ("text", "abbreviations"),
    [
        ("RCDs, LANnal, RFID-kort, TN-C-S, III", ("RCD", "LAN", "RFID", "TN-C-S", "III")),
        ("Wi-Fi, kW, PhD, Halo", ()),
        ("DO NOT OPEN IT", ()),
        ("Do NOT open", ("NOT",)),
    ],
)
def test_abbreviations(text: str, abbreviations: tuple[str, ...]) -> None:
    assert codes_in(text, UNITS).abbreviations == abbreviations


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("type B or C", ("B", "C")),
        ("B", ("B",)),
        ("A steady light. A pump.", ()),
        ("type B. A pump.", ("B",)),
        ("L’écrou, 16 A, z. B. so, 5 °C", ()),
        (f"{HOLE} V", ()),
        ("B-curve, O-ring", ()),
    ],
)
def test_letters(text: str, letters: tuple[str, ...]) -> None:
    assert codes_in(text, UNITS).letters == letters


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://a.example/b, then.", ("https://a.example/b",)),
        ("www.example.com/support.", ("www.example.com/support",)),
        ("mail a.b@c-d.example!", ("a.b@c-d.example",)),
        ("at 192.168.250.1.", ("192.168.250.1",)),
        ("manual_2.pdf", ("manual_2.pdf",)),
        ("e.g. z.B. 1.5 and 2.1.3", ()),
        ("The end.Next one", ()),
    ],
)
def test_addresses(text: str, addresses: tuple[str, ...]) -> None:
    assert codes_in(text).addresses == addresses


def test_what_is_left_has_holes() -> None:
    assert codes_in("IP66 at 10.0.0.1, 5-pin").rest == f"{HOLE} at {HOLE}, 5-pin"


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    assert codes_in(text) == codes_in(text)
