"""Reads text with suspicion; writes files whole or not at all: aside first, then renamed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from halo_docs.problems import Location, Problem


def read_text(path: Path, name: str, most: int) -> tuple[str | None, list[Problem]]:
    """Read a text in UTF-8, with or without a byte order mark.

    :param name: how messages name the file.
    :param most: how many bytes it may have.
    :returns: the text (None when it cannot be used) and what was found wrong.
    """
    start = Location(name)
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        return None, [Problem(start, f"cannot be read: {error.strerror}", "unreadable-file")]
    if len(raw) > most:
        return None, [Problem(start, f"the file is larger than {most} bytes; split it", "too-large")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return None, [Problem(Location(name, line, column), message, "not-utf8")]


def write_bytes(path: Path, content: bytes) -> None:
    """Replace a file in one step; a file that already holds ``content`` keeps its date.

    :raises OSError: when the disk is full or the folder cannot be written; nothing is left behind.
    """
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def publish(source: Path, target: Path) -> None:
    """Make ``target`` hold what ``source`` holds, file by file, each replaced in one step.

    A file that is the same already keeps its date; files and folders that ``source`` lacks go.
    """
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    for name in sorted(wanted):
        write_bytes(target / name, (source / name).read_bytes())
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(target) not in wanted:
            path.unlink()


def write_text(path: Path, content: str) -> None:
    """Replace a text file in one step; see :func:`write_bytes`."""
    write_bytes(path, content.encode("utf-8"))
