from __future__ import annotations

from pathlib import Path

import pytest

from halo_docs.live.site import find_page, find_pdf
from halo_docs.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two pages, a PDF, and things that are nobody's business."""
    project = Project(tmp_path / "manual")
    for path in ("build/html/da/index.html", "build/html/da/_static/a.css", "build/pdf/pump-da.pdf"):
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text(path)
    (project.html("da") / ".buildinfo").write_text("hidden")
    (project.root / "secret.txt").write_text("secret")
    (project.html("da") / "out.txt").symlink_to(project.root / "secret.txt")
    (project.html("da") / "up").symlink_to(project.root)
    (project.html("da") / "other").symlink_to(project.pdf)
    return project


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("da/index.html", "html/da/index.html"),
        ("da/", "html/da/index.html"),
        ("da", "html/da/index.html"),
        ("/da/_static/a.css", "html/da/_static/a.css"),
        ("da/other/pump-da.pdf", "pdf/pump-da.pdf"),
    ],
)
def test_files_of_the_build_are_found(project: Project, path: str, file: str) -> None:
    assert find_page(project, path) == (project.build / file).resolve()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "da/missing.html",
        "da/_static",
        "../pdf/pump-da.pdf",
        "../../secret.txt",
        "da/../../../secret.txt",
        "/etc/passwd",
        "//etc/passwd",
        "da/..\\..\\..\\secret.txt",
        "da/index.html\0.css",
        "da/out.txt",
        "da/up/secret.txt",
        "da/.buildinfo",
        "x" * 5000,
    ],
)
def test_nothing_else_is_found(project: Project, path: str) -> None:
    assert find_page(project, path) is None


def test_the_pdf_is_found_when_it_is_built(project: Project) -> None:
    assert find_pdf(project, "da") == (project.pdf / "pump-da.pdf").resolve()
    assert find_pdf(project, "de") is None
    (project.pdf / "pump-da.pdf").unlink()
    (project.pdf / "pump-da.pdf").symlink_to(project.root / "secret.txt")
    assert find_pdf(project, "da") is None
