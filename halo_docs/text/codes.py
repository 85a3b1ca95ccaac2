"""Finds in running text what no language changes: codes, abbreviations, letters, addresses, files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from halo_docs.text.wording import HOLE

_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>«»\"”\ufffc]+"  # URL
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)"  # IP address
    r"|(?<![\w.-])(?:[a-z0-9-]{2,}\.)+[a-z]{2,}(?![\w-])(?:/[^\s<>«»\"”,;]*)?"  # host
    r"|(?<![\w.-])[\w-]{2,}\.(?:pdf|svg|png|jpe?g|zip|json|xml|csv|txt|exe|apk|bin|html?)(?!\w)"
)
_ADDRESS_SIGN = re.compile(r"[^\W_]\.[^\W_]|@|:/")
"""A text without any of these has no address."""
_TOKEN = re.compile(r"[^\W_]+(?:(?:[-_]|\.(?=\w))[^\W_]+)*")
_IDEOGRAPH = r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]"
_SEAM = re.compile(rf"(?<={_IDEOGRAPH})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?={_IDEOGRAPH})")
"""Where a script without spaces meets a code."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What stands in a running text and must stand in every translation of it."""

    addresses: tuple[str, ...] = ()
    """Addresses of pages, hosts, networks and people, names of files."""
    codes: tuple[str, ...] = ()
    """What mixes capitals and digits, or has an underscore: IP66, 1.6J, A2-70."""
    abbreviations: tuple[str, ...] = ()
    """Two or more capitals without a digit, Roman numerals among them: LAN, III."""
    letters: tuple[str, ...] = ()
    """Single capitals that are no start of a sentence: type B."""
    possible_letters: tuple[str, ...] = ()
    """All single capitals; what they stand for is not certain."""
    rest: str = ""
    """The text with holes for its addresses and codes."""


@cache
def codes_in(text: str, units: frozenset[str] = frozenset()) -> Codes:
    """Return the codes of a running text.

    :param units: symbols of units, which are no codes.
    """
    has_address = _ADDRESS_SIGN.search(text) is not None
    addresses = [match[0].rstrip(".,;:!?)…") for match in _ADDRESS.finditer(text)] if has_address else []
    rest = _SEAM.sub(" ", _ADDRESS.sub(HOLE, text) if has_address else text)
    letters = [c for c in rest if c.isalpha()]
    if len(rest.split()) > 2 and letters and all(map(str.isupper, letters)):
        # Everything in capitals: a way of setting, no abbreviations.
        return Codes(tuple(addresses), rest=rest)
    found: dict[str, list[str]] = defaultdict(list)

    def look(match: re.Match[str]) -> str:
        token = match[0]
        for piece in _pieces(token) if token not in units else ():
            kind, code = _kind(piece, units)
            if kind:
                found[kind].append(code)
            elif len(piece) == 1 and piece.isupper():
                found["possible"].append(piece)
                if _is_letter(rest, match):
                    found["letters"].append(piece)
            if kind == "codes":
                token = token.replace(piece, HOLE)
        return token

    masked = _TOKEN.sub(look, rest)
    return Codes(
        tuple(addresses),
        codes=tuple(found["codes"]),
        abbreviations=tuple(found["abbreviations"]),
        letters=tuple(found["letters"]),
        possible_letters=tuple(found["possible"]),
        rest=masked,
    )


def _pieces(token: str) -> Iterator[str]:
    """Part a token at its hyphens, but not between capitals and digits: ``RFID-kort``, ``A2-70``."""
    waiting = ""
    for piece in token.split("-"):
        is_hard = piece == piece.upper()
        if waiting and is_hard:
            waiting += f"-{piece}"
            continue
        if waiting:
            yield waiting
        waiting = piece if is_hard else ""
        if not is_hard:
            yield piece
    if waiting:
        yield waiting


_ENDING = re.compile(r"(?<=[^\W\d_]{2})(?![A-Z])[^\W\d_]{1,3}$")


def _kind(piece: str, units: frozenset[str]) -> tuple[str, str]:
    """Return what a piece of a token is, and the piece without an ending: ``RCDs``, ``LANnal``."""
    if piece in units:
        return "", ""
    if "_" in piece or (any(map(str.isupper, piece)) and any(map(str.isdecimal, piece))):
        return "codes", piece
    ending = _ENDING.search(piece)
    stem = piece[: ending.start()] if ending and ending[0].islower() else piece
    if stem.isupper() and re.fullmatch(r"[^\W\d_]{2,}", stem.replace("-", "")):
        return "abbreviations", stem
    return "", ""


def _is_letter(text: str, match: re.Match[str]) -> bool:
    """Tell whether a single capital is surely a mark, and no first word, unit or initial."""
    before, after = text[: match.start()], text[match.end() :]
    if "-" in match[0] or after.startswith(("'", "’")):
        return False
    if text.strip() == match[0]:
        return True
    starts = not before.strip() or bool(re.search(r"[.!?:…]\W*$|[–—•]\s*$", before))
    follows_number = bool(re.search(rf"[\d{HOLE}][\s\u00a0\u202f]?$|[°·/]$", before))
    following = re.match(r"\.\s*([^\W\d_])", after)
    is_initial = following is not None and following[1].islower()
    return not (starts or follows_number or is_initial)
