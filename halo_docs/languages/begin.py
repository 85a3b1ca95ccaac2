"""Begins a language: its entry, catalogs and word lists, all of them or nothing."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from halo_docs.data.language_list import list_form, with_entry
from halo_docs.data.load import INTERFACE_FILE
from halo_docs.data.manual import Manual
from halo_docs.files import write_bytes, write_text
from halo_docs.languages.stubs import entry, terms_file, writing_file
from halo_docs.messages.catalog import read_catalog, write_words
from halo_docs.messages.update import begin_catalogs, write_targets
from halo_docs.problems import ProblemsFound, did_you_mean
from halo_docs.project import Project
from halo_docs.sphinx_ext.own_words import THEME_WORDS, sphinx_words
from halo_docs.text.locales import LocaleFacts, codes_by_name, known_codes, locale_facts


@dataclass(frozen=True, slots=True)
class Beginning:
    """A language that was begun."""

    facts: LocaleFacts
    words: int
    """Words of the pages that Sphinx's own catalog has translated."""
    gaps: tuple[str, ...]
    """Words of the pages that somebody must still translate in sphinx.po."""


def objection(project: Project, manual: Manual, code: str) -> str | None:
    """Return why a language cannot be begun, or None."""
    if code in manual.languages:
        return f'there is a language "{code}" already'
    known = known_codes()
    if code not in known:
        return f'CLDR knows no language "{code}"{_hint(manual, code, known)}'
    folder = project.language(code)
    if folder.exists():
        name = project.relative(folder)
        return f"{name} is there already; move it away, or write its entry in languages.yaml by hand"
    return None


def _hint(manual: Manual, code: str, known: tuple[str, ...]) -> str:
    """Return the code that was meant: another spelling of it, that of a name, or one that is near."""
    spellings = {name.casefold(): name for name in known}
    names = codes_by_name(str(manual.interface.language))
    meant = spellings.get(code.replace("_", "-").casefold()) or names.get(code.casefold())
    return f' (did you mean "{meant}"?)' if meant else did_you_mean(code, known)


def begin(project: Project, manual: Manual, code: str) -> Beginning:
    """Write all that a language needs to be built as a draft; the templates must be up to date.

    :param code: a language that nothing stands against, see :func:`objection`.
    :raises ProblemsFound: when languages.yaml is written in a form that is not edited; nothing is written.
    """
    facts = locale_facts(code)
    text = project.languages.read_bytes().decode("utf-8")
    added = with_entry(text, entry(manual, code, facts))
    if added is None:
        raise ProblemsFound([list_form(project.relative(project.languages))])
    with tempfile.TemporaryDirectory(dir=project.build, prefix=".new-") as folder:
        staged = Project(Path(folder))
        shutil.copytree(project.templates, staged.templates)
        begin_catalogs(staged, manual, code)
        begun = _prefill(staged, manual, code, facts)
        write_text(staged.writing(code), writing_file(facts))
        write_text(staged.terms(code), terms_file(manual))
        staged.language(code).rename(project.language(code))
    try:
        write_bytes(project.languages, added.encode("utf-8"))
    except BaseException:
        shutil.rmtree(project.language(code))
        raise
    return begun


def own_words(manual: Manual, code: str) -> dict[str, str]:
    """Return what Sphinx's catalog of a language has for words of our pages: word -> translation."""
    ours = [text.source for part, text, _ in manual.texts if part == "interface"]
    return sphinx_words(code, (*THEME_WORDS, *ours))


def _prefill(staged: Project, manual: Manual, code: str, facts: LocaleFacts) -> Beginning:
    """Fill in the words of the pages that Sphinx has in the language."""
    known = own_words(manual, code)
    interface = staged.catalogs(code) / f"{INTERFACE_FILE.stem}.po"
    catalog, _ = read_catalog(interface, interface.name)
    targets = {e.key: known[e.source] for e in catalog.entries.values() if e.source in known}
    write_targets(interface, targets)
    theme = {word: known.get(word, "") for word in THEME_WORDS}
    write_words(staged.catalogs(code) / "sphinx.po", catalog.header or {}, theme)
    gaps = tuple(word for word, target in theme.items() if not target)
    return Beginning(facts, len(targets) + len(theme) - len(gaps), gaps)
