"""Safety signs, and the legal mark whose proportions are given."""

from __future__ import annotations

import re
from math import hypot

import pytest
from lxml import etree

from halo_docs.data.base import walk
from halo_docs.data.blocks import ListItem, Safety
from halo_docs.data.manual import Manual
from halo_docs.design import STATIC, SYMBOLS
from halo_docs.design.signs import GENERAL, Sign
from halo_docs.project import Project
from tests.conftest import ROOT

BESIDE_THE_SIGNAL_WORD = "alert"
COLOURS = {"W": "#f9d900", "P": "#9b2423", "M": "#00569c"}


def test_every_sign_is_drawn_and_styled() -> None:
    names = {str(sign) for sign in Sign}
    assert {path.stem for path in SYMBOLS.glob("*.svg")} == names | {BESIDE_THE_SIGNAL_WORD}
    style = (STATIC / "signs.css").read_text("utf-8")
    assert set(re.findall(r"\.sign-([\w-]+)::before .*url\(symbols/\1\.svg\)", style)) == names


@pytest.mark.parametrize("sign", [sign for sign in Sign if re.fullmatch(r"[WPM]\d{3}", sign.reference)])
def test_a_registered_sign_has_its_number_and_the_colour_of_its_kind(sign: Sign) -> None:
    text = (SYMBOLS / f"{sign}.svg").read_text("utf-8")
    assert f"ISO 7010 {sign.reference}:" in text
    colours = set(re.findall(r"#[0-9a-f]{3,6}", text)) - {"#000", "#fff"}
    assert colours == {COLOURS[sign.reference[0]]}


def test_the_general_sign_of_a_kind_is_of_that_kind() -> None:
    assert {kind: sign.kind for kind, sign in GENERAL.items()} == {kind: kind for kind in GENERAL}


def test_signs_of_chapter_1(manual: Manual) -> None:
    signs: dict[str, str] = {}
    (safety,) = (chapter for chapter in manual.chapters if chapter.id == "safety")
    for _, node in walk(safety):
        if isinstance(node, Safety | ListItem) and node.sign is not None:
            signs[str(node.id)] = node.sign.reference
    assert signs == {
        "safety-read-first": "M002",
        "safety-power-off": "M021",
        "safety-injury-risk": "W001",
        "safety-circuit-board": "P010",
    }


SQUARE = 0.6
"""Millimetres of one square of the grid in ce-mark.svg."""


def test_the_ce_mark_has_the_proportions_of_the_regulation() -> None:
    """Regulation (EC) 765/2008, Annex II: 28 squares wide, 20 high; rings of 10 and 7."""
    root = etree.parse(Project(ROOT).figures / "ce-mark.svg").getroot()
    paths = [str(path.get("d")) for path in root.iter("{*}path")]
    assert len(paths) == 2
    for data, centre in zip(paths, (10, 27), strict=True):
        radii = {float(r) / SQUARE for r in re.findall(r"A([\d.]+) ", data)}
        assert sorted(radii) == pytest.approx([7, 10])
        ends = [
            (float(x), float(y)) for x, y in re.findall(r"(?:M|A\S+ \S+ \S+ \S+ \S+ )([\d.]+) ([\d.]+)", data)
        ]
        for x, y in ends:
            across, down = (x - 1.1) / SQUARE, (y - 1) / SQUARE
            distance = hypot(across - centre, down - 10)
            assert min(abs(distance - 10), abs(distance - 7)) < 0.001
            assert across <= centre + 1.001
    height, width = 20 * SQUARE, 28 * SQUARE
    assert height >= 5
    assert width / height == pytest.approx(1.4)
    right = max(float(x) for data in paths for x in re.findall(r"([\d.]+) [\d.]+", data))
    assert (right - 1.1) / SQUARE == pytest.approx(28)
    bar = re.findall(r"([\d.]+)H([\d.]+)V([\d.]+)", paths[1])
    assert [tuple((float(v) - o) / SQUARE for v, o in zip(b, (1, 1.1, 1), strict=True)) for b in bar] == [
        pytest.approx((8.5, 26, 11.5))
    ]
