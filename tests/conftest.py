"""Real projects for the tests: copies that a test may change, and outputs built once a worker."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.project import Project

ROOT = Path(__file__).parent.parent
MINI = ROOT / "tests" / "roots" / "mini"


def copy_project(source: Path, target: Path) -> Project:
    """Copy what a project is made of, without what was built."""
    for name in ("docs", "locales"):
        shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("*.mo", "_build"))
    return Project(target)


def loaded(project: Project) -> Manual:
    """Return the manual of a project in which nothing is wrong."""
    manual, problems = load_manual(project)
    assert manual is not None, problems
    return manual


@pytest.fixture
def halo(tmp_path: Path) -> Project:
    """A copy of this repository's manual."""
    return copy_project(ROOT, tmp_path / "halo")


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A copy of the small manual of another product."""
    return copy_project(MINI, tmp_path / "mini")


@pytest.fixture
def base(mini: Project) -> Project:
    """A copy of the mini manual with catalogs and word lists, in which no rule finds anything."""
    shutil.copytree(ROOT / "tests" / "rules" / "base", mini.locales, dirs_exist_ok=True)
    return mini


@pytest.fixture(scope="session")
def manual() -> Manual:
    """The manual of this repository."""
    return loaded(Project(ROOT))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Project]:
    """Builds HTML and PDF of a language of this manual, once a worker, without a complaint."""
    project = copy_project(ROOT, tmp_path_factory.mktemp("built") / "halo")
    done: set[str] = set()

    def build(language: str) -> Project:
        if language not in done:
            outcome = run(Job(project.root, language, ("html", "pdf")))
            assert outcome.complaints == ()
            done.add(language)
        return project

    return build


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """HTML and PDF, in two languages, of a small manual that has something of everything."""
    project = copy_project(MINI, tmp_path_factory.mktemp("probe") / "probe")
    shutil.copytree(ROOT / "tests" / "rules" / "base", project.locales, dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "roots" / "probe", project.root, dirs_exist_ok=True)
    for language in ("de", "da"):
        outcome = run(Job(project.root, language, ("html", "pdf")))
        assert outcome.complaints == ()
    return project
