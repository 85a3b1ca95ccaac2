"""One run of Sphinx for one language: HTML, PDF or both on the same doctrees."""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sphinx.locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from halo_docs.project import Project

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Job:
    """What to build of one language."""

    root: Path
    language: str
    builders: tuple[str, ...]
    """Names of Sphinx builders, in order: html, pdf, gettext."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job."""

    job: Job
    outputs: tuple[str, ...]
    """What was written, relative to the project."""
    complaints: tuple[str, ...]
    """Warnings and errors, one a line; nothing when all is well."""


def run(job: Job) -> Outcome:
    """Build one language; never raises for what an author can mend."""
    gc.freeze()
    project = Project(job.root)
    outputs: list[str] = []
    complaints: list[str] = []
    for builder in job.builders:
        out = _out_folder(project, builder, job.language)
        found = _run_sphinx(project, builder, job.language, out)
        complaints += found
        if not found:
            outputs.append(_shown_output(project, builder, job.language, out))
    return Outcome(job, tuple(outputs), tuple(dict.fromkeys(complaints)))


def _out_folder(project: Project, builder: str, language: str) -> Path:
    match builder:
        case "html":
            return project.html(language)
        case "pdf":
            return project.pdf
        case _:
            return project.templates


def _shown_output(project: Project, builder: str, language: str, out: Path) -> str:
    match builder:
        case "html":
            return project.relative(out / "index.html")
        case "pdf":
            return project.relative(next(out.glob(f"*-{language}.pdf"), out))
        case _:
            return project.relative(out)


def _run_sphinx(project: Project, builder: str, language: str, out: Path) -> Sequence[str]:
    # Sphinx adds the catalogs of a language to those that an earlier run left in this process.
    sphinx.locale.translators.clear()
    warnings = io.StringIO()
    doctrees = project.doctrees("gettext" if builder == "gettext" else language)
    try:
        with patch_docutils(str(project.docs)), docutils_namespace():
            app = Sphinx(
                srcdir=project.docs,
                confdir=project.docs,
                outdir=out,
                doctreedir=doctrees,
                buildername=builder,
                confoverrides={"language": language},
                status=None,
                warning=warnings,
            )
            app.build()
    except SphinxError as error:
        return [*_lines(warnings, project), *str(error).splitlines()]
    return _lines(warnings, project)


def _lines(warnings: io.StringIO, project: Project) -> list[str]:
    text = _COLOUR.sub("", warnings.getvalue()).replace(f"{project.root}/", "")
    return [line for line in text.splitlines() if line.strip()]
