"""Proves languages side by side, then compares them with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.project import Project
from halo_docs.proof.browser import Look
from halo_docs.proof.finding import Finding
from halo_docs.proof.language import LanguageProof, prove
from halo_docs.side_by_side import forked


def prove_all(
    project: Project,
    manual: Manual,
    drawings: Drawings,
    codes: Sequence[str],
    done: Callable[[LanguageProof], None],
    seen: Look | None = None,
) -> list[LanguageProof]:
    """Prove languages, as many at once as the machine has cores; ``done`` hears of each as it ends.

    :param seen: of a single language: what a browser sees of it, when looking has already begun.
    :returns: one proof a language, in the order of the codes; what differs between languages is found
        in the later one of two.
    """
    if len(codes) > 1:
        # Shared by all: computed before the processes part.
        _ = manual.texts
    proven: dict[str, LanguageProof] = {}
    for code, proof in forked(lambda code: prove(project, manual, drawings, code, seen), codes):
        proven[code] = proof
        done(proof)
    proofs = [proven[code] for code in codes]
    for proof in proofs[1:]:
        proof.proof.findings += differences(proofs[0], proof)
    return proofs


def differences(first: LanguageProof, other: LanguageProof) -> Iterator[Finding]:
    """Yield what one language has and the other has not: anchors, safety messages, their levels and order."""
    output = other.outputs[0] if other.outputs else other.language
    if first.anchors and other.anchors:
        for name in sorted(first.anchors ^ other.anchors):
            has, lacks = (first, other) if name in first.anchors else (other, first)
            message = f"{name} is an anchor in {has.language} and none in {lacks.language}"
            yield Finding(output, "", message, "proof-anchor")
    theirs = {entry.id: entry for entry in other.safety}
    for entry in first.safety:
        found = theirs.get(entry.id)
        if found is None:
            yield Finding(output, "", f"{entry.id}: is missing from the safety ledger", "proof-safety")
            continue
        for what, ours, shown in (
            ("level", entry.level, found.level),
            ("kind", entry.kind, found.kind),
            ("place among the messages", str(entry.order), str(found.order)),
            ("place in the HTML", entry.screen, found.screen),
        ):
            if ours != shown:
                message = f"{entry.id}: {what}: {ours} in {first.language}, {shown or 'nothing'} here"
                yield Finding(output, f"#{entry.id}", message, "proof-safety")
        if found.paper is None and entry.paper is not None:
            yield Finding(output, "", f"{entry.id}: is not in the PDF", "proof-safety")
