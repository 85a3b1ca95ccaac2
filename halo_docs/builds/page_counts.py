"""Compares how many pages a chapter takes in each language: a leap betrays lost or doubled content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from halo_docs.builds.sphinx_job import Job, note_of
from halo_docs.data.manual import Manual
from halo_docs.outputs.pdf import chapter_pages_of
from halo_docs.project import Project
from halo_docs.text.pseudo import PSEUDO_LANGUAGES

BAND = 0.25
"""Part by which a chapter may be longer or shorter than in the source language; one page is always free."""


def uneven_chapters(project: Project, manual: Manual, jobs: Sequence[Job]) -> Iterator[str]:
    """Yield a message for each chapter that is far longer or shorter than in the source language.

    What was not built yet, in either language, is not compared; pseudo-languages are meant to be longer.
    """
    source = str(manual.identity.source_language)
    for job in jobs:
        if job.language in PSEUDO_LANGUAGES:
            continue
        expected = chapter_pages_of(note_of(project, manual, Job(project.root, source, ("pdf",), job.paper)))
        found = chapter_pages_of(note_of(project, manual, job))
        for chapter, pages, usual in outside_band(expected, found):
            yield f"{job.language}: {chapter}: {pages} pages, {usual} in {source}"


def outside_band(expected: Mapping[str, int], found: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    """Yield chapter, its pages and the pages of the source language, where they differ too much.

    :param expected: id of a chapter -> pages in the source language.
    :param found: the same in another language.
    """
    for chapter, usual in expected.items():
        pages = found.get(chapter, usual)
        if abs(pages - usual) > max(1, ceil(usual * BAND)):
            yield chapter, pages, usual
