"""A language is begun and retired by one command each, on the mini manual, with real outputs."""

from __future__ import annotations

import copy
import re
import shutil
from pathlib import Path

import polib
import pytest
import yaml
from click.testing import CliRunner, Result

from halo_docs.cli import main
from halo_docs.data.language_list import without_entry
from halo_docs.data.load import load_manual
from halo_docs.messages.translation import read_translation
from halo_docs.project import Project
from halo_docs.sphinx_ext.own_words import THEME_WORDS
from halo_docs.statements.voice import Voice
from tests.pages import article, pdf_file, pdf_pages

ROOT = Path(__file__).parent.parent.parent


def run(project: Project, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, list(words))


def snapshot(project: Project) -> dict[str, bytes]:
    """Return every file of the locales, by name."""
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for path in sorted(project.locales.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Result]:
    """The mini manual with Polish begun, and what the command said."""
    project = Project(tmp_path_factory.mktemp("polish") / "mini")
    shutil.copytree(ROOT / "tests" / "roots" / "mini", project.root)
    shutil.copytree(ROOT / "tests" / "rules" / "base", project.locales, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        return project, run(project, monkeypatch, "new-language", "pl")


def test_a_language_is_begun_with_outputs_marked_as_draft(polish: tuple[Project, Result]) -> None:
    project, result = polish
    assert result.exit_code == 0
    made = re.findall(r"^\[\d/\d\] (\S+)", result.stderr, re.MULTILINE)
    assert {Path(name).parent.name for name in made} == {"pl", "pdf", "qps-ploc"}
    page = (project.html("pl") / "betrieb.html").read_text("utf-8")
    assert 'class="manual-draft"' in page
    pages = pdf_pages(pdf_file(project, "pl"))
    assert "This translation is a draft" in pages[0]
    assert "Polski" in pages[0]


def test_provisional_signal_words_are_marked(polish: tuple[Project, Result]) -> None:
    project, _ = polish
    titles = article(project.html("pl") / "betrieb.html").find_class("admonition-title")
    assert titles
    for title in titles:
        (mark,) = title
        assert (mark.get("class"), mark.get("lang")) == ("untranslated", "de")
        assert mark.text_content() in {"WARNUNG", "ACHTUNG", "Hinweis"}


def test_the_command_says_what_is_there_and_what_is_to_be_decided(polish: tuple[Project, Result]) -> None:
    _, result = polish
    for told in (
        "Polski (pl) is begun",
        "has every letter",
        "left to right",
        "numbers: 1,5",
        "dictionary pl",
        "words are found as typed",
        "'On this page'",
        "signal_words: four different signal words",
        "writing: letters, quotation marks, apostrophe",
        "terms: ",
        "who reviews",
    ):
        assert told in result.stdout


def test_the_check_counts_and_stays_clean(
    polish: tuple[Project, Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, _ = polish
    result = run(project, monkeypatch, "check", "--notices")
    assert result.exit_code == 0
    told = [line for line in result.stderr.splitlines() if "notice" in line]
    assert sum("[language-undecided]" in line for line in told) == 5
    (counted,) = [line for line in told if "[language-new]" in line]
    assert "pl is new: 2 of 67 messages have a translation" in counted


def test_a_language_that_was_begun_is_proven_only_when_named(
    polish: tuple[Project, Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(polish[0], monkeypatch, "verify", "--no-build")
    assert "pl: left out, as it is new" in result.stderr
    assert "de: looked at" in result.stderr and "pl: looked at" not in result.stderr


def test_provisional_signal_words_count_as_shown_in_the_source_language(
    polish: tuple[Project, Result],
) -> None:
    manual, _ = load_manual(polish[0])
    assert manual is not None
    for code in ("pl", "da"):
        translation, _ = read_translation(polish[0], manual, manual.languages[code])
        said = Voice(manual, translation).signal_word("warning")
        assert said.is_fallback is (code == "pl")


def test_words_of_the_pages_come_from_sphinx_but_for_signal_words(polish: tuple[Project, Result]) -> None:
    project, _ = polish
    theme = {entry.msgid: entry.msgstr for entry in polib.pofile(str(project.catalogs("pl") / "sphinx.po"))}
    assert tuple(theme) == THEME_WORDS
    assert (theme["Search"], theme["Error"], theme["On this page"]) == ("Szukaj", "", "")
    interface = {e.msgctxt: e.msgstr for e in polib.pofile(str(project.catalogs("pl") / "interface.po"))}
    assert (interface["page"], interface["note"]) == ("strona", "")


def test_stubs_can_be_read_and_decide_nothing(polish: tuple[Project, Result]) -> None:
    project, _ = polish
    manual, problems = load_manual(project)
    assert manual is not None and problems == []
    language = manual.languages["pl"]
    assert language.is_draft and not any(map(language.is_decided, ("signal_words", "writing", "terms")))
    assert manual.writing["pl"].model_dump() == type(manual.writing["pl"])().model_dump()
    assert set(manual.language_terms["pl"]) == set(manual.terms)
    assert "countries have óąęłńśż; this is no alphabet" in project.writing("pl").read_text("utf-8")
    assert set(yaml.safe_load(project.writing("pl").read_text("utf-8"))) >= {"quotes", "negation", "same"}


def test_what_is_retired_leaves_nothing_behind(
    polish: tuple[Project, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "mini")
    shutil.copytree(polish[0].root, project.root)
    (project.pdf / "bachlauf-12-booklet-de-pl.pdf").write_bytes(b"")
    project.ledger("safety").mkdir(exist_ok=True)
    (project.ledger("safety") / "pl.json").write_bytes(b"")
    kept = project.pdf / "bachlauf-12-booklet-de-da.pdf"
    kept.write_bytes(b"")
    result = run(project, monkeypatch, "retire-language", "pl")
    assert (result.exit_code, result.output) == (0, "")
    before = shutil.copytree(ROOT / "tests" / "roots" / "mini" / "locales", tmp_path / "locales")
    shutil.copytree(ROOT / "tests" / "rules" / "base", before, dirs_exist_ok=True)
    assert snapshot(project) == snapshot(Project(tmp_path))
    left = [path for path in project.build.rglob("*") if "pl" in path.stem.replace("-", " ").split()]
    assert (left, kept.is_file()) == ([], True)
    assert '"pl"' not in (project.html_root / "languages.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "before", "after", "lost"),
    [
        (
            "LC_MESSAGES/betrieb.po",
            'msgid "Betrieb"\nmsgstr ""',
            'msgid "Betrieb"\nmsgstr "Praca"',
            "1 trans",
        ),
        ("writing.yaml", "negation: []", "negation: [nie]", "locales/pl/writing.yaml"),
        ("terms.yaml", "# Pumpe", "\n  forms: [pompa]", "locales/pl/terms.yaml"),
        ("notes.txt", "", "by hand", "locales/pl/notes.txt"),
    ],
)
def test_what_people_have_made_is_not_deleted_unasked(
    polish: tuple[Project, Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    before: str,
    after: str,
    lost: str,
) -> None:
    project = Project(tmp_path / "mini")
    shutil.copytree(polish[0].root, project.root)
    path = project.language("pl") / name
    text = path.read_text("utf-8") if before else ""
    assert before in text
    path.write_text(text.replace(before, after, 1) if before else after, "utf-8")
    files = snapshot(project)
    result = run(project, monkeypatch, "retire-language", "pl")
    assert result.exit_code == 2
    assert f"Error: {lost}" in result.stderr and "--delete-translations" in result.stderr
    assert snapshot(project) == files
    assert run(project, monkeypatch, "retire-language", "pl", "--delete-translations").exit_code == 0
    assert not project.language("pl").exists()


def test_a_language_that_data_still_name_is_not_retired(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.data / "waivers.yaml"
    path.write_text("waivers:\n- {rule: unused, place: x, languages: [da], reason: y}\n", "utf-8")
    files = snapshot(base)
    result = run(base, monkeypatch, "retire-language", "da", "--delete-translations")
    assert result.exit_code == 1
    place = "docs/data/waivers.yaml:2:40: error"
    assert f'{place}: still names the language "da"; take that out first [language-named]' in result.stderr
    assert snapshot(base) == files


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new-language", "da"), 'there is a language "da" already'),
        (("new-language", "pt_BR"), 'CLDR knows no language "pt_BR" (did you mean "pt-BR"?)'),
        (("new-language", "PL"), 'CLDR knows no language "PL" (did you mean "pl"?)'),
        (("new-language", "polish"), '(did you mean "pl"?)'),
        (("new-language", "Ελληνικά"), '(did you mean "el"?)'),
        (("new-language", "../x"), 'CLDR knows no language "../x"'),
        (("new-language", "sv"), "locales/sv is there already"),
        (("retire-language", "de"), "the manual is written in"),
        (("retire-language", "dk"), 'unknown language "dk"'),
    ],
)
def test_wrong_usage_changes_nothing(
    base: Project, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    base.catalogs("sv").mkdir(parents=True)
    (base.catalogs("sv") / "old.po").write_bytes(b"")
    files = snapshot(base)
    result = run(base, monkeypatch, *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert snapshot(base) == files


def test_a_list_in_another_form_is_told_and_nothing_is_written(
    mini: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = yaml.safe_load(mini.languages.read_text("utf-8"))
    entries["languages"].append(copy.deepcopy(entries["languages"][1]) | {"id": "nb"})
    mini.languages.write_text(yaml.safe_dump(entries, default_flow_style=True, allow_unicode=True), "utf-8")
    files = snapshot(mini)
    for words in (("new-language", "pl"), ("retire-language", "nb")):
        result = run(mini, monkeypatch, *words)
        assert result.exit_code == 1
        assert result.stderr == (
            "locales/languages.yaml:1:1: error: write the list as one entry after another, each from a dash "
            "on; nothing was changed [list-form]\n"
        )
        assert snapshot(mini) == files


def test_a_full_disk_leaves_nothing_half_written(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("halo_docs.languages.begin.write_bytes", full)
    files = snapshot(mini)
    result = run(mini, monkeypatch, "new-language", "pl")
    assert (result.exit_code, result.stderr) == (1, "Error: cannot write: No space left on device\n")
    assert snapshot(mini) == files
    assert not mini.language("pl").exists()


def test_a_script_that_the_text_face_lacks_is_told_and_not_built(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(base, monkeypatch, "new-language", "ar")
    assert result.exit_code == 1
    assert "the text face lacks 31 of 31 letters: آ أ" in result.stdout
    assert "Nothing was built" in result.stdout and "right to left" in result.stdout
    assert not base.html("ar").exists() and not base.pdf.exists()
    manual, _ = load_manual(base)
    assert manual is not None
    assert (manual.languages["ar"].direction, manual.languages["ar"].name) == ("rtl", "العربية")
    assert run(base, monkeypatch, "check").exit_code == 0


@pytest.mark.parametrize("code", ["bg", "el", "pt-BR"])
def test_other_languages_begin_clean(base: Project, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr("halo_docs.cli.languages.build_languages", lambda run, wanted: True)
    before = base.languages.read_text("utf-8")
    assert run(base, monkeypatch, "new-language", code).exit_code == 0
    assert without_entry(base.languages.read_text("utf-8"), code) == before
    assert run(base, monkeypatch, "check", code).exit_code == 0
    assert run(base, monkeypatch, "update-po", code).exit_code == 0
    # Its catalogs can be brought up to the manual, and are already.
    assert run(base, monkeypatch, "retire-language", code).exit_code == 0


def test_every_language_of_this_manual_has_the_words_of_the_theme() -> None:
    for path in sorted((ROOT / "locales").glob("*/LC_MESSAGES/sphinx.po")):
        assert {entry.msgid for entry in polib.pofile(str(path))} == {*THEME_WORDS}, path.parent.parent.name
