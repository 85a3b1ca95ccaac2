"""Spaces, quotation marks, apostrophes, dashes, brackets, ends and capitals."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, LanguageMaterial, Piece
from benchmarks.mutations.places import matches, pick, replaced, spoiled, words_of

_NBSP = "[\u00a0\u202f]"


def one(pattern: str, new: str) -> Change:
    """Return a change that replaces one match of a pattern."""

    def change(piece: Piece, rng: Random) -> str | None:
        return spoiled(rng, piece.target, pattern, new)

    change.__name__ = f"one_{pattern}_{new}"
    return change


def both(before: str, after: str, opening: str, closing: str) -> Change:
    """Return a change that puts other quotation marks."""

    def change(piece: Piece, rng: Random) -> str | None:
        inner = re.search(f"{before}(.+?){after}", piece.target)
        return inner and replaced(piece.target, inner, opening + inner[1] + closing)

    change.__name__ = f"both_{opening}"
    return change


def at_the_end(pattern: str, new: str) -> Change:
    """Return a change of the end of a text whose source ends alike."""

    def change(piece: Piece, rng: Random) -> str | None:
        if not (re.search(rf"{pattern}\Z", piece.source) and re.search(rf"{pattern}\Z", piece.target)):
            return None
        return re.sub(rf"{_NBSP}?{pattern}\Z", new, piece.target)

    change.__name__ = f"end_{pattern}_{new}"
    return change


def edge_space(piece: Piece, rng: Random) -> str | None:
    return rng.choice([f" {piece.target}", f"{piece.target} ", f"{piece.target}\u00a0"])


def end_added(piece: Piece, rng: Random) -> str | None:
    plain = re.search(r"\w\Z", piece.source) and re.search(r"\w\Z", piece.target)
    return f"{piece.target}." if plain else None


def doubled_word(piece: Piece, rng: Random) -> str | None:
    word = pick(rng, [*words_of(piece.target)])
    return word and replaced(piece.target, word, f"{word[0]} {word[0].lower()}")


def capital_lost(piece: Piece, rng: Random) -> str | None:
    if not re.match(r"[^\W\d_][^\W\d_]", piece.target) or not piece.source[:1].isupper():
        return None
    word = piece.source.split(" ")[0]
    if piece.source[-1] not in ".!?" and (not re.fullmatch(r"[A-Z][a-z]+", word) or word in piece.target):
        # A name has its capital wherever it stands: the other language may begin with a common word.
        return None
    first = piece.target[0]
    return first.lower() + piece.target[1:] if first.isupper() and piece.target[1].islower() else None


def capital_lost_within(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, r"(?<=[.!?] )[^\W\d_](?=[^\W\d_])", lambda match: match[0].lower())


def bracket_lost(piece: Piece, rng: Random) -> str | None:
    found = [m for m in matches(r"[()]", piece.target) if piece.target.count("(") == piece.target.count(")")]
    bracket = pick(rng, found)
    return bracket and replaced(piece.target, bracket, "")


TYPOGRAPHY: tuple[tuple[str, str, Change], ...] = (
    ("no-break-space-lost", "a no-break space is left out", one(rf"{_NBSP}(?=[:;!?»])|(?<=«){_NBSP}", "")),
    ("no-break-space-ordinary", "a no-break space becomes an ordinary one", one(_NBSP, " ")),
    ("apostrophe-straight", "a straight apostrophe", one("’", "'")),
    ("apostrophe-accent", "an accent for an apostrophe", one("’", "´")),
    ("apostrophe-opening", "an opening mark for an apostrophe", one("’", "‘")),
    ("apostrophe-spaced", "a space behind an apostrophe", one(r"’(?=\w)", "’ ")),
    ("quotes-straight", "straight quotation marks", both("[«“„»”] ?", " ?[»”“«]", '"', '"')),
    ("quotes-of-another-language", "quotation marks of another language", both("« ?", " ?»", "„", "“")),
    ("quote-lost", "one quotation mark is left out", one(rf"{_NBSP}»|«{_NBSP}", "")),
    ("double-space", "two spaces", one(r"(?<=\w) (?=\w)", "  ")),
    ("edge-space", "a space at the edge", edge_space),
    ("space-before-comma", "a space before a comma", one(r"(?<=\w), ", " , ")),
    ("space-before-full-stop", "a space before a full stop", one(r"(?<=\w)\.(?= |\Z)", " .")),
    ("space-behind-comma-lost", "no space behind a comma", one(r"(?<=[^\W\d]), (?=[^\W\d])", ",")),
    ("space-behind-full-stop-lost", "no space between sentences", one(r"(?<=\w)\. (?=[A-ZÀ-Ý])", ".")),
    ("space-in-bracket", "a space inside a bracket", one(r"\((?=\w)", "( ")),
    ("doubled-comma", "two commas", one(r", ", ",, ")),
    ("doubled-full-stop", "two full stops", at_the_end(r"\.", "..")),
    ("full-stop-lost", "the last full stop is left out", at_the_end(r"\.", "")),
    ("colon-lost", "the last colon is left out", at_the_end(":", "")),
    ("full-stop-to-colon", "the last full stop becomes a colon", at_the_end(r"\.", "\u00a0:")),
    ("colon-to-full-stop", "the last colon becomes a full stop", at_the_end(":", ".")),
    ("full-stop-to-exclamation", "the last full stop becomes an exclamation", at_the_end(r"\.", "\u00a0!")),
    ("full-stop-added", "a full stop behind a heading or label", end_added),
    ("ellipsis", "the end becomes three full stops", at_the_end(r"\.", "...")),
    ("capital-lost", "the first letter becomes small", capital_lost),
    ("capital-lost-within", "the first letter of a later sentence becomes small", capital_lost_within),
    ("bracket-lost", "one bracket is left out", bracket_lost),
    ("doubled-word", "a word stands twice", doubled_word),
    ("times-letter", "an x for a multiplication sign", one("×", "x")),
    ("dash-hyphen", "a hyphen for a dash", one("[–—]", "-")),
    ("range-hyphen-in-text", "a hyphen for a range in words", one(r"(?<=\d) à (?=\d)", "-")),
)  # fmt: skip
"""Id, what is done, the change."""


def _classes() -> tuple[FaultClass[LanguageMaterial], ...]:
    return tuple(mechanical("typography", *case) for case in TYPOGRAPHY)


CLASSES = _classes()
