"""Characters that nobody sees, that look like others, or that a wrong encoding left behind."""

from __future__ import annotations

import unicodedata
from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, LanguageMaterial, Piece
from benchmarks.mutations.places import spoiled

_IN_WORD = r"(?<=[^\W\d_])(?=[^\W\d_])"


def hidden(character: str) -> Change:
    """Return a change that puts a character into a word."""

    def change(piece: Piece, rng: Random) -> str | None:
        return spoiled(rng, piece.target, _IN_WORD, character)

    change.__name__ = f"hidden_{ord(character):04x}"
    return change


def exchanged(letters: str, others: str) -> Change:
    """Return a change that puts a letter that looks alike."""
    table = dict(zip(letters, others, strict=True))

    def change(piece: Piece, rng: Random) -> str | None:
        return spoiled(rng, piece.target, f"[{letters}]", lambda match: table[match[0]])

    change.__name__ = f"exchanged_{letters}"
    return change


def mojibake(piece: Piece, rng: Random) -> str | None:
    def wrong(letter: str) -> str:
        return letter.encode().decode("cp1252", "replace")

    return spoiled(rng, piece.target, r"[à-öø-ÿÀ-ÖØ-Þœ’«»]", lambda match: wrong(match[0]))


def question_marks(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, r"(?<=\w)[à-öø-ÿ](?=\w)", "?")


def decomposed(piece: Piece, rng: Random) -> str | None:
    def apart(letter: str) -> str:
        return unicodedata.normalize("NFD", letter)

    return spoiled(rng, piece.target, r"[à-åç-öù-ýÿ]", lambda match: apart(match[0]))


def fullwidth(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, r"[a-z]", lambda match: chr(ord(match[0]) + 0xFEE0))


def ligature(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, "fi|fl", lambda match: "ﬁ" if match[0] == "fi" else "ﬂ")


CHARACTERS: tuple[tuple[str, str, Change], ...] = (
    ("control-character", "a control character (U+0007)", hidden("\x07")),
    ("c1-control", "a control character (U+0085)", hidden("\x85")),
    ("tab", "a tabulator in a word gap", hidden("\t")),
    ("bidi-override", "a direction override (U+202E)", hidden("\u202e")),
    ("bidi-isolate", "a direction isolate (U+2067)", hidden("\u2067")),
    ("zero-width-space", "a zero-width space (U+200B)", hidden("\u200b")),
    ("zero-width-joiner", "a zero-width joiner (U+200D)", hidden("\u200d")),
    ("byte-order-mark", "a byte order mark (U+FEFF)", hidden("\ufeff")),
    ("private-use", "a private-use character (U+E000)", hidden("\ue000")),
    ("replacement", "a replacement character (U+FFFD)", hidden("\ufffd")),
    ("object-replacement", "an object replacement character (U+FFFC)", hidden("\ufffc")),
    ("line-separator", "a line separator (U+2028)", hidden("\u2028")),
    ("combining-mark", "an accent of its own (U+0301)", hidden("\u0301")),
    ("emoji", "a pictogram", hidden("\U0001f50c")),
    ("homoglyph-cyrillic", "a Cyrillic letter", exchanged("aceopx", "асеорх")),
    ("homoglyph-greek", "a Greek letter", exchanged("ovn", "ονη")),
    ("homoglyph-capital", "a Cyrillic capital", exchanged("ACEHMOPT", "АСЕНМОРТ")),
    ("letter-of-another-language", "a letter that the language does not have", exchanged("lnos", "łńőş")),
    ("letter-for-digit", "a digit for a letter", exchanged("oO", "00")),
    ("mojibake", "a letter read in a wrong encoding", mojibake),
    ("question-mark", "a letter lost in a wrong encoding", question_marks),
    ("not-nfc", "a letter taken apart (not NFC)", decomposed),
    ("fullwidth", "a full-width letter", fullwidth),
    ("ligature", "a ligature of typesetting", ligature),
)
"""Id, what is done, the change."""


def _classes() -> tuple[FaultClass[LanguageMaterial], ...]:
    return tuple(mechanical("characters", *case) for case in CHARACTERS)


CLASSES = _classes()
