"""Writes edited catalogs: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping

from halo_docs.exchange.units import Unit
from halo_docs.files import write_bytes
from halo_docs.messages.editing import Edit, edited
from halo_docs.project import Project


def write_edits(
    project: Project, language: str, units: Mapping[str, Unit], edits: Mapping[str, Edit]
) -> None:
    """Edit messages of a language's catalogs.

    :param edits: unit's id -> what becomes of it.
    :raises OSError: when a catalog cannot be written; those written before are put back.
    """
    by_domain: dict[str, dict[str, Edit]] = {}
    for name, edit in edits.items():
        by_domain.setdefault(units[name].domain, {})[units[name].entry.key] = edit
    folder = project.catalogs(language)
    wanted = {folder / f"{domain}.po": own for domain, own in by_domain.items()}
    contents = {path: edited(path, own) for path, own in wanted.items()}
    before = {path: path.read_bytes() for path in contents}
    written = []
    try:
        for path, content in contents.items():
            written.append(path)
            write_bytes(path, content)
    except OSError:
        for path in written:
            write_bytes(path, before[path])
        raise
