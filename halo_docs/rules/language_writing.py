"""A language brings its word lists.

Without locales/<language>/writing.yaml, checks of meaning and typography have nothing to go by and are
silent: a lost negation, an exchanged before and after, or a wrong quotation mark stays unseen.

Bad:  a language in languages.yaml, and no writing.yaml in its folder
Good: a writing.yaml with the lists that docs/project/rules.md speaks of
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.data.scalars import NOWHERE
from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the languages without word lists."""
    lists = ", ".join(name for name in Writing.model_fields if name != "location")
    for language in manual.languages.values():
        if manual.writing[str(language.id)].location == NOWHERE:
            message = (
                f"no locales/{language.id}/writing.yaml; without it, nothing is checked that uses {lists}"
            )
            yield found(language.id, message)


RULE = Rule("language-writing", Severity.NOTICE, Manual, find)
