"""What applies to which product; what must be read before which step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.data.references import MANUAL, TEXTS
from benchmarks.mutations.data.spans import data_fault, fact_fault, misspelt, spans
from benchmarks.mutations.fault import Edit
from benchmarks.mutations.material import DataMaterial, source_edit, span_edit
from halo_docs.data.base import Applicable
from halo_docs.data.blocks import Step

_APPLIES = r"applies_to: \{(\w+): \[([\w, -]*)\]\}"


def contradictory(material: DataMaterial) -> Iterator[Edit]:
    """Let a block apply to what its section excludes."""
    for path, text in material.files.items():
        for outer in re.finditer(rf"^( *){_APPLIES}\n(?: +\w+: .*\n)*? +blocks:\n", text, re.MULTILINE):
            axis, given = outer[2], {name.strip() for name in outer[3].split(",")}
            known = [str(value.id) for value in material.manual.axes[axis].values]
            others = [name for name in known if name not in given]
            inner = re.compile(r"^( +)- type: (?:paragraph|note|procedure)\n +id: [\w-]+\n", re.MULTILINE)
            for block in inner.finditer(text, outer.end()):
                between = text[outer.end() : block.start()]
                if re.search(rf"^ {{0,{len(outer[1]) - 1}}}\S", between, re.MULTILINE):
                    break
                line = f"{block[1]}  applies_to: {{{axis}: [{others[0]}]}}\n"
                yield span_edit(path, block, block[0] + line)


def _applies(owners: tuple[object, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for owner in owners:
        if isinstance(owner, Applicable):
            found |= {str(axis): {*map(str, values)} for axis, values in owner.applies_to.items()}
    return found


def reference_elsewhere(material: DataMaterial) -> Iterator[Edit]:
    """Let a text for one variant refer to a step that only the other variant has."""
    steps: dict[str, list[tuple[str, set[str]]]] = {}
    for piece, _, _ in material.pieces:
        for axis, values in _applies(piece.owners).items():
            for owner in piece.owners:
                if isinstance(owner, Step) and owner.id in material.manual.places:
                    steps.setdefault(axis, []).append((str(owner.id), values))
    for piece, path, match in material.pieces:
        for axis, values in _applies(piece.owners).items():
            others = [name for name, theirs in steps.get(axis, ()) if not theirs & values]
            if others and piece.target.endswith("."):
                other = Random(piece.key).choice(others)
                yield source_edit(path, match, piece, f"{piece.target} See {{ref}}`{other}`.")


def open_removed(material: DataMaterial) -> Iterator[Edit]:
    """Take away the open input that keeps a finding a notice."""
    for notice in material.notices:
        named = re.search(r"\(open: ([\w, -]+)\)$", notice.message)
        path = notice.location.path
        if named is None or path not in material.files:
            continue
        names = [name.strip() for name in named[1].split(",")]
        text = material.files[path]
        start = sum(map(len, text.splitlines(keepends=True)[: notice.location.line - 1]))
        match = re.compile(r",? *open: \[[\w, -]+\]").search(text, max(start - 300, 0), start + 600)
        while match and not any(name in match[0] for name in names):
            match = re.compile(r",? *open: \[[\w, -]+\]").search(text, match.end(), start + 600)
        if match:
            yield span_edit(path, match, "", name=notice.about)


def protected_before(material: DataMaterial) -> Iterator[Edit]:
    """Let a safety message protect a step that stands before it."""
    order = list(material.manual.places)
    for path, text in material.files.items():
        for match in re.finditer(r"\n +id: ([\w-]+)\n(?:(?! +- ).*\n)*? +protects: \[([\w-]+)", text):
            if match[1] not in order:
                continue
            steps = order[: order.index(match[1])]
            earlier = [n for n in steps if isinstance(material.manual.places[n].block, Step)]
            holders = [n for n in earlier if material.manual.places[n].number]
            for name in Random(match[1]).sample(holders, min(2, len(holders))):
                yield span_edit(path, match, name, 2, match[1])


def behind_the_step(material: DataMaterial) -> Iterator[Edit]:
    """Put what stands before a step's action behind it."""
    for path, text in material.files.items():
        for match in re.finditer(r"^( +)- id: [\w-]+\n +(before):\n(?= +- type: safety)", text, re.MULTILINE):
            step = re.compile(rf"(?:^{match[1]} .*\n)+", re.MULTILINE).match(
                text, text.index("\n", match.start()) + 1
            )
            if step and not re.search(rf"^{match[1]}  blocks:", step[0], re.MULTILINE):
                yield span_edit(path, match, "blocks", 2)


CLASSES = (
    data_fault(
        "applicability",
        "axis-value-misspelt",
        "something applies to a value that does not exist",
        spans(TEXTS, r"applies_to: \{\w+: \[([\w-]+)", misspelt),
    ),
    data_fault(
        "applicability",
        "axis-misspelt",
        "something applies to an axis that does not exist",
        spans(TEXTS, r"applies_to: \{(\w+):", misspelt),
    ),
    data_fault(
        "applicability",
        "axis-wrong",
        "something applies to a value of another axis",
        spans(TEXTS, r"applies_to: \{(?!network)\w+: \[([\w-]+)", "tn-tt"),
    ),
    data_fault(
        "applicability",
        "axis-empty",
        "something applies to nothing",
        spans(TEXTS, r"applies_to: \{\w+: \[([\w, -]+)\]", ""),
    ),
    data_fault(
        "applicability", "contradictory", "a block applies to what its section excludes", contradictory
    ),
    data_fault(
        "applicability",
        "reference-elsewhere",
        "a text refers to what its product does not have",
        reference_elsewhere,
    ),
    data_fault(
        "applicability", "open-removed", "a known contradiction is no longer an open input", open_removed
    ),
    data_fault(
        "applicability",
        "alternative-lost",
        "one of the alternatives is for another value",
        spans(
            MANUAL,
            r"^ +value: (tn-tt|it|seal-version-\d)$",
            lambda m, rng: "it" if m[1] == "tn-tt" else "tn-tt",
        ),
    ),
    fact_fault(
        "facts",
        "applicability-removed",
        "something now applies to every product",
        spans(TEXTS, r",? *applies_to: \{\w+: \[[\w, -]+\]\}(?=[\n}])", ""),
    ),
    data_fault(
        "safety",
        "protected-before",
        "a safety message protects a step that stands before it",
        protected_before,
    ),
    data_fault(
        "safety", "behind-the-step", "what must be read before a step stands behind it", behind_the_step
    ),
    fact_fault(
        "facts",
        "level-changed",
        "a safety message gets another level",
        spans(MANUAL, r"level: (\w+)$", lambda m, rng: "notice" if m[1] != "notice" else "danger"),
    ),
    fact_fault(
        "facts",
        "kind-of-message",
        "a prohibition becomes information",
        spans(MANUAL, r"kind: (prohibition|mandatory)", "information"),
    ),
)
