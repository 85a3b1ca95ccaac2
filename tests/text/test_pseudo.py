"""Texts of no language: longer, accented, and nothing lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.identity import Language, SignalWords
from halo_docs.data.scalars import Id
from halo_docs.design.fonts import font_files
from halo_docs.text.inline import roles
from halo_docs.text.pseudo import CLOSING, ITEM_SEPARATOR, LABEL_SEPARATOR, OPENING, lengthened, pseudo
from halo_docs.text.quantities import format_sequence
from halo_docs.text.wording import literals

NAMES, UNITS = ("Bachlauf 12", "Bachlauf"), frozenset({"bar", "A"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tools", "⟦Ţøøļš⟧"),
        ("Fördermenge", "⟦Ḟøŕđéŕḿéñĝé ļø⟧"),
        ("Press {ui}`on` at 5 bar.", "⟦Þŕéšš {ui}`on` åţ 5 bar. ļø⟧"),
        ("Use **four** `M 4` bolts.", "⟦Ûšé **ƒøûŕ** `M 4` ƀøļţš. ļøŕé⟧"),
        ("See www.example.invalid/a now", "⟦Šéé www.example.invalid/a ñøŵ ļ⟧"),
        ("The Bachlauf 12 has IP66 and RCDs.", "⟦Ţĥé Bachlauf 12 ĥåš IP66 åñđ RCDš. ļøŕé⟧"),
        ("Between L and N", "⟦Ɓéţŵééñ L åñđ N ļøŕ⟧"),
        ("OCPP", "OCPP"),
        ("{value}`p`", "{value}`p`"),
    ],
)
def test_what_changes_and_what_stays(text: str, shown: str) -> None:
    assert pseudo(text, NAMES, UNITS) == shown


@given(
    st.from_regex(
        r"([A-Za-zäé,.]{1,9}|\{value\}`[a-z]{1,5}`|`[A-Z ]{1,4}`)( [a-z.]{1,9}){0,30}", fullmatch=True
    )
)
def test_nothing_is_lost_and_little_is_plain(text: str) -> None:
    shown = pseudo(text, NAMES, UNITS)
    assert Counter(roles(shown)) == Counter(roles(text))
    assert literals(shown) == literals(text)
    assert pseudo(text, NAMES, UNITS) == shown


@pytest.mark.parametrize("length", [10, 11, 25, 40, 73, 200, 999])
def test_texts_grow_by_four_tenths(length: int) -> None:
    text = ("some words of a text " * 50)[:length].strip()
    assert 1.3 <= len(lengthened(text)) / len(text) <= 1.5
    assert not re.search(r"[a-pr-wyz]", lengthened(text))


def test_white_space_stays_at_the_ends() -> None:
    assert lengthened(" made with ").startswith(f" {OPENING}")
    assert lengthened(" made with ").endswith(f"{CLOSING} ")
    assert lengthened("  ") == "  "


def test_the_text_face_has_every_character() -> None:
    letters = "".join(chr(code) for code in range(0x20, 0x17F))
    wanted = set(lengthened(letters)) - set(letters) | set(LABEL_SEPARATOR + ITEM_SEPARATOR)
    for path in font_files().values():
        with TTFont(path) as font:
            assert [c for c in wanted if ord(c) not in font.getBestCmap()] == []


def test_lists_are_joined_by_an_accented_word() -> None:
    words = SignalWords(danger="D", warning="W", caution="C", notice="N", note="Note")
    language = Language(
        id=Id("qps-ploc"), name="P", status="draft", signal_words=words, locale="de", range_word="bis"
    )
    assert format_sequence(["Q-1", "Q-2", "Q-3"], language) == "Q-1, Q-2 ûñđ Q-3"
