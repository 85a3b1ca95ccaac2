"""Roles that are lost, added, renamed, exchanged or broken."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.material import Piece
from benchmarks.mutations.places import drawn_role, inserted, pick, without
from halo_docs.text.inline import Role


def lost(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    return without(piece.target, str(role)) if role else None


def misspelt(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    if role is None:
        return None
    at = rng.randrange(len(role.target))
    wrong = Role(role.name, role.target[:at] + role.target[at + 1 :] or "x")
    return piece.target.replace(str(role), str(wrong), 1)


def of_another_kind(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    if role is None:
        return None
    name = rng.choice([name for name in ("value", "ref", "ui", "term") if name != role.name])
    return piece.target.replace(str(role), str(Role(name, role.target)), 1)


def unknown_kind(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    wrong = role and Role(rng.choice(["valeur", "download", "raw", "include"]), role.target)
    return piece.target.replace(str(role), str(wrong), 1) if wrong else None


def added(piece: Piece, rng: Random) -> str | None:
    return inserted(rng, piece.target, str(Role("value", rng.choice([*piece.manual.values]))))


def doubled(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    return piece.target.replace(str(role), f"{role} {role}", 1) if role else None


def exchanged(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None:
        return None
    kind = piece.manual.values[role.target].kind
    others = [v.id for v in piece.manual.values.values() if v.kind == kind and v.id != role.target]
    other = pick(rng, others)
    return other and piece.target.replace(str(role), str(Role("value", other)), 1)


def unclosed(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    return piece.target.replace(str(role), str(role)[:-1], 1) if role else None


def without_braces(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    return piece.target.replace(str(role), f"`{role.target}`", 1) if role else None


def spaced(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target)
    return piece.target.replace(str(role), str(role).replace("}`", "} `"), 1) if role else None


CLASSES = (
    mechanical("roles", "role-lost", "a role is left out", lost),
    mechanical("roles", "role-misspelt", "a role names something that does not exist", misspelt),
    mechanical("roles", "role-kind", "a role becomes one of another kind", of_another_kind),
    mechanical("roles", "role-unknown", "a role becomes one that does not exist", unknown_kind),
    mechanical("roles", "role-added", "a value is put where the source has none", added),
    mechanical("roles", "role-doubled", "a role stands twice", doubled),
    mechanical("roles", "value-exchanged", "a value becomes another of its kind", exchanged),
    mechanical("roles", "role-unclosed", "the last backquote of a role is left out", unclosed),
    mechanical("roles", "role-without-braces", "a role loses its name", without_braces),
    mechanical("roles", "role-spaced", "a space parts name and target of a role", spaced),
)
