"""Names in roles: what was renamed between two texts that are otherwise the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from halo_docs.text.inline import Role

_ROLE = re.compile(r"\{([\w-]+)\}`([^`]*)`")


def renamed_roles(before: str, after: str) -> Mapping[Role, Role] | None:
    """Return the roles that have another target, old -> new; None where more than targets differ."""
    ours, theirs = _ROLE.split(before), _ROLE.split(after)
    if ours[0::3] != theirs[0::3] or ours[1::3] != theirs[1::3]:
        return None
    found: dict[Role, Role] = {}
    for name, old, new in zip(ours[1::3], ours[2::3], theirs[2::3], strict=True):
        if found.setdefault(Role(name, old), Role(name, new)).target != new:
            return None
    return {old: new for old, new in found.items() if old != new}


def with_roles(text: str, renamed: Mapping[Role, Role]) -> str:
    """Return a text with roles replaced."""
    return _ROLE.sub(lambda match: str(renamed.get(Role(match[1], match[2]), match[0])), text)
