"""``halo-docs editorial``: an edit of words only leaves every translation valid, and is logged."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from halo_docs.data.editorial import Edit, Editorial
from halo_docs.data.scalars import Plain
from halo_docs.data.validation import validate
from halo_docs.data.yaml_source import parse_yaml
from halo_docs.messages.editorial import Edits, write_edit
from halo_docs.project import Project
from tests.messages.test_update import CHAPTER, block, catalogs, put, run, stale, update

BEFORE = "arbeitet mit Solarstrom, siehe"
AFTER = "läuft mit Solarstrom, siehe"
INTRODUCTION = "einleitung.yaml"


def logged(catalog: str, key: str, before: str, after: str) -> Edit:
    return Edit(catalog=Plain(catalog), key=Plain(key), before=Plain(before), after=Plain(after))


def test_translations_stay_valid_and_the_edit_is_logged(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = catalogs(base)
    put(base.chapters / INTRODUCTION, (BEFORE, AFTER))
    result = run(base, monkeypatch, "editorial", "zweck.text")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "zweck.text stays translated in da\n"
    assert stale(base) == []
    changed = {name for name, content in catalogs(base).items() if content != before[name]}
    assert changed == {"einleitung.po"}
    assert AFTER in block(base, "zweck.text").source
    assert re.sub("#.*\n", "", base.editorial.read_text("utf-8")) == (
        'edits:\n  - catalog: "einleitung"\n    key: "zweck.text"\n'
        '    before: "Die Pumpe {products}`solar` arbeitet mit Solarstrom, siehe {ref}`fuellen`."\n'
        '    after: "Die Pumpe {products}`solar` läuft mit Solarstrom, siehe {ref}`fuellen`."\n'
    )
    first, _, log = base.editorial.read_text("utf-8").partition("\n")
    schema = base.locales / first.removeprefix("# yaml-language-server: $schema=")
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(yaml.safe_load(log))
    content = catalogs(base)
    assert (
        "da       all            0     0     0    68    100 %" in run(base, monkeypatch, "update-po").stdout
    )
    assert catalogs(base) == content


def test_a_catalog_that_comes_back_late_is_told_by_the_log(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = catalogs(base)["einleitung.po"]
    put(base.chapters / INTRODUCTION, (BEFORE, AFTER))
    assert run(base, monkeypatch, "editorial", "zweck.text").exit_code == 0
    put(base.chapters / INTRODUCTION, (AFTER, "läuft mit Solarstrom; siehe"))
    assert run(base, monkeypatch, "editorial", "zweck.text").exit_code == 0
    (base.catalogs("da") / "einleitung.po").write_bytes(late)
    update(base)
    assert stale(base) == []


def test_it_may_come_after_the_update(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.chapters / INTRODUCTION, (BEFORE, AFTER))
    update(base)
    assert stale(base) == ["zweck.text"]
    assert run(base, monkeypatch, "editorial", "zweck.text").exit_code == 0
    assert stale(base) == []
    assert block(base, "zweck.text").previous == (None, None)


@pytest.mark.parametrize(
    ("before", "after", "key", "place", "why"),
    [
        ("werden.", "sein.", "trockenlauf.hazard", "betrieb.yaml:8:13", "a safety message is always"),
        ("Öffnen Sie das", "Öffnet das", "schritt-ventil.text", "betrieb.yaml:30:44", "a step is always"),
        (
            "Die Pumpe läuft.",
            "Die Pumpe geht.",
            "schritt-ein.result",
            "betrieb.yaml:36:21",
            "a step is always",
        ),
        ("arbeitet mit", "arbeitet nie mit", "zweck.text", "einleitung.yaml:5:40", '"nie" is new'),
        (
            "arbeitet mit",
            "arbeitet 3 h mit",
            "zweck.text",
            "einleitung.yaml:5:40",
            "number has changed: 3 is new",
        ),
        (
            "{products}`solar`",
            "{products}`netz`",
            "zweck.text",
            "einleitung.yaml:5:40",
            "{products}`netz` is new",
        ),
    ],
)
def test_a_refused_edit_says_why_and_changes_nothing(
    base: Project, monkeypatch: pytest.MonkeyPatch, before: str, after: str, key: str, place: str, why: str
) -> None:
    path = base.chapters / CHAPTER
    path = path if before in path.read_text("utf-8") else base.chapters / INTRODUCTION
    content = catalogs(base)
    put(path, (before, after))
    result = run(base, monkeypatch, "editorial", key)
    assert f"docs/manual/{place}: error: no editorial edit: " in result.stderr
    assert why in result.stderr
    assert result.exit_code == 1
    assert catalogs(base) == content
    assert not base.editorial.exists()


def test_what_was_not_edited_is_wrong_usage(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(base, monkeypatch, "editorial", "zwek.text")
    assert result.exit_code == 2
    assert 'unknown message "zwek.text" (did you mean "zweck.text"?)' in result.stderr
    result = run(base, monkeypatch, "editorial", "zweck.text")
    assert result.exit_code == 2
    assert 'no catalog has another source text for "zweck.text"' in result.stderr
    assert run(base, monkeypatch, "editorial").exit_code == 2


def test_a_log_that_somebody_wrote_by_hand_is_checked(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.chapters / CHAPTER, ("Die Pumpe kann heiß", "Die Pumpe wird heiß"))
    hazard = ("Die Pumpe kann heiß werden.", "Die Pumpe wird heiß werden.")
    write_edit(base.editorial, logged("betrieb", "trockenlauf.hazard", *hazard))
    content = catalogs(base)
    result = run(base, monkeypatch, "update-po")
    assert result.exit_code == 1
    assert "a safety message is always translated anew [editorial-edit]" in result.stderr
    assert catalogs(base) == content


def test_edits_in_a_circle_lead_nowhere() -> None:
    def edit(before: str, after: str) -> Edit:
        return logged("a", "b", before, after)

    edits = Edits([edit("one", "two"), edit("two", "one")])
    assert edits.lead("a", "b", "one", "two")
    assert not edits.lead("a", "b", "one", "three")
    assert not edits.lead("a", "c", "one", "two")


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029\ufeff"), min_size=1
)


@given(texts=st.lists(TEXTS.filter(lambda text: text.strip() == text != ""), min_size=2, max_size=4))
def test_the_log_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("log") / "editorial.yaml"
    for before, after in pairwise(texts):
        write_edit(path, logged("chapter", "key.text", before, after))
    tree, problems = parse_yaml(path.read_text("utf-8"), "editorial.yaml")
    assert tree is not None
    assert problems == []
    read = validate(Editorial, tree).thing
    assert read is not None
    assert [str(edit.before) for edit in read.edits] == texts[:-1]
    assert [str(edit.after) for edit in read.edits] == texts[1:]
