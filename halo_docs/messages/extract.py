"""Lists every translatable text of a manual as a message with a stable context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath

from halo_docs.data.base import Data
from halo_docs.data.blocks import BaseBlock, Section
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.problems import Location
from halo_docs.text.inline import roles

PAGES_DOMAIN = "pages"
"""Catalog of the prose that somebody writes directly in MyST pages."""

FOREIGN_DOMAINS = ("sphinx", PAGES_DOMAIN)
"""Catalogs whose messages come from elsewhere than from the manual's data; Sphinx reads them itself."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate."""

    domain: str
    """Catalog that holds it: the stem of the YAML file."""
    key: str
    """Message context: id of the owner, a dot, the field."""
    source: str
    locations: tuple[Location, ...]
    comment: str
    """For translators: chapter, kind and roles; never a value, so that values may change."""


def domain_of(text: Text) -> str:
    """Return the catalog that a text belongs to."""
    return _stem(text.location.path)


@cache
def _stem(path: str) -> str:
    return PurePosixPath(path).stem


def messages(manual: Manual) -> tuple[Message, ...]:
    """Return the messages of a manual, each once, by catalog and in the order of the pages."""
    found: dict[tuple[str, str], Message] = {}
    for name, text, owners in manual.texts:
        if not text.is_translatable:
            continue
        message = Message(
            domain=domain_of(text),
            key=text.key,
            source=text.source,
            locations=(text.location,),
            comment=", ".join(_comment(name, text, owners)),
        )
        key = (message.domain, message.key)
        before = found.setdefault(key, message)
        if text.location not in before.locations:
            places = (*before.locations, text.location)
            found[key] = replace(before, locations=places)
    return tuple(sorted(found.values(), key=lambda message: message.domain))


def context(part: str, text: Text, owners: tuple[Data, ...]) -> Iterator[str]:
    """Yield where a text stands: its chapter or part, then the kind of what holds it, and the field."""
    chapter = next((owner for owner in owners if isinstance(owner, Section)), None)
    yield f"chapter: {chapter.id}" if chapter else part.replace("_", "-")
    block = next((owner for owner in reversed(owners) if isinstance(owner, BaseBlock)), None)
    kind = getattr(block, "type", None) or (type(block).__name__ if block else None)
    if kind:
        yield f"{kind.lower()}, {text.key.rsplit('.', 1)[-1]}"


def _comment(part: str, text: Text, owners: tuple[Data, ...]) -> Iterator[str]:
    yield from context(part, text, owners)
    shown = dict.fromkeys(role.outline for role in roles(text.source))
    if shown:
        yield f"shows {' '.join(shown)}"
