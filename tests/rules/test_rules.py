"""Every rule has a module with a page, and a folder of cases in which it speaks or keeps silent.

A case is a file ``tests/rules/<rule>/bad-*.yaml`` or ``good-*.yaml``: what is done to a copy of the
mini manual with the catalogs and word lists of ``base``. A bad case lists every line of its rule; in
a good case the rule says nothing, however near to a fault the case comes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.project import Project
from halo_docs.rules import RULES
from tests.bad_inputs.test_bad_inputs import apply

FOLDER = Path(__file__).parent
MACHINERY = {
    *("--init--", "base", "checking", "mending", "pages", "reading", "verdict"),
    *("drawing", "exchanging", "glossary", "names", "wordlists"),
}
"""Modules of the package that are no rules."""
CASES = sorted(FOLDER.glob("*/*.yaml"))


def check(project: Project, monkeypatch: pytest.MonkeyPatch, languages: list[str]) -> list[str]:
    monkeypatch.chdir(project.root)
    return CliRunner().invoke(main, ["check", "--notices", *languages]).stderr.splitlines()


def test_the_base_is_clean(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(base, monkeypatch, []) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_rule_says(path: Path, base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    for change in case["changes"]:
        apply(base, change)
    told = check(base, monkeypatch, case.get("languages", ["da"]))
    own = [line for line in told if line.endswith(f"[{path.parent.name}]")]
    if path.stem.startswith("bad-"):
        assert own == case["expected"]
        assert own
    else:
        assert path.stem.startswith("good-")
        assert own == [] and "expected" not in case
        # A case that cannot be read at all would prove nothing.
        assert not any("[catalog-syntax]" in line or "[yaml-syntax]" in line for line in told)


def test_every_rule_has_cases_of_both_kinds_and_every_folder_a_rule() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()} - {"base", "__pycache__"}
    assert folders == set(RULES)
    for name in folders:
        kinds = {path.stem.split("-")[0] for path in (FOLDER / name).iterdir()}
        assert kinds == {"bad", "good"}, name


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_a_module_of_its_name_with_a_page(name: str) -> None:
    module = sys.modules[f"halo_docs.rules.{name.replace('-', '_')}"]
    assert module.RULE is RULES[name]
    page = module.__doc__ or ""
    first = page.splitlines()[0]
    assert first.endswith("."), f"{name}: the first line says what must be so, as a sentence"
    assert "\nBad:" in page and "\nGood:" in page, name


def test_every_module_of_a_rule_is_registered() -> None:
    modules = {
        path.stem.replace("_", "-") for path in Path(sys.modules["halo_docs.rules"].__path__[0]).glob("*.py")
    }
    assert modules - MACHINERY == set(RULES)
