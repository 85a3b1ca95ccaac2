"""Looks for figures, codes and names of the facts in built HTML and PDF: python -m tests.facts_in_outputs.

The facts are those of tests/facts.yaml, written down from the source manual by hand, not from the data: what
is compared here has not passed through the engine on both sides.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.project import Project
from tests.pages import html_text, pdf_file, pdf_pages

ROOT = Path(__file__).parent.parent

_UNITS = "kA²s|kA|mA|kV|kW|kg|MHz|dBm|Hz|N·m|mm²|mm|cm|°C|A|V|W|m|s"
_FIGURE = r"[−+]?\d+(?:\.\d+)?"
_QUANTITY = re.compile(rf"{_FIGURE}(?: ?[–/×] ?{_FIGURE})*\s(?:{_UNITS})(?![\w·²])")
_CODE = re.compile(
    r"\b(?:ISO/)?IEC \d[\d-]*|\bIEEE 802\.11b/g/n|\bI[PK]\d\d\b|\b\d{6}\b|\bOCPP 1\.6J|\bCAPI\b|\bH4\b"
    r"|\bA[24]\b|\bMode 3\b|\bType 2\b|\bRFID\b|\bMifare\b|\bHALO_\w+|\b\d+\.\d+\.\d+\.\d+\b"
    r"|(?:https?://|www\.)[\w./-]*\w"
)


def wanted(manual: Manual, language: str) -> Iterator[tuple[str, str]]:
    """Yield id of a fact, and each figure, code and name in it as a language writes it.

    :param language: one of those with a decimal comma, or English.
    """
    facts = yaml.safe_load((ROOT / "tests" / "facts.yaml").read_text("utf-8"))["facts"]
    for fact in facts:
        for part in fact["en"]:
            for match in _QUANTITY.finditer(part):
                yield fact["id"], match[0] if language == "en" else match[0].replace(".", ",")
            for match in _CODE.finditer(part):
                yield fact["id"], match[0]
    for label in manual.ui_labels.values():
        yield f"label {label.id}", str(label.labels.get(language, label.label))


def missing(project: Project, manual: Manual, language: str) -> tuple[int, list[str]]:
    """Return how many figures, codes and names were looked for, and what was not found."""
    texts = {
        "HTML": _squeezed(html_text(project, language)),
        "PDF": _squeezed("".join(pdf_pages(pdf_file(project, language)))),
    }
    parts = [*wanted(manual, language)]
    lost = [
        f"{language}: fact {name}: {part} is not in the {output}"
        for name, part in parts
        for output, text in texts.items()
        if _squeezed(part) not in text
    ]
    return len(parts), lost


def _squeezed(text: str) -> str:
    """Take out spaces and hyphens: a PDF tells neither from a line's end."""
    return re.sub(r"[\s-]+", "", text)


def main(languages: Sequence[str]) -> None:
    """Look at the languages that are named, or at all, in build/."""
    project = Project(ROOT)
    manual, problems = load_manual(project)
    assert manual is not None, problems
    codes = languages or [*manual.languages]
    lost: list[str] = []
    total = 0
    for language in codes:
        count, found = missing(project, manual, language)
        total += count
        lost += found
    for line in lost:
        sys.stderr.write(f"{line}\n")
    sys.stdout.write(f"{total} figures, codes and names of the facts looked for in {len(codes)} languages\n")
    if lost:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
