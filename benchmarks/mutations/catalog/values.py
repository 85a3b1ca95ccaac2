"""Values that are typed by hand in the place of their role, or beside it; right and wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.material import Change, Piece
from benchmarks.mutations.places import drawn_role
from halo_docs.text.quantities import EN_DASH, MINUS, NO_BREAK_SPACE

OTHER_UNITS = {
    "mm": "cm", "cm": "mm", "m": "mm", "A": "mA", "mA": "A", "kA": "A", "V": "kV", "kV": "V",
    "kW": "W", "MHz": "GHz", "GHz": "MHz", "Hz": "kHz", "mm²": "mm", "kg": "g", "s": "min",
    "min": "s", "°C": "°F", "N·m": "Nm", "dBm": "dB", "kA²s": "kA", "%": "°",
}  # fmt: skip
"""A unit and what somebody might write for it."""


def _shifted(match: re.Match[str]) -> str:
    """Move the decimal mark one place to the left."""
    whole = match[1][:-1] or "0"
    return whole + match[2] + match[1][-1]


def typed_as(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    """Return a change that types a value and spoils it where a pattern matches."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target, "value")
        if role is None:
            return None
        shown = piece.shown(role)
        wrong = re.sub(pattern, new, shown, count=1)
        return piece.target.replace(str(role), wrong, 1) if wrong != shown else None

    change.__name__ = f"typed_as_{pattern}"
    return change


def typed(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    return piece.target.replace(str(role), piece.shown(role), 1) if role else None


def in_the_form_of_the_source(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None:
        return None
    source = piece.manual.languages[piece.manual.identity.source_language]
    shown = piece.shown(role, source)
    return piece.target.replace(str(role), shown, 1) if shown != piece.shown(role) else None


def with_another_digit(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    shown = another_digit(piece.shown(role), rng) if role else None
    return piece.target.replace(str(role), shown, 1) if shown else None


def another_digit(text: str, rng: Random) -> str | None:
    """Return a text with one digit changed, never to a leading zero."""
    places = [i for i, character in enumerate(text) if character in "123456789"]
    if not places:
        return None
    at = rng.choice(places)
    digit = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def another_unit(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None:
        return None
    number, space, unit = piece.shown(role).rpartition(NO_BREAK_SPACE)
    if unit not in OTHER_UNITS:
        return None
    return piece.target.replace(str(role), number + space + OTHER_UNITS[unit], 1)


def wrong_mark(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None:
        return None
    shown = piece.shown(role)
    wrong = re.sub(r"(?<=\d)[.,](?=\d)", lambda m: "," if m[0] == "." else ".", shown)
    return piece.target.replace(str(role), wrong, 1) if wrong != shown else None


def range_swapped(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None or piece.manual.values[role.target].range is None:
        return None
    wrong = re.sub(rf"([\d.,]+){EN_DASH}([\d.,]+)", rf"\2{EN_DASH}\1", piece.shown(role))
    return piece.target.replace(str(role), wrong, 1)


def beside(kept: str) -> Change:
    """Return a change that keeps the role and types a figure behind it."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target, "value")
        return piece.target.replace(str(role), f"{role} {kept}", 1) if role else None

    change.__name__ = f"beside_{kept}"
    return change


def another_code(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None or piece.manual.values[role.target].code is None:
        return None
    wrong = another_digit(piece.shown(role), rng)
    return piece.target.replace(str(role), wrong, 1) if wrong else None


def another_literal(piece: Piece, rng: Random) -> str | None:
    role = drawn_role(rng, piece.target, "value")
    if role is None or piece.manual.values[role.target].literal is None:
        return None
    shown = piece.shown(role)
    wrong = another_digit(shown, rng) or shown.swapcase()
    return piece.target.replace(str(role), f"`{wrong}`", 1)


_N = NO_BREAK_SPACE
CLASSES = (
    mechanical("values", "value-typed", "a value is typed as it would be shown", typed),
    mechanical(
        "values", "value-typed-as-source", "… in the form of the source language", in_the_form_of_the_source
    ),
    mechanical("values", "value-digit", "… with another digit", with_another_digit),
    mechanical(
        "values", "decimal-shifted", "… with the decimal mark moved", typed_as(r"(\d+)([.,])(?=\d)", _shifted)
    ),
    mechanical("values", "decimal-lost", "… without its decimal mark", typed_as(r"(?<=\d)[.,](?=\d)", "")),
    mechanical("values", "decimal-mark", "… with another language’s decimal mark", wrong_mark),
    mechanical(
        "values",
        "thousands-comma",
        "… with a comma between thousands",
        typed_as(r"\b(\d)(\d{3})\b", r"\1,\2"),
    ),
    mechanical(
        "values",
        "thousands-point",
        "… with a point between thousands",
        typed_as(r"\b(\d)(\d{3})\b", r"\1.\2"),
    ),
    mechanical("values", "unit-changed", "… with another unit", another_unit),
    mechanical("values", "unit-lost", "… without its unit", typed_as(rf"(?<=\d){_N}\D+$", "")),
    mechanical("values", "unit-joined", "… without the space before the unit", typed_as(rf"(?<=\d){_N}", "")),
    mechanical("values", "sign-lost", "… without its minus sign", typed_as(MINUS, "")),
    mechanical("values", "minus-hyphen", "… with a hyphen as minus sign", typed_as(MINUS, "-")),
    mechanical("values", "range-swapped", "… with minimum and maximum exchanged", range_swapped),
    mechanical("values", "range-hyphen", "… with a hyphen in the range", typed_as(EN_DASH, "-")),
    mechanical("values", "value-beside", "a value is typed beside its role", beside(f"(12{_N}mm)")),
    mechanical("values", "value-beside-ungrouped", "a figure is typed beside a role", beside("(2.500)")),
    mechanical("values", "code-changed", "a code of a standard is typed with another digit", another_code),
    mechanical("values", "literal-changed", "an address or name is typed with a fault", another_literal),
)
