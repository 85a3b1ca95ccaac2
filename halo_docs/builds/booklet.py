"""Binds the manuals of several languages into one PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from halo_docs.builds.run import run_all
from halo_docs.builds.sphinx_job import Job, Outcome, out_folder
from halo_docs.data.design import Paper
from halo_docs.data.manual import Manual
from halo_docs.files import write_bytes
from halo_docs.outputs.archive import bound
from halo_docs.outputs.booklet import PRINT_FILE, bound_page, kept_print
from halo_docs.outputs.pdf import write_pdf
from halo_docs.outputs.print_page import pdf_name
from halo_docs.project import Project


def bind(
    project: Project,
    manual: Manual,
    languages: Sequence[str],
    paper: Paper | None,
    done: Callable[[Outcome], None],
) -> Outcome:
    """Build the PDF of each language, then the booklet of all of them.

    :param languages: in the order of the booklet.
    :returns: what came of the booklet; complaints of a language keep it from being made.
    """
    jobs = [Job(project.root, language, ("pdf",), paper) for language in languages]
    outcomes = run_all(jobs, done)
    whole = Job(project.root, "-".join(languages), ("booklet",), paper)
    if any(outcome.complaints for outcome in outcomes):
        return Outcome(whole, (), ("the booklet is not made: a language is not sound",))
    kept = [kept_print(out_folder(project, "pdf", job) / PRINT_FILE) for job in jobs]
    name = pdf_name(manual, f"booklet-{'-'.join(languages)}", kept[0][0].paper)
    target = project.work("booklet") / name
    note = target.with_suffix(".note")
    pages = [bound_page(page) for page, _ in kept]
    complaints = write_pdf(pages, bound([archive for _, archive in kept]), target, note)
    if complaints:
        return Outcome(
            whole, (), tuple(f"{c.block}: {c.message}" if c.block else c.message for c in complaints)
        )
    published = project.pdf / name
    write_bytes(published, target.read_bytes())
    return Outcome(whole, (project.relative(published),), ())
