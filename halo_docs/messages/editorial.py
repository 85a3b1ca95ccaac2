"""Editorial edits: changes of a source text that leave its translations valid, and the log of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from halo_docs.data.editorial import Edit
from halo_docs.data.scalars import Plain, Text
from halo_docs.files import write_bytes, write_text
from halo_docs.messages.catalog_text import Block, CatalogText
from halo_docs.messages.extract import domain_of
from halo_docs.messages.matching import settled
from halo_docs.project import Project

_HEADING = """\
# yaml-language-server: $schema=../docs/schema/editorial.json
# Edits of source texts that changed words, not meaning: translations stayed valid without a look.
# Written by `halo-docs editorial`; `make check` holds every edit that is in effect to the same rules.
edits:
"""


class Edits:
    """The edits of a manual, to be asked for the way from one source text to another."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._after: Mapping[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
        for edit in edits:
            self._after[str(edit.catalog), str(edit.key)][str(edit.before)] = str(edit.after)

    def lead(self, catalog: str, key: str | None, before: str, after: str) -> bool:
        """Tell whether edits lead from one source of a message to another, over any number of steps."""
        steps = self._after.get((catalog, key), {})
        seen = {before}
        while before in steps and before != after:
            before = steps[before]
            if before in seen:
                return False
            seen.add(before)
        return before == after


def edit_of(text: Text, before: str) -> Edit:
    """Return the edit that made a text what it is."""
    return Edit(
        catalog=Plain(domain_of(text)), key=Plain(text.key), before=Plain(before), after=Plain(text.source)
    )


def write_edit(path: Path, edit: Edit) -> None:
    """Add an edit at the end of the log."""
    fields = ("catalog", "key", "before", "after")
    # A JSON string is a YAML string, too.
    lines = [f"{name}: {json.dumps(getattr(edit, name), ensure_ascii=False)}\n" for name in fields]
    text = path.read_text("utf-8") if path.is_file() else _HEADING
    if not text.endswith("\n"):
        text += "\n"
    write_text(path, text + "  - " + "    ".join(lines))


def former_sources(project: Project, languages: Iterable[str], text: Text) -> list[str]:
    """Return what the catalogs have as the source of a text that was edited since.

    Where they are up to it already, what its translations were made for.
    """
    blocks = [block for _, _, block in _held(project, languages, text)]
    changed = [block.source for block in blocks if block.source != text.source]
    if not changed:
        changed = [block.former_source for block in blocks if block.former_source is not None]
    return sorted({*changed} - {text.source})


def keep_translations(project: Project, languages: Iterable[str], text: Text, edits: Edits) -> list[str]:
    """Put the present source of a text into the catalogs; returns the languages that stay translated."""
    catalog, kept = domain_of(text), []

    def is_same(source: str) -> bool:
        return edits.lead(catalog, text.key, source, text.source)

    for language in languages:
        for path, whole, block in _held(project, [language], text):
            if is_same(block.source):
                after = settled(block, text.key, text.source, is_same)
                blocks = (after if one is block else one for one in whole.blocks)
                write_bytes(path, whole.with_blocks(blocks).render())
                kept += [language] if after.target and not after.is_fuzzy else []
    return kept


def _held(
    project: Project, languages: Iterable[str], text: Text
) -> Iterator[tuple[Path, CatalogText, Block]]:
    for language in languages:
        path = project.catalogs(language) / f"{domain_of(text)}.po"
        whole = CatalogText.parse(path.read_bytes()) if path.is_file() else None
        for block in whole.blocks if whole else ():
            if whole and block.key == text.key and not block.is_obsolete:
                yield path, whole, block
