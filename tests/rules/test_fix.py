"""``halo-docs check --fix``: mends what needs no thought, and nothing else in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.project import Project

FRENCH_TYPOGRAPHY = """\
letters: àâæçéèêëîïôœùûüÿ
quotes: [{open: "«\\u00a0", close: "\\u00a0»"}, {open: “, close: ”}]
apostrophe: ’
space_before: {":": "\\u00a0", ";": "\\u00a0", "!": "\\u00a0", "?": "\\u00a0", "%": "\\u00a0"}
dash_in_words: false
dash_in_words: false
doubled: [nous, vous]
"""
"""How the French of this repository is written."""


def fix(project: Project, monkeypatch: pytest.MonkeyPatch, *languages: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, ["check", "--fix", *languages])


def catalogs(project: Project, language: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.catalogs(language).glob("*.po"))}


def put(path: Path, *changes: tuple[str, str]) -> None:
    """Replace pieces of a catalog, each of which is there once, and keep its line ends."""
    text = path.read_bytes().decode("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_bytes(text.encode("utf-8"))


FAULTS = (
    ("Åbn ventilen.", "Åbn  ventilen , 'n... "),
    ("Tryk på {ui}`ein`. Mere: {link}`seite`.", '\\"Tryk\\" på {ui}`ein`.Mere : {link}`seite`.'),
    ("Pumpen kan blive varm.", "Lad's pumpen - trin 2-5 ved -5."),
)
MENDED = (
    ("Åbn ventilen.", "Åbn ventilen, ’n…"),
    ("Tryk på {ui}`ein`. Mere: {link}`seite`.", "»Tryk« på {ui}`ein`. Mere: {link}`seite`."),
    ("Pumpen kan blive varm.", "Lad’s pumpen – trin 2–5 ved −5."),
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_faults_are_mended_and_every_other_byte_is_kept(
    base: Project, monkeypatch: pytest.MonkeyPatch, line_end: str
) -> None:
    path = base.catalogs("da") / "betrieb.po"
    # As another editor may leave a file: its own comments, breaks and spaces.
    put(
        path,
        ('msgstr "Brug"', 'msgstr ""\n"Br"\n   "ug"'),
        ("#. chapter: betrieb, safety, hazard\n", "#  Set af  Åse .\n#. chapter: betrieb, safety, hazard\n"),
    )
    path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))
    expected = catalogs(base, "da")
    put(path, *MENDED)
    expected["betrieb.po"] = path.read_bytes()
    put(path, *((mended, faulty) for (_, mended), (_, faulty) in zip(MENDED, FAULTS, strict=True)))
    result = fix(base, monkeypatch, "da")
    # The figures of the case are none of the source text's; that is another rule's matter.
    assert [line for line in result.stderr.splitlines() if "[po-numbers]" not in line] == []
    assert catalogs(base, "da") == expected
    # Nothing is left to do.
    fix(base, monkeypatch, "da")
    assert catalogs(base, "da") == expected


def test_what_needs_thought_stays_and_is_told(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(path, ("Åbn ventilen.", "Åbn »ventilen på  på."), ("Pumpen kører.", "Pumpen kører.."))
    result = fix(base, monkeypatch, "da")
    assert result.exit_code == 1
    assert [line.rsplit(": ", 1)[-1] for line in result.stderr.splitlines()] == [
        '"på" stands twice in a row [po-doubled-word]',
        "» is not closed [po-quotes]",
        "“Pumpen kører..” [po-repeated-mark]",
    ]
    text = path.read_text("utf-8")
    assert 'msgstr "Åbn »ventilen på på."' in text
    assert 'msgstr "Pumpen kører.."' in text


def test_broken_markup_is_left_to_a_person(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(path, ("Åbn ventilen.", "Åbn  `ventilen  ."))
    before = path.read_bytes()
    assert "unbalanced `" in fix(base, monkeypatch, "da").stderr
    assert path.read_bytes() == before


def test_a_fuzzy_or_missing_translation_is_not_touched(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(
        path,
        ('msgctxt "schritt-ventil.text"', '#, fuzzy\nmsgctxt "schritt-ventil.text"'),
        ("Åbn ventilen.", "Åbn  ventilen ."),
        ("Pumpen kører.", ""),
    )
    before = path.read_bytes()
    fix(base, monkeypatch, "da")
    assert path.read_bytes() == before


def test_only_the_languages_that_are_named_are_mended(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.catalogs("da") / "betrieb.po", ("Åbn ventilen.", "Åbn  ventilen."))
    before = catalogs(base, "da")
    fix(base, monkeypatch, "de")
    assert catalogs(base, "da") == before


def test_without_fix_nothing_is_written(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.catalogs("da") / "betrieb.po", ("Åbn ventilen.", "Åbn  ventilen."))
    before = catalogs(base, "da")
    monkeypatch.chdir(base.root)
    assert CliRunner().invoke(main, ["check", "da"]).exit_code == 1
    assert catalogs(base, "da") == before


def test_the_french_of_this_repository_needs_no_mending(
    halo: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = halo.writing("fr")
    if not path.exists():
        path.write_text(FRENCH_TYPOGRAPHY, "utf-8")
    before = catalogs(halo, "fr")
    assert before
    fix(halo, monkeypatch, "fr")
    assert catalogs(halo, "fr") == before
