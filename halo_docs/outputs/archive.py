"""What a PDF carries besides its pages, so that it can be filed and checked alone, years later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from halo_docs.nodes.scope import Scope
from halo_docs.outputs.technical_data import DataFile, technical_data


@dataclass(frozen=True, slots=True)
class Archive:
    """Identification of the document, and files to attach."""

    document_number: str | None
    """None when it is not assigned."""
    revision: str | None
    issue_date: str | None
    files: tuple[DataFile, ...]
    time: datetime
    """Time that the attached files carry."""


def archive_of(scope: Scope, epoch: int) -> Archive:
    """Return what the PDF of a language carries.

    :param epoch: seconds since 1970, for the files that are attached.
    """
    identity = scope.manual.identity
    return Archive(
        document_number=identity.document_number.value,
        revision=identity.revision.value,
        issue_date=identity.issue_date.value,
        files=technical_data(scope),
        time=datetime.fromtimestamp(epoch, UTC),
    )
