"""The commands terms export and terms import, on a manual's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.project import Project

BOM = "\ufeff"


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def files(project: Project) -> dict[str, bytes]:
    """Return everything that a person or a translator writes."""
    folders = (project.data, project.locales)
    return {str(p): p.read_bytes() for f in folders for p in sorted(f.rglob("*")) if p.is_file()}


def exported(project: Project, monkeypatch: pytest.MonkeyPatch) -> str:
    assert run(project, monkeypatch, "terms", "export", "t.csv").exit_code == 0
    text = (project.root / "t.csv").read_bytes().decode("utf-8")
    assert text.startswith(BOM)
    return text


def imported(project: Project, monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    (project.root / "t.csv").write_bytes(text.encode("utf-8"))
    result = run(project, monkeypatch, "terms", "import", "t.csv")
    assert result.exit_code == any("[" in line for line in result.stderr.splitlines())
    return result.stderr.splitlines()


def test_a_table_that_comes_back_changes_no_byte(halo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(halo)
    table = exported(halo, monkeypatch)
    assert imported(halo, monkeypatch, table) == []
    assert files(halo) == before
    assert exported(halo, monkeypatch) == table
    shown = run(halo, monkeypatch, "terms", "export")
    assert BOM + shown.stdout_bytes.decode("utf-8") == table
    concepts = {line.split(",")[0] for line in table.splitlines()[1:]}
    assert {"rcd", "cable-gland", "ocpp"} <= concepts


TABLE = """\
concept,language,status,term,abbreviation,forms,note
pumpe-begriff,da,preferred,Vandpumpe,,vandpumpe* | pumpe*,aldrig «maskine»
pumpe-begriff,da,allowed,anlæg,,,
pumpe-begriff,da,forbidden,apparat*,,,
pumpe-begriff,de,preferred,Pumpe,,Pumpen,
pumpe-begriff,de,forbidden,Gerät,,,
"""


def test_a_table_is_taken_over_in_place(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    own = base.terms("da")
    own.write_text("# Danish\nterms:\n  # of the pump\n" + own.read_text("utf-8").split("\n", 1)[1], "utf-8")
    told = imported(base, monkeypatch, TABLE)
    assert told == ["locales/da/LC_MESSAGES/terms.po", "locales/da/terms.yaml", "locales/de/terms.yaml"]
    assert own.read_text("utf-8") == (
        "# Danish\nterms:\n  # of the pump\n"
        "  - {id: pumpe-begriff, forms: [vandpumpe*, pumpe*], forbidden: [apparat*], "
        "allowed: [anlæg], note: aldrig «maskine»}\n"
    )
    assert base.terms("de").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../docs/schema/language-terms.json\n"
        "terms:\n- id: pumpe-begriff\n  forms: [Pumpen]\n  forbidden: [Gerät]\n"
    )
    catalog = (base.catalogs("da") / "terms.po").read_text("utf-8")
    assert 'msgid "Pumpe"\nmsgstr "Vandpumpe"' in catalog
    # The table itself comes out again.
    assert imported(base, monkeypatch, exported(base, monkeypatch)) == []
    assert all(line in exported(base, monkeypatch) for line in TABLE.splitlines())


def test_a_table_of_one_language_leaves_the_others(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line in exported(base, monkeypatch).splitlines() if ",de," not in line]
    assert imported(base, monkeypatch, "\n".join(lines)) == []


def test_words_that_a_table_lacks_go(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line in exported(base, monkeypatch).splitlines() if "maskine" not in line]
    assert imported(base, monkeypatch, "\n".join(lines)) == ["locales/da/terms.yaml"]
    assert base.terms("da").read_text("utf-8") == "terms:\n  - {id: pumpe-begriff, forms: [pumpe*]}\n"


def test_a_new_word_is_looked_for_at_once(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    table = exported(base, monkeypatch)
    imported(base, monkeypatch, table + "pumpe-begriff,da,forbidden,Pumpen,,,\r\n")
    told = run(base, monkeypatch, "check", "da").stderr
    assert '"Pumpen" is not the word for "Pumpe" [po-term-forbidden]' not in told
    # A word that is right stays right; without its form it is found.
    lines = [line.replace("pumpe*", "pumper") for line in table.splitlines()]
    imported(base, monkeypatch, "\n".join([*lines, "pumpe-begriff,da,forbidden,pumpen,,,"]))
    told = run(base, monkeypatch, "check", "da").stderr
    assert '"pumpen" is not the word for "Pumpe" [po-term-forbidden]' in told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("begriff,de,forb", "begrif,de,forb",
         't.csv:6:1: error: unknown term "pumpe-begrif" (did you mean "pumpe-begriff"?) [unknown-reference]'),
        (",de,forb", ",dee,forb",
         't.csv:6:1: error: unknown language "dee" (did you mean "de"?); known: de, da [unknown-language]'),
        ("de,preferred,Pumpe", "de,preferred,Pumpwerk",
         't.csv:5:1: error: "Pumpwerk" is not "Pumpe"; change it in docs/data/terms.yaml:1 [term-table]'),
        ("da,preferred,Vandpumpe", "da,preferred,",
         't.csv:2:1: error: the translation "Pumpe" is missing; it can only be replaced [term-table]'),
        ("da,preferred,Vandpumpe,", "da,preferred,Vandpumpe,VP",
         't.csv:2:1: error: the concept "pumpe-begriff" has no abbreviation in docs/data/terms.yaml '
         "[term-table]"),
        ("da,preferred,Vandpumpe,,vandpumpe* | pumpe*,aldrig «maskine»", "da,allowed,vand,,,",
         't.csv:2:1: error: no preferred term for "pumpe-begriff" in da [term-table]'),
        ("da,allowed,anlæg", "da,preferred,Pumpe",
         "t.csv:3:1: error: a second preferred term; the first is on line 2 [term-table]"),
        ("da,allowed,anlæg", "da,allowed,apparat*",
         't.csv:4:1: error: "apparat*" stands for this concept on line 3 already [term-table]'),
    ],
)  # fmt: skip
def test_all_or_nothing(
    base: Project, monkeypatch: pytest.MonkeyPatch, before: str, after: str, told: str
) -> None:
    untouched = files(base)
    assert TABLE.count(before) == 1
    assert imported(base, monkeypatch, TABLE.replace(before, after)) == [told]
    assert files(base) == untouched


def test_a_message_that_is_fuzzy_or_missing_is_not_written(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = base.catalogs("da") / "terms.po"
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace("msgctxt", "#, fuzzy\nmsgctxt"), "utf-8")
    (told,) = imported(base, monkeypatch, TABLE)
    assert "is fuzzy; check it and remove the flag first [term-table]" in told
    catalog.unlink()
    (told,) = imported(base, monkeypatch, TABLE)
    assert 'there is no message "pumpe-begriff.term" for "Vandpumpe"; run make update-po first' in told


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_table_that_cannot_be_read(
    base: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    table = base.root / "t.csv"
    if content is not None:
        table.write_bytes(content)
    result = run(base, monkeypatch, "terms", "import", "t.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("t.csv:1:1: error: ")
