"""Which characters a text is made of: letters of other alphabets, and what a wrong encoding leaves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html.entities import html5

_WORD = re.compile(r"[^\W_]+")
_ALPHABETS = {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN"}
"""Scripts with letters that look alike and never share a word."""
_USUAL_FORMS = "…™№″‴‑\u00a0\u202f"
"""Signs that are no letter or figure of their own and yet usual."""
_DOUBLES = "∶∕⁄∗꞉․"
"""Signs that look like a mark of every keyboard."""


def strangers(text: str, letters: str, source: str) -> Iterator[str]:
    """Yield what is wrong with the letters, figures and signs of a running text.

    :param letters: letters of the language besides a–z, lower case.
    :param source: the text that it translates; what that has is right.
    """
    text, source = (unicodedata.normalize("NFC", t) for t in (text, source))
    for character in dict.fromkeys(text):
        if character.isascii() or character in source:
            continue
        if not _is_known(character, letters):
            yield f"{_shown(character)} is not of this language{_in_word(character, text)}"


def pictures(text: str) -> Iterator[str]:
    """Yield pictographs, and the signs that stand in for something that was lost, each once."""
    for character in dict.fromkeys(text):
        if character in "\ufffc\ufffd" or character >= "\U0001f000":
            yield character


def mixtures(text: str, source: str) -> Iterator[str]:
    """Yield the words of a running text that mix alphabets with letters that look alike."""
    for word in dict.fromkeys(_WORD.findall(text)):
        if not word.isascii() and word not in source:
            scripts = sorted({_script(character) for character in word} & _ALPHABETS)
            if len(scripts) > 1:
                yield f'"{word}" mixes {" and ".join(map(str.capitalize, scripts))} letters'


@cache
def _is_known(character: str, letters: str) -> bool:
    category = unicodedata.category(character)
    if category[0] in "LMN":
        return character in letters or character.lower() in letters
    is_form = unicodedata.normalize("NFKC", character) != character and character not in _USUAL_FORMS
    return not (is_form and category[0] != "Z") and character not in _DOUBLES


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _shown(character: str) -> str:
    name = unicodedata.name(character, "no name").lower()
    return f'"{character}" (U+{ord(character):04X}, {name})'


def _in_word(character: str, text: str) -> str:
    word = next((word for word in _WORD.findall(text) if character in word and word != character), "")
    return f', in "{word}"' if word else ""


_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_ENCODINGS = ("cp1252", "mac_roman")
_LEFT = re.compile(
    r"\ufffd"
    r"|&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]{2,8}\d*);"
    r"|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2})"
    r"|(?:%[cC][23]%[\da-fA-F]{2})+|(?:=C[23]=[\dA-F]{2})+"
    r"|(?<=[^\W\d_])\?(?=[^\W\d_])"
)


_LONGEST = 24
"""Characters of a remnant that are looked at together: six letters of four bytes."""


def mojibake(text: str, letters: str) -> Iterator[tuple[str, str]]:
    """Yield what a wrong encoding left in a text, each with what it stands for ("" if unknown).

    A run of characters is such a remnant when its bytes in an older encoding are UTF-8 for
    something that the language can have.

    :param letters: letters of the language besides a–z, lower case.
    """
    for match in _RUN.finditer(text):
        for start in range(len(match[0]) - 1):
            found = _decoded(match[0][start : start + _LONGEST], letters)
            before = text[: match.start() + start][-1:]
            if found and not _ends_capitals(before, found[0], letters):
                yield found
                break
    for match in _LEFT.finditer(text):
        if match[0][0] != "&" or match[0][1] == "#" or match[0][1:] in html5:
            yield match[0], ""


def _ends_capitals(before: str, run: str, letters: str) -> bool:
    """Tell whether a run is but the last letter of a word in capitals and a quotation mark."""
    return (
        before.isupper()
        and len(run) == 2
        and run[0].isupper()
        and run[0].lower() in letters
        and run[1] in "’‘“”„»«"
    )


def _decoded(run: str, letters: str) -> tuple[str, str] | None:
    """Return the longest beginning of ``run`` that is UTF-8 in disguise, with what it stands for."""
    for encoding in _ENCODINGS:
        for end in range(len(run), 1, -1):
            octets = _octets(run[:end], encoding)
            try:
                read = octets.decode("utf-8") if octets else ""
            except UnicodeDecodeError:
                continue
            if read and all(_is_likely(character, letters) for character in read):
                return run[:end], read
    return None


def _octets(run: str, encoding: str) -> bytes | None:
    """Return the bytes of a run in an older encoding; control characters stand for themselves."""
    octets = bytearray()
    for character in run:
        try:
            octets += character.encode(encoding)
        except UnicodeEncodeError:
            if not "\x80" <= character <= "\x9f":
                return None
            octets.append(ord(character))
    return bytes(octets)


def _is_likely(character: str, letters: str) -> bool:
    """Tell whether a text of the language may have a character: its letters, Western signs, dashes."""
    return (
        character.lower() in letters
        or "\u0080" <= character <= "\u00ff"
        or "\u2000" <= character <= "\u22ff"
        or character in "\ufeff\ufffd"
    )
