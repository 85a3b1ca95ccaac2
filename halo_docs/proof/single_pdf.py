"""Proves a PDF against the data that it carries: alone, without the project, years later."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from halo_docs.proof.finding import Finding, Proof, shortened
from halo_docs.proof.following import compare, stale_pages
from halo_docs.proof.ink import unseen
from halo_docs.proof.matching import squeezed
from halo_docs.proof.pdf_file import PdfFile, Spot, UnreadablePdf, read_pdf
from halo_docs.statements.prose import Prose
from halo_docs.statements.record import NAME, UnreadableRecord, read
from halo_docs.statements.statement import Kind, Statement

_MANIFEST = "manifest.json"
_DATA = "technical-data.json"
_BOUND_ANEW = (Kind.COVER, Kind.CONTENTS)
"""What a booklet has of its own."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One language of the file."""

    prefix: str
    """Of the names of its files and anchors; empty where there is one language."""
    statements: tuple[Statement, ...]
    prose: tuple[Prose, ...]


def prove_pdf(path: Path) -> Proof:
    """Compare the pages of a PDF with the statements, values and hashes that are attached to it.

    Of a booklet, cover and contents are its own and are not compared.
    """
    proof = Proof()
    name = str(path)
    try:
        file = read_pdf(path)
        parts = [*_parts(file)]
    except (UnreadablePdf, UnreadableRecord) as error:
        proof.findings.append(Finding(name, "", str(error), "proof-file"))
        return proof
    for message in _hash_faults(file.attachments):
        proof.findings.append(Finding(name, "", message, "proof-attachment"))
    proof.proven["attachment"] += len(file.attachments)
    _pages(file, parts, name, proof)
    for part in parts:
        for message in _value_faults(part, file.attachments, proof):
            proof.findings.append(Finding(name, "", message, "proof-value"))
    for page, text, fault in unseen(file):
        proof.findings.append(Finding(name, f"page {page + 1}", f'"{shortened(text)}" {fault}', "proof-ink"))
    proof.proven["run of text"] += sum(map(len, file.runs))
    return proof


def _parts(file: PdfFile) -> Iterator[_Part]:
    names = [name for name in file.attachments if name == NAME or name.endswith(f"-{NAME}")]
    if not names:
        raise UnreadablePdf(f"no {NAME} is attached; the file cannot be checked by itself")
    listed = [str(d.get("language", "")) for d in _manifest(file.attachments).get("documents", [])]
    order = {f"{language}-{NAME}": index for index, language in enumerate(listed)}
    for name in sorted(names, key=lambda name: order.get(name, 0)):
        record = read(file.attachments[name])
        yield _Part(name.removesuffix(NAME), record.statements, record.prose)


def _manifest(attachments: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        manifest = json.loads(attachments.get(_MANIFEST, b"{}"))
    except ValueError:
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _hash_faults(attachments: Mapping[str, bytes]) -> Iterator[str]:
    if _MANIFEST not in attachments:
        yield f"no {_MANIFEST} is attached"
        return
    files = _manifest(attachments).get("files")
    if not isinstance(files, list):
        yield f"{_MANIFEST} cannot be read"
        return
    listed = {str(entry.get("name")): entry for entry in files if isinstance(entry, dict)}
    for name in sorted((attachments.keys() | listed.keys()) - {_MANIFEST}):
        if name not in attachments:
            yield f"{name} is listed and not attached"
        elif name not in listed:
            yield f"{name} is attached and not listed"
        elif hashlib.sha256(attachments[name]).hexdigest() != listed[name].get("sha256"):
            yield f"{name} has another SHA-256 than {_MANIFEST} says"


def _pages(file: PdfFile, parts: list[_Part], name: str, proof: Proof) -> None:
    is_booklet = len(parts) > 1
    expected: list[tuple[Statement, str]] = []
    prefixes: dict[int, str] = {}
    for part in parts:
        for statement in part.statements:
            if not (is_booklet and statement.kind in _BOUND_ANEW):
                expected.append((statement, squeezed(statement.paper_text)))
                prefixes[id(statement)] = f"{part.prefix.removesuffix('-')}." if is_booklet else ""
    stream = file.stream()

    def naming(spot: Spot) -> tuple[str, str]:
        return name, f"page {spot.page + 1}"

    prose = tuple(pieces for part in parts for pieces in part.prose)
    matches, findings = compare(stream, expected, naming, name, prose)
    proof.findings += [f for f in findings if not (is_booklet and f.rule == "proof-surplus")]
    for match in matches:
        proof.proven[str(match.statement.kind)] += 1
        spot = stream.place(match.start)
        place = f"page {spot.page + 1 if spot else 0}"
        for message in stale_pages(match, file.anchors, prefixes[id(match.statement)]):
            proof.findings.append(Finding(name, place, message, "proof-reference"))
        proof.proven["reference"] += len(match.numbers)


def _value_faults(part: _Part, attachments: Mapping[str, bytes], proof: Proof) -> Iterator[str]:
    """Every value that a statement shows must read as the attached data say."""
    try:
        data = json.loads(attachments.get(part.prefix + _DATA, b"{}"))
        texts = {str(value["id"]): str(value["text"]) for value in data["values"]}
    except (ValueError, KeyError, TypeError):
        yield f"{part.prefix}{_DATA} cannot be read"
        return
    for statement in part.statements:
        for shown in statement.said.shown:
            if shown.role != "value":
                continue
            proof.proven["value"] += 1
            stated = texts.get(shown.target)
            if stated != shown.text:
                yield f'{statement.name}: {shown.target} is "{shown.text}", the data say "{stated}"'
            elif shown.text not in statement.said.text:
                yield f'{statement.name}: does not show {shown.target}, "{shown.text}"'
