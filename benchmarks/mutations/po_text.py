"""Changes one message in the text of a catalog and leaves every other byte alone."""

from __future__ import annotations

import json
import re

_TARGET = re.compile(r"^msgstr .*\Z", re.MULTILINE | re.DOTALL)
_SOURCE = re.compile(r"^msgid .*?(?=^msgstr )", re.MULTILINE | re.DOTALL)
_FLAGS = re.compile(r"^#,.*\n", re.MULTILINE)
_CONTEXT = re.compile(r"^msgctxt ", re.MULTILINE)

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote(text: str) -> str:
    """Return a text as gettext writes it."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def block(text: str, key: str) -> str:
    """Return the lines of a message, without the blank line after them."""
    wanted = f"\nmsgctxt {json.dumps(key, ensure_ascii=False)}\n"
    return next(part for part in text.rstrip("\n").split("\n\n") if wanted in f"\n{part}\n")


def with_block(text: str, key: str, new: str) -> str:
    """Return the catalog with other lines for a message; without them when ``new`` is empty."""
    old = block(text, key)
    return text.replace(f"{old}\n", f"{new}\n" if new else "", 1)


def with_target(text: str, key: str, target: str) -> str:
    """Return the catalog with another translation of a message."""
    old = block(text, key)
    return with_block(text, key, _TARGET.sub(lambda _: f"msgstr {quote(target)}", old))


def with_raw_target(text: str, key: str, raw: str) -> str:
    """Return the catalog with what stands between the quotes of a translation taken as it is."""
    old = block(text, key)
    return with_block(text, key, _TARGET.sub(lambda _: f'msgstr "{raw}"', old))


def with_source(text: str, key: str, source: str) -> str:
    """Return the catalog with another source text of a message."""
    old = block(text, key)
    return with_block(text, key, _SOURCE.sub(lambda _: f"msgid {quote(source)}\n", old))


def with_key(text: str, key: str, new: str) -> str:
    """Return the catalog with another context of a message."""
    old = block(text, key)
    return with_block(text, key, old.replace(f"msgctxt {json.dumps(key)}", f"msgctxt {json.dumps(new)}"))


def fuzzy(text: str, key: str) -> str:
    """Return the catalog with a message marked as fuzzy."""
    old = block(text, key)
    return with_block(text, key, _CONTEXT.sub("#, fuzzy\nmsgctxt ", _FLAGS.sub("", old), count=1))


def obsolete(text: str, key: str) -> str:
    """Return the catalog with a message retired."""
    old = block(text, key)
    return with_block(text, key, "\n".join(f"#~ {line}" for line in old.split("\n") if line[0] != "#"))
