"""``halo-docs update-po``: nothing that a translator has put into a catalog gets lost."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.messages.catalog_text import Block, CatalogText
from halo_docs.messages.translation import read_translation
from halo_docs.messages.update import update_catalogs
from halo_docs.project import Project
from tests.conftest import loaded


def update(project: Project) -> None:
    """Update the Danish catalogs, without the templates of pages."""
    assert update_catalogs(project, loaded(project), ["da"]) == []


def catalogs(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.catalogs("da").glob("*.po"))}


def put(path: Path, *changes: tuple[str, str]) -> None:
    """Replace pieces of a file, each of which is there once."""
    text = path.read_bytes().decode("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_bytes(text.encode("utf-8"))


def blocks(project: Project) -> Iterator[Block]:
    for content in catalogs(project).values():
        yield from CatalogText.parse(content).blocks


def block(project: Project, key: str) -> Block:
    (found,) = [one for one in blocks(project) if one.key == key and not one.is_obsolete]
    return found


def obsolete(project: Project) -> list[str | None]:
    return [one.key for one in blocks(project) if one.is_obsolete]


def stale(project: Project) -> list[str | None]:
    """Return what is not shown in Danish although the base was complete."""
    manual = loaded(project)
    translation, problems = read_translation(project, manual, manual.languages["da"])
    assert problems == []
    texts = (text for _, text, _ in manual.texts)
    return [text.key for text in texts if translation.translate(text).is_fallback]


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words))


CHAPTER = "betrieb.yaml"


def test_a_second_update_changes_nothing(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(base, monkeypatch, "update-po")
    before = {path: path.stat().st_mtime_ns for path in base.catalogs("da").glob("*.po")}
    content = catalogs(base)
    assert run(base, monkeypatch, "update-po").output == first.output
    assert catalogs(base) == content
    assert {path: path.stat().st_mtime_ns for path in base.catalogs("da").glob("*.po")} == before


def test_what_a_translator_wrote_is_kept(base: Project) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(
        path,
        (
            '"Language: da\\n"\n',
            '"Language: da\\n"\n"X-Project: pumps 7\\n"\n"X-Poedit-Basepath: ../..\\n"\n',
        ),
        ("#. chapter: betrieb, step, text\n", "# Aksel: ventil, not hane\n#. chapter: betrieb, step, text\n"),
        (
            'msgctxt "schritt-ein.result"',
            '#, fuzzy, no-wrap\n#| msgid "Sie läuft."\nmsgctxt "schritt-ein.result"',
        ),
        ('msgid "Betrieb"\n', 'msgid ""\n"Be"\n"trieb"\n'),
        ('"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"', '"PO-Revision-Date: 2026-01-02 03:04+0100\\n"'),
    )
    before = path.read_text("utf-8")
    update(base)
    assert path.read_text("utf-8") == before
    # Also where the file is written anew, as another text has changed.
    put(base.chapters / CHAPTER, ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil."))
    update(base)
    changed = '#, fuzzy\n#| msgid "Öffnen Sie das Ventil."\nmsgctxt "schritt-ventil.text"\n'
    expected = before.replace('msgctxt "schritt-ventil.text"\n', changed)
    expected = expected.replace(
        'msgid "Öffnen Sie das Ventil."\nmsgstr', 'msgid "Öffnen Sie das rote Ventil."\nmsgstr'
    )
    assert path.read_text("utf-8") == expected


def test_windows_line_ends_and_other_breaks_stay(base: Project) -> None:
    path = base.catalogs("da") / "betrieb.po"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    put(base.chapters / CHAPTER, ("Die Pumpe läuft.", "Die Pumpe läuft nun."))
    update(base)
    content = path.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b'#| msgid "Die Pumpe l\xc3\xa4uft."\r\n' in content


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil.", "schritt-ventil.text"),
        ("Lassen Sie die Pumpe nie trocken laufen.", "Nie ohne Wasser.", "trockenlauf.avoidance"),
        ("title: Pumpe füllen", "title: Anlage", "fuellen.title"),
    ],
)
def test_a_changed_sentence_makes_one_message_stale(base: Project, before: str, after: str, key: str) -> None:
    target = block(base, key).target
    put(base.chapters / CHAPTER, (before, after))
    update(base)
    assert stale(base) == [key]
    source = before.removeprefix("title: ")
    found = block(base, key)
    assert (found.target, found.flags, found.previous) == (target, ("fuzzy",), (None, source))
    # Another change does not hide what the translation was made for; undone, it is right again.
    put(base.chapters / CHAPTER, (after, "title: Etwas" if "title" in after else "Etwas."))
    update(base)
    assert block(base, key).previous == (None, source)
    put(base.chapters / CHAPTER, ("title: Etwas" if "title" in after else "Etwas.", before))
    update(base)
    assert stale(base) == []
    assert obsolete(base) == []


def test_a_fuzzy_translation_does_not_become_right_by_an_undone_edit(base: Project) -> None:
    put(
        base.catalogs("da") / "betrieb.po",
        ('msgctxt "schritt-ventil.text"', '#, fuzzy\nmsgctxt "schritt-ventil.text"'),
    )
    for before, after in (("Öffnen", "Öffnet"), ("Öffnet", "Öffnen")):
        put(base.chapters / CHAPTER, (before, after))
        update(base)
        assert stale(base) == ["schritt-ventil.text"]


def test_values_and_ids_of_data_touch_no_catalog(base: Project) -> None:
    update(base)
    before = catalogs(base)
    put(base.data / "values.yaml", ("min: 0.5", "min: 0.7"))
    update(base)
    assert catalogs(base) == before


HINT = "  - {type: paragraph, id: pflege, text: Reinigen Sie das Sieb.}\n"


def with_hint(base: Project) -> None:
    """Add a paragraph with its translation to the introduction."""
    path = base.chapters / "einleitung.yaml"
    path.write_text(path.read_text("utf-8") + HINT, "utf-8")
    path = base.catalogs("da") / "einleitung.po"
    entry = '# rense, not pudse\nmsgctxt "pflege.text"\nmsgid "Reinigen Sie das Sieb."\nmsgstr "Rens sien."\n'
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    update(base)
    assert stale(base) == []


def test_a_paragraph_that_moves_within_its_file_stays_translated(base: Project) -> None:
    with_hint(base)
    put(base.chapters / "einleitung.yaml", (HINT, ""), ("blocks:\n", f"blocks:\n{HINT}"))
    update(base)
    assert stale(base) == obsolete(base) == []
    keys = [one.key for one in CatalogText.parse(catalogs(base)["einleitung.po"]).blocks]
    assert keys == ["einleitung.title", "pflege.text", "zweck.text"]


def test_a_paragraph_that_moves_to_another_file_stays_translated(base: Project) -> None:
    with_hint(base)
    put(base.chapters / "einleitung.yaml", (HINT, ""))
    put(base.chapters / CHAPTER, ("blocks:\n  - type: safety", f"blocks:\n{HINT}  - type: safety"))
    update(base)
    assert stale(base) == obsolete(base) == []
    assert block(base, "pflege.text").remarks == ("# rense, not pudse",)
    assert b"pflege" in catalogs(base)["betrieb.po"]
    assert b"pflege" not in catalogs(base)["einleitung.po"]


def test_renamed_sections_and_steps_stay_translated(base: Project) -> None:
    path = base.chapters / CHAPTER
    text = path.read_text("utf-8")
    for old, new in (
        ("fuellen", "befuellung"),
        ("schritt-befuellung", "schritt-1"),
        ("trockenlauf", "kein-wasser"),
    ):
        text = re.sub(rf"(?<![-\w]){old}(?![-\w])", new, text)
    path.write_text(text.replace("id: schritt-fuellen", "id: schritt-voll"), "utf-8")
    put(base.chapters / "einleitung.yaml", ("{ref}`fuellen`", "{ref}`befuellung`"))
    put(base.root / "docs" / "betrieb.md", ("schritt-fuellen", "schritt-voll"))
    update(base)
    assert stale(base) == obsolete(base) == []
    # Also in the texts that refer to the section.
    assert block(base, "ausfuehrung-netz.text").target == "Fortsæt med {ref}`befuellung`."
    assert block(base, "befuellung.title").target == "Fyldning af pumpen"
    assert block(base, "kein-wasser.avoidance").target == "Lad aldrig pumpen køre tør."


def test_a_role_that_leads_elsewhere_is_no_renaming(base: Project) -> None:
    put(
        base.chapters / CHAPTER,
        ('netz, text: "Weiter mit {ref}`fuellen`."', 'netz, text: "Weiter mit {ref}`daten`."'),
    )
    update(base)
    assert stale(base) == ["ausfuehrung-netz.text"]


def test_a_section_that_moves_to_another_chapter_stays_translated(base: Project) -> None:
    path = base.chapters / CHAPTER
    text = path.read_text("utf-8")
    section = text[text.index("  - type: section\n") :]
    path.write_text(text.removesuffix(section), "utf-8")
    path = base.chapters / "einleitung.yaml"
    path.write_text(path.read_text("utf-8") + section, "utf-8")
    update(base)
    assert stale(base) == obsolete(base) == []
    assert b"fuellen.title" not in catalogs(base)["betrieb.po"]


def test_a_renamed_file_takes_its_catalog_along(base: Project) -> None:
    update(base)
    put(
        base.catalogs("da") / "betrieb.po",
        ('"Language: da\\n"\n', '"Language: da\\n"\n"X-Project: pumps\\n"\n'),
    )
    before = catalogs(base)
    (base.chapters / CHAPTER).rename(base.chapters / "wartung.yaml")
    put(base.data / "manual.yaml", ("betrieb.yaml", "wartung.yaml"))
    base.templates.mkdir(parents=True)
    (base.templates / "wartung.pot").write_text('msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n', "utf-8")
    update(base)
    after = catalogs(base)
    assert after.pop("wartung.po") == before.pop("betrieb.po").replace(b"betrieb.yaml:", b"wartung.yaml:")
    assert after == before


def test_of_two_translations_of_one_text_the_nearer_one_is_taken_or_none(base: Project) -> None:
    path = base.chapters / "einleitung.yaml"
    twins = ["oben-eins", "oben-zwei"]
    lines = [f"  - {{type: paragraph, id: {name}, text: Prüfen Sie das Sieb.}}\n" for name in twins]
    text = path.read_text("utf-8")
    path.write_text(text + "".join(lines), "utf-8")
    update(base)
    put(base.catalogs("da") / "einleitung.po", *[
        (f'msgctxt "{name}.text"\nmsgid "Prüfen Sie das Sieb."\nmsgstr ""',
         f'msgctxt "{name}.text"\nmsgid "Prüfen Sie das Sieb."\nmsgstr "{name}"') for name in twins
    ])  # fmt: skip
    renamed = "".join(lines).replace("oben-eins", "unten-eins").replace("oben-zwei", "unten-zwei")
    path.write_text(text + renamed, "utf-8")
    update(base)
    assert [block(base, f"unten-{n}.text").target for n in ("eins", "zwei")] == twins
    assert stale(base) == []
    path.write_text(text + renamed.replace("unten-eins", "q").replace("unten-zwei", "x"), "utf-8")
    update(base)
    assert stale(base) == ["q.text", "x.text"]
    assert block(base, "q.text").is_fuzzy


def test_a_new_text_gets_a_suggestion_but_no_safety_message_does(base: Project) -> None:
    near = "Öffnen Sie das Ventile."
    add = f"  - {{type: paragraph, id: neu, text: {near}}}\n"
    safe = f"  - {{type: list, id: liste, items: [{{id: warnt, kind: mandatory, text: {near}}}]}}\n"
    path = base.chapters / "einleitung.yaml"
    path.write_text(path.read_text("utf-8") + add + safe, "utf-8")
    update(base)
    suggested = block(base, "neu.text")
    assert (suggested.target, suggested.flags) == ("Åbn ventilen.", ("fuzzy",))
    assert suggested.previous == ("schritt-ventil.text", "Öffnen Sie das Ventil.")
    assert (block(base, "warnt.text").target, block(base, "warnt.text").is_fuzzy) == ("", False)
    assert stale(base) == ["neu.text", "warnt.text"]
    # A suggestion that somebody took out is not made again.
    put(base.catalogs("da") / "einleitung.po", ('msgstr "Åbn ventilen."', 'msgstr ""'))
    update(base)
    assert block(base, "neu.text").target == ""


def test_what_the_manual_no_longer_has_is_kept_and_found_again(base: Project) -> None:
    with_hint(base)
    put(base.chapters / "einleitung.yaml", (HINT, ""))
    update(base)
    assert obsolete(base) == ["pflege.text"]
    content = catalogs(base)
    update(base)
    assert catalogs(base) == content
    path = base.chapters / "einleitung.yaml"
    path.write_text(path.read_text("utf-8") + HINT.replace("pflege", "sieb"), "utf-8")
    update(base)
    assert stale(base) == obsolete(base) == []
    assert block(base, "sieb.text").remarks == ("# rense, not pudse",)


def test_a_language_with_a_broken_catalog_is_left_alone(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.catalogs("da") / "tools.po"
    path.write_text(path.read_text("utf-8") + "<<<<<<< HEAD\n", "utf-8")
    put(base.chapters / CHAPTER, ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil."))
    before = catalogs(base)
    result = run(base, monkeypatch, "update-po")
    assert result.exit_code == 1
    assert "tools.po:23:1: error: no comment, keyword or quoted text" in result.stderr
    assert catalogs(base) == before


def test_prose_of_pages_gets_a_suggestion(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base.root / "docs" / "betrieb.md"
    put(path, ("Frei geschriebener", "Ganz frei geschriebener"))
    result = run(base, monkeypatch, "update-po")
    assert "da       prose          0     1     0    13   92.8 %" in result.stdout
    put(path, ("Ganz frei geschriebener", "Frei geschriebener"))
    result = run(base, monkeypatch, "update-po")
    assert "da       all            0     0     0    68    100 %" in result.stdout
    assert obsolete(base) == []


def test_sphinx_intl_finds_nothing_to_update(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.chapters / CHAPTER, ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil."))
    assert run(base, monkeypatch, "update-po").exit_code == 0
    before = catalogs(base)
    program = str(Path(sys.executable).parent / "sphinx-intl")
    command = [program, "update", "-p", str(base.templates), "-d", str(base.locales), "-l", "da"]
    shown = subprocess.run(command, cwd=base.root, capture_output=True, text=True, check=True).stdout
    assert shown.count("Not Changed") == len(before)
    assert catalogs(base) == before
    command = [program, "stat", "-d", str(base.locales), "-l", "da"]
    shown = subprocess.run(command, cwd=base.root, capture_output=True, text=True, check=False).stdout
    assert "betrieb.po: 10 translated, 1 fuzzy, 0 untranslated." in shown
