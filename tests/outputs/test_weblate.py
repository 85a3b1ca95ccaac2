"""The Weblate project is that of the catalogs, and its check finds what our own does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import polib
import pytest
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.data.manual import Manual
from halo_docs.messages.extract import messages
from halo_docs.messages.translation import Translation
from halo_docs.nodes.scope import Scope
from halo_docs.outputs.weblate import PLACEHOLDERS, weblate_components
from halo_docs.project import Project
from halo_docs.text.inline import ROLES, roles

ROOT = Path(__file__).parent.parent.parent
PROJECT = Project(ROOT)


def components() -> list[dict[str, Any]]:
    """Return the components as they are committed."""
    found: list[dict[str, Any]] = json.loads(PROJECT.weblate.read_text("utf-8"))
    return found


def test_the_committed_file_is_what_make_writes(manual: Manual) -> None:
    assert PROJECT.weblate.read_text("utf-8") == weblate_components(PROJECT, manual), "run make weblate"


def test_every_catalog_of_every_language_has_a_component() -> None:
    masks = [component["filemask"] for component in components()]
    assert len(masks) == len(set(masks))
    covered = {path.as_posix() for mask in masks for path in ROOT.glob(mask)}
    assert covered == {path.as_posix() for path in ROOT.glob("locales/*/LC_MESSAGES/*.po")}
    for component in components():
        assert re.fullmatch(r"[-\w]+", component["slug"])


def test_one_component_holds_the_repository() -> None:
    first, *others = components()
    assert first["repo"] == "REPOSITORY"
    (shared,) = {component["repo"] for component in others}
    assert shared == f"weblate://charge-amps-halo-installation-manual/{first['slug']}"
    page = (ROOT / "docs" / "project" / "weblate.md").read_text("utf-8")
    assert "--project charge-amps-halo-installation-manual" in page


def test_the_flag_is_quoted_as_weblate_reads_it() -> None:
    flags = {component["check_flags"] for component in components()}
    assert flags == {"", f'placeholders:r"{PLACEHOLDERS}"'}
    # Inside the quotation marks, Weblate takes a backslash before a mark or a backslash as an escape.
    assert not re.search(r'\\["\\]|"', PLACEHOLDERS)


def test_weblates_check_is_silent_on_every_translation() -> None:
    compared = 0
    for component in components():
        for path in ROOT.glob(component["filemask"]) if component["check_flags"] else ():
            for entry in polib.pofile(str(path)):
                if entry.msgstr and not entry.obsolete:
                    found = [{*re.findall(PLACEHOLDERS, text)} for text in (entry.msgid, entry.msgstr)]
                    assert found[0] == found[1], (path.name, entry.msgctxt)
                    compared += 1
    assert compared > 4000


@pytest.mark.parametrize(
    "target",
    [
        "Serrez à 1,5–2,0 N·m, **jamais** plus ; saisissez `admin`.",
        "Serrez à {value}`torque`, jamais plus ; saisissez `admin`.",
        "Serrez à {value}`couple`, **jamais** plus ; saisissez `admin`.",
        "Serrez à {value}`torque`, **jamais** plus ; saisissez `administrateur`.",
    ],
)
def test_weblates_check_finds_what_was_lost(target: str) -> None:
    source = "Tighten to {value}`torque`, **never** more; type `admin`."
    assert {*re.findall(PLACEHOLDERS, source)} != {*re.findall(PLACEHOLDERS, target)}


def test_a_term_keeps_its_concept_and_bends_its_words() -> None:
    source = "Fit the {term}`gland nuts <gland-nut>` and the {term}`cable-gland` as `x`."
    found = {*re.findall(PLACEHOLDERS, source)}
    assert found == {"gland-nut", "cable-gland", "`x`"}
    target = "Montez {term}`les écrous <gland-nut>` et {term}`le presse-étoupe <cable-gland>` : `x`."
    assert {*re.findall(PLACEHOLDERS, target)} == found
    assert {*re.findall(PLACEHOLDERS, target.replace("gland-nut", "nut"))} != found


def test_another_manual_has_its_own_components(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (base.docs / "project").mkdir(exist_ok=True)
    monkeypatch.chdir(base.root)
    assert CliRunner().invoke(main, ["weblate"]).exit_code == 0
    found = json.loads(base.weblate.read_text("utf-8"))
    languages = {component["name"]: component["source_language"]["code"] for component in found}
    assert (languages["betrieb"], languages["interface"]) == ("de", "en")
    assert found[1]["repo"].startswith("weblate://bachlauf-12/")


def test_translators_are_told_of_every_role_with_an_example_that_is_right(manual: Manual) -> None:
    page = (ROOT / "docs" / "project" / "for-translators.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \| .+? \| ``(.+?)`` \| (.+?) \|$", page, re.MULTILINE)
    assert [row[0] for row in rows] == list(ROLES)
    scope = Scope(manual, Translation(manual.languages[manual.identity.source_language], True, {}))
    for name, example, shown in rows:
        (role,) = roles(example)
        assert role.name == name
        text = "".join(node.astext() for node in scope.role(role.name, role.target))
        assert text.replace("\u00a0", " ") == shown


def test_translators_are_shown_a_message_of_this_manual(manual: Manual) -> None:
    page = (ROOT / "docs" / "project" / "for-translators.md").read_text("utf-8")
    (shown,) = re.findall(r'^msgctxt "(.+)"\nmsgid ""\n((?:".*"\n)+)', page, re.MULTILINE)
    source = "".join(re.findall(r'"(.*)"', shown[1]))
    assert source in {message.source for message in messages(manual) if message.key == shown[0]}


def test_translators_are_told_of_every_status() -> None:
    page = (ROOT / "docs" / "project" / "for-translators.md").read_text("utf-8")
    for status in ("new", "draft", "reviewed", "undecided"):
        assert f"`{status}`" in page
