"""An address is safe to follow and is what it looks like.

Readers follow addresses of a manual without a second look, from paper too. They are https, with http
for an address in the reader's own network only, or mail and telephone; they carry no password, no
spaces and no letters that look like others; what is printed belongs to where it leads.

Bad:  `url: http://user:secret@example.org/`
Good: `url: https://example.org/`
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from halo_docs.data.facts import Link
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Plain
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found
from halo_docs.text.characters import hidden_characters, lookalikes

_LOOKS_LIKE_AN_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what is wrong with the addresses."""
    for link in manual.links.values():
        for address in (link.url, *link.urls.values()):
            for fault in _faults(address):
                yield Finding(address.location, f'"{address}" {fault}', str(link.id))
        yield from _printed(link)


def _faults(address: Plain) -> Iterator[str]:
    if re.search(r"\s", address):
        yield "has a space"
    for character in dict.fromkeys([*hidden_characters(address), *lookalikes(address)]):
        yield f"has a letter that looks like another: U+{ord(character):04X}"
    try:
        parts = urlsplit(address)
    except ValueError as error:
        yield f"is no address: {error}"
        return
    if parts.username is not None or parts.password is not None:
        yield "carries a user name"
    match parts.scheme:
        case "mailto" | "tel":
            if not parts.path:
                yield "leads nowhere"
        case "https" | "http":
            if not parts.hostname:
                yield "names no host"
            elif parts.scheme == "http" and not _is_literal(parts):
                yield "is not encrypted; use https"
        case scheme:
            yield f'begins with "{scheme}:"; https, mailto and tel are allowed' if scheme else "has no scheme"


def _is_literal(parts: SplitResult) -> bool:
    """Tell whether the host is an IP address, as devices in the reader's own network have it."""
    try:
        return bool(ipaddress.ip_address(parts.hostname or ""))
    except ValueError:
        return False


def _printed(link: Link) -> Iterator[Finding]:
    if link.text is None or not _LOOKS_LIKE_AN_ADDRESS.fullmatch(link.text):
        return
    for address in (link.url, *link.urls.values()):
        if link.text.rstrip("/") not in address:
            yield found(link.text, f'"{link.id}" is printed as {link.text}, but leads to {address}')


RULE = Rule("link-address", Severity.ERROR, Manual, find)
