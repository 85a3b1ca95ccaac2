from __future__ import annotations

from pathlib import Path

import pytest

from halo_docs.live.watch import DESIGN, Sources
from halo_docs.project import Project

SOURCES = Sources(Project(Path("/manual")), "da")


@pytest.mark.parametrize(
    "path",
    [
        "docs/data/values.yaml",
        "docs/manual/betrieb.yaml",
        "docs/index.md",
        "docs/figures/pump.svg",
        "docs/_static/own.css",
        "docs/conf.py",
        "locales/languages.yaml",
        "locales/da/LC_MESSAGES/betrieb.po",
    ],
)
def test_what_a_manual_is_made_of_counts(path: str) -> None:
    assert SOURCES.holds(Path("/manual") / path)


@pytest.mark.parametrize(
    "path",
    [
        "docs/data/.values.yaml.swp",
        "docs/data/.#values.yaml",
        "docs/data/values.yaml~",
        "docs/.git/index.md",
        "docs/schema/values.json",
        "docs/project/conf.py",
        "locales/de/LC_MESSAGES/betrieb.po",
        "locales/da/LC_MESSAGES/betrieb.mo",
        "locales/da/notes.yaml",
        "build/html/da/index.html",
        "build/doctrees/da/index.md",
        "README.md",
        "../elsewhere/docs/index.md",
    ],
)
def test_nothing_else_counts(path: str) -> None:
    assert not SOURCES.holds((Path("/manual") / path).resolve())


def test_the_design_counts_in_the_engine_s_own_repository() -> None:
    own = Sources(Project(DESIGN.parent.parent), "da")
    assert DESIGN in own.folders
    assert own.holds(DESIGN / "static" / "manual.css")
    assert own.holds(DESIGN / "templates" / "page.html")
    assert not own.holds(DESIGN / "__init__.py")
    assert DESIGN not in SOURCES.folders
    assert not SOURCES.holds(DESIGN / "static" / "manual.css")
