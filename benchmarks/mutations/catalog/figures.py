"""Figures, product numbers, protocols and codes that stand in the text itself."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.catalog.messages import meaning, mechanical
from benchmarks.mutations.catalog.values import another_digit
from benchmarks.mutations.material import Change, Piece
from benchmarks.mutations.places import drawn_role, inserted, matches, pick, replaced, spoiled
from halo_docs.text.inline import Role

_FIGURE = r"(?<![\w.,])\d+(?![\w.,]*\w)"
_CODE = r"\b[A-Z]{2,}[\dA-Z]*\d[\dA-Za-z.]*\b"


def changed(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, _FIGURE, lambda match: another_digit(match[0], rng) or "9")


def lost(piece: Piece, rng: Random) -> str | None:
    shorter = spoiled(rng, piece.target, rf"{_FIGURE} ?", "")
    return shorter and shorter.strip()


def added_of(new: str) -> Change:
    """Return a change that puts something between two words."""

    def change(piece: Piece, rng: Random) -> str | None:
        return inserted(rng, piece.target, new)

    change.__name__ = f"added_{new}"
    return change


def products_typed(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "products")
    return piece.target.replace(str(role), piece.shown(role), 1) if role else None


def product_digit(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "products")
    wrong = another_digit(piece.shown(role), rng) if role else None
    return piece.target.replace(str(role), wrong, 1) if wrong else None


def product_dropped(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "products")
    if role is None:
        return None
    shown = piece.shown(role)
    return piece.target.replace(str(role), re.sub(r"\d{5,}, ", "", shown, count=1), 1)


def product_added(piece: Piece, rng: Random) -> str | None:
    return inserted(rng, piece.target, f"({rng.choice([*piece.manual.products])})")


def products_exchanged(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "products", "variant")
    if role is None:
        return None
    axis = next(a for a in piece.manual.axes.values() if role.target in {str(v.id) for v in a.values})
    other = pick(rng, [str(v.id) for v in axis.values if v.id != role.target])
    return other and piece.target.replace(str(role), str(Role(role.name, other)), 1)


def variant_typed(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "variant")
    return piece.target.replace(str(role), piece.shown(role), 1) if role else None


def _version(name: str) -> str:
    return re.sub(r"\d+(?:\.\d+)*\w*", lambda m: "2.0" if not m[0].startswith("2.0") else "3.1", name)


def protocol_version(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "variant")
    if role is not None and _version(piece.shown(role)) != piece.shown(role):
        return piece.target.replace(str(role), _version(piece.shown(role)), 1)
    return spoiled(rng, piece.target, r"\b[A-Z]{3,} \d+(?:\.\d+)+\w*", lambda match: _version(match[0]))


def protocol_exchanged(piece: Piece, rng: Random) -> str | None:
    names = [v.name.source.split()[0] for v in piece.manual.axes["protocol"].values]
    found = pick(rng, matches("|".join(map(re.escape, names)), piece.target))
    if found is None:
        return None
    return replaced(piece.target, found, next(name for name in names if name != found[0]))


def code_changed(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, _CODE, lambda match: another_digit(match[0], rng) or "X9")


def code_lost(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, rf" {_CODE}", "")


def acronym_changed(piece: Piece, rng: Random) -> str | None:
    def swapped(match: re.Match[str]) -> str:
        return match[0][1] + match[0][0] + match[0][2:]

    kept = [m for m in matches(r"\b[A-Z]{3,}\b", piece.target) if m[0] in piece.source]
    found = pick(rng, [m for m in kept if swapped(m) != m[0]])
    return found and replaced(piece.target, found, swapped(found))


def name_changed(piece: Piece, rng: Random) -> str | None:
    names = "|".join(sorted(piece.manual.identity.product.split(), key=len, reverse=True))
    return spoiled(rng, piece.target, rf"\b(?:{names})\b", lambda match: match[0][:-1] + "os")


CLASSES = (
    mechanical("values", "figure-changed", "a digit in the text becomes another", changed),
    mechanical("values", "figure-lost", "a figure in the text is left out", lost),
    mechanical("values", "figure-added", "a figure is added", added_of("3")),
    mechanical("values", "quantity-added", "a figure with its unit is added", added_of("12\u00a0mm")),
    mechanical(
        "products", "products-typed", "product numbers are typed in place of their role", products_typed
    ),
    mechanical("products", "product-digit", "… with another digit", product_digit),
    mechanical("products", "product-dropped", "… with one left out", product_dropped),
    mechanical("products", "product-added", "a product number is added", product_added),
    mechanical(
        "products",
        "variant-exchanged",
        "a variant or its products become the other one’s",
        products_exchanged,
    ),
    mechanical(
        "protocols", "variant-typed", "the name of a variant is typed in place of its role", variant_typed
    ),
    mechanical("protocols", "protocol-version", "a protocol gets another version", protocol_version),
    mechanical("protocols", "protocol-exchanged", "a protocol’s name becomes another’s", protocol_exchanged),
    mechanical("protocols", "code-figure", "a designation in the text gets another digit", code_changed),
    mechanical("protocols", "code-lost", "a designation in the text is left out", code_lost),
    mechanical("protocols", "code-added", "a designation is added", added_of("IP54")),
    meaning("names", "acronym-changed", "two letters of an abbreviation change places", acronym_changed),
    meaning("names", "name-changed", "the product’s name is misspelt", name_changed),
)
