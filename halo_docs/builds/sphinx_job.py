"""One run of Sphinx for one language: HTML, PDF or both on the same doctrees."""

from __future__ import annotations

import gc
import io
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from halo_docs.data.design import Paper
from halo_docs.data.manual import Manual
from halo_docs.files import publish, write_bytes
from halo_docs.outputs.print_page import pdf_name
from halo_docs.project import Project

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Job:
    """What to build of one language."""

    root: Path
    language: str
    builders: tuple[str, ...]
    """Names of Sphinx builders, in order: html, pdf, gettext."""
    paper: Paper | None = None
    """Size of the PDF's pages; the manual's own when none is named."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job."""

    job: Job
    outputs: tuple[str, ...]
    """What was published, relative to the project."""
    complaints: tuple[str, ...]
    """Warnings and errors, one a line; nothing when all is well."""


def run(job: Job) -> Outcome:
    """Build one language; never raises for what an author can mend.

    Sphinx works in a folder of its own. Only an output without a complaint is published; otherwise
    the former one stays as it was.
    """
    gc.freeze()
    project = Project(job.root)
    outputs: list[str] = []
    complaints: list[str] = []
    for builder in job.builders:
        try:
            found = _run_sphinx(project, builder, job)
            if not found:
                outputs.append(project.relative(_publish(project, builder, job)))
        except OSError as error:
            found = [f"cannot write: {error.strerror}"]
        complaints += found
    return Outcome(job, tuple(outputs), tuple(dict.fromkeys(complaints)))


def _publish(project: Project, builder: str, job: Job) -> Path:
    """Put what was built in its place; returns what a person would open."""
    built, language = out_folder(project, builder, job), job.language
    match builder:
        case "html":
            publish(built, project.html(language))
            return project.html(language) / "index.html"
        case "pdf":
            (file,) = built.glob("*.pdf")
            write_bytes(project.pdf / file.name, file.read_bytes())
            return project.pdf / file.name
        case _:
            publish(built, project.templates)
            return project.templates


def _work(project: Project, builder: str, language: str) -> Path:
    # Sphinx cannot share its cache between the gettext builder and the others.
    return project.work("messages" if builder == "gettext" else language)


def out_folder(project: Project, builder: str, job: Job) -> Path:
    """Return the folder in which a builder of Sphinx works for a job."""
    size = f"-{job.paper.value}" if builder == "pdf" and job.paper else ""
    return _work(project, builder, job.language) / f"{builder}{size}"


def note_of(project: Project, manual: Manual, job: Job) -> Path:
    """Return the file that tells what a job's PDF was made from and how long its chapters are."""
    name = pdf_name(manual, job.language, job.paper or manual.design.paper)
    return _work(project, "pdf", job.language) / "doctrees" / f"{Path(name).stem}.note"


def _run_sphinx(project: Project, builder: str, job: Job) -> Sequence[str]:
    # Sphinx adds the catalogs of a language to those that an earlier run left in this process.
    sphinx.locale.translators.clear()
    work = _work(project, builder, job.language)
    unfinished = work / "unfinished"
    if unfinished.exists():
        # A run was interrupted or complained: its cache may hold half a page, or hide a warning.
        shutil.rmtree(work)
    warnings = io.StringIO()
    settings = {"language": job.language}
    if builder == "pdf" and job.paper is not None:
        settings["manual_paper"] = job.paper.value
    try:
        with patch_docutils(str(project.docs)), docutils_namespace():
            app = Sphinx(
                srcdir=project.docs,
                confdir=project.docs,
                outdir=out_folder(project, builder, job),
                doctreedir=work / "doctrees",
                buildername=builder,
                confoverrides=settings,
                status=None,
                warning=warnings,
            )
            unfinished.touch()
            app.build()
    except SphinxError as error:
        return [*_lines(warnings, project), *str(error).splitlines()]
    complaints = _lines(warnings, project)
    if not complaints:
        unfinished.unlink()
    return complaints


def _lines(warnings: io.StringIO, project: Project) -> list[str]:
    text = _COLOUR.sub("", warnings.getvalue()).replace(f"{project.root}/", "")
    return [line for line in text.splitlines() if line.strip()]
