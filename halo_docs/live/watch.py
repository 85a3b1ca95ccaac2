"""The files that a manual is made of, and word of each save."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, awatch

from halo_docs.design import STATIC
from halo_docs.project import Project

STEP = 25
"""Milliseconds without a further save after which a burst of saves counts as ended."""

LONGEST = 200
"""Milliseconds that a burst of saves can last before it is told."""

DESIGN = STATIC.parent
"""What pages look like; worked on in the engine's own repository only."""

_KINDS = frozenset({".yaml", ".md", ".svg", ".css"})


@dataclass(frozen=True, slots=True)
class Sources:
    """What the pages of one language are made of."""

    project: Project
    """With a root that holds no symbolic links: saves are told by their real paths."""
    language: str

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders to watch, with all below."""
        own = (self.project.docs, self.project.locales)
        return (*own, DESIGN) if DESIGN.is_relative_to(self.project.root) else own

    def holds(self, path: Path) -> bool:
        """Tell whether a file counts; an editor's own files (hidden, or with another ending) do not."""
        project = self.project
        if not path.is_relative_to(project.root):
            return False
        if any(part.startswith(".") for part in path.relative_to(project.root).parts):
            return False
        if path.is_relative_to(project.docs):
            return path.suffix in _KINDS or path == project.docs / "conf.py"
        if path.is_relative_to(DESIGN):
            return path.suffix in {*_KINDS, ".html", ".js"}
        catalog = path.parent == project.catalogs(self.language) and path.suffix == ".po"
        return catalog or path == project.languages


async def saves(sources: Sources) -> AsyncIterator[frozenset[Path]]:
    """Yield the files of each burst of saves; those that come while nobody asks are kept for later."""

    def counts(_: Change, path: str) -> bool:
        return sources.holds(Path(path))

    async for changes in awatch(*sources.folders, watch_filter=counts, step=STEP, debounce=LONGEST):
        yield frozenset(Path(path) for _, path in changes)
