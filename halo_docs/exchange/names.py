"""Names of messages as XML wants them: an NMTOKEN of catalog and key, which can be read back."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^A-Za-z0-9.-]")
_ESCAPE = re.compile(r"_([0-9a-f]+)_")
_NAME = re.compile(r"(?:[A-Za-z0-9.-]|_[0-9a-f]+_)+")


def token(name: str) -> str:
    """Return a name with every character that is no plain letter, digit, point or hyphen as ``_code_``."""
    return _OTHER.sub(lambda match: f"_{ord(match[0]):x}_", name)


def unit_id(domain: str, key: str) -> str:
    """Return the id of a message: ``05-installation:reassembly-screws.text``."""
    return f"{token(domain)}:{token(key)}"


def message_of(unit: str) -> tuple[str, str] | None:
    """Return catalog and key of a unit's id, or None when it is no id of ours."""
    parts = unit.split(":")
    if len(parts) != 2 or not all(_NAME.fullmatch(part) for part in parts):
        return None
    domain, key = (_ESCAPE.sub(_character, part) for part in parts)
    return (domain, key) if unit_id(domain, key) == unit else None


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
