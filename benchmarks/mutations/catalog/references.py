"""References, addresses, labels of the interface, footnotes and literals."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.material import Change, Piece
from benchmarks.mutations.places import drawn_role, inserted, pick, without
from halo_docs.text.inline import Role


def lost(name: str) -> Change:
    """Return a change that leaves out a role of one kind."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target, name)
        return without(piece.target, str(role)) if role else None

    change.__name__ = f"lost_{name}"
    return change


def typed(name: str) -> Change:
    """Return a change that types what a role of one kind shows."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target, name)
        return piece.target.replace(str(role), piece.shown(role), 1) if role else None

    change.__name__ = f"typed_{name}"
    return change


def exchanged(name: str) -> Change:
    """Return a change that lets a role of one kind name another thing that exists."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target, name)
        others = [str(id) for id in piece.manual.targets(name) if role and id != role.target]
        other = pick(rng, others)
        return other and piece.target.replace(str(role), str(Role(name, other)), 1)

    change.__name__ = f"exchanged_{name}"
    return change


def added(new: str) -> Change:
    """Return a change that puts something between two words."""

    def change(piece: Piece, rng: Random) -> str | None:
        return inserted(rng, piece.target, new)

    change.__name__ = f"added_{new}"
    return change


def section_typed(piece: Piece, rng: Random) -> str | None:
    numbers = [place.number for place in piece.manual.places.values() if place.number and "." in place.number]
    return inserted(rng, piece.target, f"({rng.choice(numbers)})")


CLASSES = (
    mechanical("references", "ref-lost", "a reference is left out", lost("ref")),
    mechanical("references", "ref-exchanged", "a reference leads elsewhere", exchanged("ref")),
    mechanical("references", "ref-typed", "the number of a section is typed", typed("ref")),
    mechanical("references", "section-added", "the number of a section is added", section_typed),
    mechanical("references", "link-lost", "an address is left out", lost("link")),
    mechanical("references", "link-exchanged", "an address becomes another", exchanged("link")),
    mechanical("references", "link-typed", "an address is typed", typed("link")),
    mechanical("references", "footnote-lost", "the mark of a footnote is left out", lost("footnote")),
    mechanical("references", "footnote-exchanged", "a mark leads to another footnote", exchanged("footnote")),
    mechanical("references", "footnote-typed", "the mark of a footnote is typed", typed("footnote")),
    mechanical("literals", "ui-lost", "a label of the interface is left out", lost("ui")),
    mechanical("literals", "ui-exchanged", "a label of the interface becomes another", exchanged("ui")),
    mechanical("literals", "ui-typed", "a label of the interface is typed", typed("ui")),
    mechanical("literals", "literal-added", "a literal is added", added("`admin`")),
)
