"""Retires a language: its entry, its folder and what was built of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from halo_docs.data.design import Paper
from halo_docs.data.language_list import list_form, without_entry
from halo_docs.data.manual import Manual
from halo_docs.data.references import named_languages
from halo_docs.data.writing import Writing
from halo_docs.files import write_bytes
from halo_docs.languages.begin import own_words
from halo_docs.messages.translation import read_translation
from halo_docs.outputs.print_page import pdf_name
from halo_docs.problems import Problem, ProblemsFound
from halo_docs.project import Project


def losses(project: Project, manual: Manual, code: str) -> tuple[str, ...]:
    """Return what people have made for a language, and would be lost with it."""
    return tuple(_losses(project, manual, code))


def _losses(project: Project, manual: Manual, code: str) -> Iterator[str]:
    known = own_words(manual, code)
    translation, _ = read_translation(project, manual, manual.languages[code])
    entries = [
        entry
        for catalog in translation.catalogs.values()
        for entry in (*catalog.entries.values(), *catalog.other, *catalog.obsolete)
    ]
    made = sum(bool(e.target.strip()) and known.get(e.source) != e.target for e in entries)
    if made:
        yield f"{made} translations"
    if manual.writing[code].model_dump() != Writing().model_dump():
        yield project.relative(project.writing(code))
    terms = manual.language_terms[code].values()
    if any((*term.forms, *term.allowed, *term.forbidden) for term in terms):
        yield project.relative(project.terms(code))
    ours = {project.writing(code), project.terms(code)}
    for path in sorted(project.language(code).rglob("*")):
        is_catalog = path.parent == project.catalogs(code) and path.suffix in (".po", ".mo")
        if path.is_file() and path not in ours and not is_catalog:
            yield project.relative(path)


def retire(project: Project, manual: Manual, code: str) -> None:
    """Take a language out, with all that belongs to it alone.

    :raises ProblemsFound: when data still name the language, or languages.yaml is written in a form
        that is not edited; nothing is deleted then.
    """
    still = [text.location for named, text in named_languages(manual) if named == code]
    still += [named.location for waiver in manual.waivers for named in waiver.languages if named == code]
    if still:
        message = f'still names the language "{code}"; take that out first'
        raise ProblemsFound(Problem(place, message, "language-named") for place in still)
    text = project.languages.read_bytes().decode("utf-8")
    left = without_entry(text, code)
    if left is None:
        raise ProblemsFound([list_form(project.relative(project.languages))])
    # First of all: without its entry a language is gone, whatever else may still lie about.
    write_bytes(project.languages, left.encode("utf-8"))
    for folder in (
        project.language(code),
        project.html(code),
        project.figure_sheet(code),
        project.work(code),
    ):
        shutil.rmtree(folder, ignore_errors=True)
    for paper in Paper:
        (project.pdf / pdf_name(manual, code, paper)).unlink(missing_ok=True)
    for ledger in project.ledgers(code):
        ledger.unlink()
    for booklet in project.pdf.glob(pdf_name(manual, "booklet-*", manual.design.paper)):
        if f"-{code}-" in f"{booklet.stem}-":
            booklet.unlink()
