"""From the path of an address to a file that may be served, and to nothing else."""

from __future__ import annotations

from pathlib import Path

from halo_docs.project import Project


def find_page(project: Project, path: str) -> Path | None:
    """Return the file of build/html that a decoded path names, or None.

    A path with hidden or parent folders names nothing; neither does one that leads out of build/ over
    a symbolic link.
    """
    parts = path.strip("/").split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    file = project.html_root.joinpath(*parts)
    try:
        return _inside(project, file / "index.html" if file.is_dir() else file)
    except OSError:  # a name that is too long, a link that leads to itself
        return None


def find_pdf(project: Project, language: str) -> Path | None:
    """Return the PDF of a language, or None when none is built."""
    found = sorted(project.pdf.glob(f"*-{language}.pdf"))
    return _inside(project, found[0]) if found else None


def _inside(project: Project, file: Path) -> Path | None:
    real = file.resolve()
    return real if real.is_file() and real.is_relative_to(project.build.resolve()) else None
