"""Words of lists in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.text.wording import HOLE, Finder, sentences, words_in


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("not", "Not now, nothing.", ["Not"]),
        ("serr*", "Resserrez, serrez, SERRAGE", ["serrez", "SERRAGE"]),
        ("n’", "N'ouvrez pas, n’y allez", ["N'", "n’"]),
        ("au moins", "au\u00a0moins un", ["au\u00a0moins"]),
        ("wi-fi", "Wi-Fi, wi - fi", ["Wi-Fi"]),
        ("supérieur* ou égal*", "supérieure ou égale à", ["supérieure ou égale"]),
        ("schließ*", "Schließen", ["Schließen"]),
    ],
)
def test_an_entry(entry: str, text: str, found: list[str]) -> None:
    assert words_in((entry,), text) == found
    assert [word for _, word in Finder({"": (entry,)}).find(text)] == found


def test_the_longest_counts_within_a_group() -> None:
    finder = Finder({"deny": ("must not",), "demand": ("must",), "all": ("must",)})
    assert [*finder.find("You must not, you must.")] == [
        ("deny", "must not"),
        ("demand", "must"),
        ("all", "must"),
    ]
    apart = Finder({"a/deny": ("must not",), "b/demand": ("must",)}, group_of=lambda label: label[0])
    assert apart.labels("You must not.") == {"a/deny", "b/demand"}


def test_holes() -> None:
    assert Finder({"": ("b c", "a*")}).without("ab b c d") == f"{HOLE} {HOLE} d"
    assert Finder({}).without("a") == "a"


_LISTS = st.lists(st.text("abn’* -", min_size=1).filter(lambda t: t.strip(" -*’")), max_size=4)


@given(_LISTS, st.text("abn’' -.", max_size=30))
def test_a_finder_never_fails(entries: list[str], text: str) -> None:
    for _, word in Finder({"": entries}).find(text):
        assert word in text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? «Four» 5.", 4),
        (f"One. {HOLE} two. 3 more.", 2),
        ("See z. B. Teil 5, e.g. this.", 1),
        ("Version 1.5 is new.", 1),
        ("Étape. Été.", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts
