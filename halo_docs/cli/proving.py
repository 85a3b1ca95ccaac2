"""Commands that prove finished outputs: verify, verify-pdf."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from halo_docs.project import find_project
from halo_docs.proof.browser import Look

if TYPE_CHECKING:
    from halo_docs.proof.finding import Finding
    from halo_docs.proof.language import LanguageProof


@click.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--no-build", is_flag=True, help="Take the outputs in build/ as they are.")
def verify(languages: tuple[str, ...], no_build: bool) -> None:
    """Build HTML and PDF of every language, or of those named, and prove them against the data.

    A language with the status "new" is looked at only when it is named.
    """
    begun = _begun(languages) if no_build else None
    # After the browser has been started, as these take a second.
    from halo_docs.cli.run import Run
    from halo_docs.data.identity import Status
    from halo_docs.proof.ledger_files import write_ledgers
    from halo_docs.proof.run import prove_all

    run = Run().must_be_readable() if no_build else Run().must_be_sound()
    new = [code for code, language in run.manual.languages.items() if language.status is Status.NEW]
    codes = run.languages(languages, [code for code in run.manual.languages if code not in new])
    for code in new if not languages else ():
        click.echo(f"{code}: left out, as it is new; name it to have it looked at", err=True)
    if not no_build:
        from halo_docs.cli.building import build

        build(run, codes, ("html", "pdf"))

    def done(proof: LanguageProof) -> None:
        outputs = ", ".join(proof.outputs) or "nothing"
        click.echo(f"{proof.language}: looked at {outputs}", err=True)

    try:
        proofs = prove_all(run.project, run.manual, run.drawings, codes, done, begun)
    except Exception:
        # Of data that are not sound nothing can be said but that.
        run.must_be_sound()
        raise
    pages = write_ledgers(run.project, run.manual, proofs)
    findings = [finding for proof in proofs for finding in proof.proof.findings]
    _tell(findings)
    proven = sum((proof.proof.proven for proof in proofs), Counter[str]())
    click.echo(f"proven: {_counts(proven)}")
    click.echo(f"ledgers: {', '.join(pages)}")
    outputs = sum(len(proof.outputs) for proof in proofs)
    counted = ((len(codes), "language"), (outputs, "output"), (len(findings), "finding"))
    click.echo(", ".join(_number(*count) for count in counted))
    if findings:
        sys.exit(1)


def _begun(languages: tuple[str, ...]) -> Look | None:
    """Begin to look at the pages of one language while the manual is read; that takes as long.

    Of several, each is looked at in the process that proves it.
    """
    project = find_project(Path.cwd())
    if project is None or len(languages) != 1:
        return None
    folders = {index.parent.name: index.parent for index in project.html_root.glob("*/index.html")}
    return Look(folders[languages[0]]) if languages[0] in folders else None


@click.command(name="verify-pdf")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def verify_pdf(files: tuple[Path, ...]) -> None:
    """Prove PDFs against the data that they carry; no project is needed."""
    from halo_docs.proof.single_pdf import prove_pdf

    failed = False
    for file in files:
        proof = prove_pdf(file)
        _tell(proof.findings)
        click.echo(f"{file}: {_number(len(proof.findings), 'finding')}; compared: {_counts(proof.proven)}")
        failed = failed or bool(proof.findings)
    if failed:
        sys.exit(1)


def _tell(findings: Iterable[Finding]) -> None:
    for finding in sorted(set(findings)):
        click.echo(str(finding), err=True)


def _counts(proven: Counter[str]) -> str:
    return ", ".join(_number(count, word) for word, count in sorted(proven.items()))


_NAMES = {
    "cover": ("line of the cover", "lines of the cover"),
    "contents": ("entry of the contents", "entries of the contents"),
    "safety": ("part of a safety message", "parts of safety messages"),
    "note": ("part of a note", "parts of notes"),
    "cell": ("table cell", "table cells"),
    "number": ("step number", "step numbers"),
    "frame": ("part of the frame", "parts of the frame"),
    "run of text": ("run of text", "runs of text"),
    "text seen": ("text seen", "texts seen"),
}
"""What was proven -> what one and several of it are called, where that is not the word with an s."""


def _number(count: int, word: str) -> str:
    one, several = _NAMES.get(word, (word, f"{word}s"))
    return f"{count} {one if count == 1 else several}"
