"""Everything that a check can say has a page and a case, and the page of rules shows all of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.outputs.rules_page import rules_page
from halo_docs.rules import RULES
from halo_docs.rules.pages import Page, pages
from halo_docs.rules.reading import READING

ROOT = Path(__file__).parent.parent.parent
NAMES = {"Problem": 2, "_problem": 2, "PydanticCustomError": 0}
"""What tells a problem -> which argument names it."""


def emitted() -> Iterator[str]:
    """Yield the ids that the engine's code names, but for those of rules."""
    for path in sorted((ROOT / "halo_docs").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            position = NAMES.get(str(called), len(node.args))
            argument = node.args[position] if position < len(node.args) else None
            if isinstance(argument, ast.Constant):
                yield str(argument.value).replace("_", "-")


def told() -> str:
    """Return all that cases and tests expect to be said."""
    files = [*ROOT.glob("tests/**/*.yaml"), *ROOT.glob("tests/**/test_*.py")]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_everything_that_reading_can_say_has_a_page_and_every_page_is_said() -> None:
    assert set(emitted()) == set(READING)
    assert not set(READING) & set(RULES)


def test_everything_that_reading_can_say_has_a_case() -> None:
    expected = set(re.findall(r"\[([a-z][a-z0-9-]*)\]", told()))
    assert sorted(set(READING) - expected) == []


@pytest.mark.parametrize("page", list(pages()), ids=lambda page: page.id)
def test_every_page_is_complete_and_can_be_printed(page: Page) -> None:
    assert page.summary and page.bad and page.good
    shown = CliRunner().invoke(main, ["explain", page.id])
    assert shown.exit_code == 0
    assert shown.output.startswith(f"{page.id} (")


def test_the_page_of_rules_is_up_to_date() -> None:
    page = (ROOT / "docs" / "project" / "rules.md").read_text("utf-8")
    assert page == rules_page(), "run make rules"
    assert "rules\n" in (ROOT / "docs" / "project" / "index.md").read_text("utf-8")
