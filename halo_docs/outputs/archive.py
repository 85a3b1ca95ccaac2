"""What a PDF carries besides its pages, so that it can be filed and checked alone, years later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from halo_docs.nodes.scope import Scope
from halo_docs.outputs.technical_data import DataFile, document_data, manifest, technical_data
from halo_docs.statements.book import Book
from halo_docs.statements.prose import Prose
from halo_docs.statements.record import NAME, written


@dataclass(frozen=True, slots=True)
class Archive:
    """Identification of the document, and files to attach."""

    document_number: str | None
    """None when it is not assigned."""
    revision: str | None
    issue_date: str | None
    documents: tuple[Mapping[str, Any], ...]
    """What the manifest says of the manual in each language."""
    data: tuple[DataFile, ...]
    time: datetime
    """Time that the attached files carry."""

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The data and their manifest, by name, as a PDF wants them."""
        listed = manifest(self.documents, self.data)
        return tuple(sorted((listed, *self.data), key=lambda file: file.name))


def archive_of(scope: Scope, epoch: int, book: Book, prose: tuple[Prose, ...]) -> Archive:
    """Return what the PDF of a language carries.

    :param epoch: seconds since 1970, for the files that are attached.
    :param book: what the pages must say; with it a PDF can be proven alone.
    :param prose: paragraphs of the MyST pages themselves.
    """
    identity = scope.manual.identity
    statements = DataFile(NAME, "What the pages say, in reading order (JSON)", written(book.paper(), prose))
    return Archive(
        document_number=identity.document_number.value,
        revision=identity.revision.value,
        issue_date=identity.issue_date.value,
        documents=(document_data(scope),),
        data=(statements, *technical_data(scope)),
        time=datetime.fromtimestamp(epoch, UTC),
    )


def bound(archives: Sequence[Archive]) -> Archive:
    """Return what a booklet carries: the files of each language, with the language before their names."""
    files = [
        replace(file, name=f"{archive.documents[0]['language']}-{file.name}")
        for archive in archives
        for file in archive.data
    ]
    return replace(
        archives[0],
        documents=tuple(document for archive in archives for document in archive.documents),
        data=tuple(files),
    )
