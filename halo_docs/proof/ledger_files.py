"""Writes the ledgers: one file a language for machines, and a table of all languages for auditors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from halo_docs.data.manual import Manual
from halo_docs.design import LEDGER
from halo_docs.design.fonts import font_face_css
from halo_docs.files import write_text
from halo_docs.outputs.technical_data import numbers_of
from halo_docs.project import Project
from halo_docs.proof.language import LanguageProof

SAFETY, VALUES = "safety", "values"
"""Names of the two ledgers, and of their folders in build/."""

FORMAT = 1
"""Raised when a reader of the files would have to change."""


def write_ledgers(project: Project, manual: Manual, proofs: Sequence[LanguageProof]) -> list[str]:
    """Write both ledgers; returns the pages, relative to the project."""
    for proof in proofs:
        messages = [asdict(entry) for entry in proof.safety]
        values = [
            {**asdict(entry), "numbers": numbers_of(manual.values[entry.id])[1]} for entry in proof.values
        ]
        _write(project, SAFETY, proof.language, {"messages": messages})
        _write(project, VALUES, proof.language, {"values": values})
    pages = []
    for kind in (SAFETY, VALUES):
        page = project.ledger(kind) / "index.html"
        write_text(page, _page(manual, kind, proofs))
        pages.append(project.relative(page))
    return pages


def _write(project: Project, kind: str, language: str, content: dict[str, Any]) -> None:
    record = {"format": FORMAT, "language": language, **content}
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    write_text(project.ledger(kind) / f"{language}.json", text)


def _page(manual: Manual, kind: str, proofs: Sequence[LanguageProof]) -> str:
    templates = Environment(
        loader=FileSystemLoader(LEDGER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    entries = [proof.safety if kind == SAFETY else proof.values for proof in proofs]
    return templates.get_template(f"{kind}.html").render(
        product=manual.identity.product,
        languages=[manual.languages[proof.language] for proof in proofs],
        outputs=[proof.outputs for proof in proofs],
        findings=[len(proof.proof.findings) for proof in proofs],
        rows=[*zip(*entries, strict=True)],
        fonts=font_face_css(),
    )
