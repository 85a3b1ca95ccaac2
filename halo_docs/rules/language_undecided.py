"""Somebody has decided what only a person can decide of a language.

Signal words, separators, writing rules and terms of a language that was begun are provisional. Each
stands under `undecided` in languages.yaml until a person has decided it; pages mark provisional signal
words, and a language with something undecided cannot be reviewed.

Bad:  `undecided: [signal_words]`
Good: `signal_words` after national usage, and nothing under `undecided`
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.identity import DECISIONS
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what is undecided of each language."""
    for language in manual.languages.values():
        for name in language.undecided:
            message = f"{language.id}: nobody has decided {DECISIONS[name]}"
            yield Finding(name.location, message, str(language.id))


RULE = Rule("language-undecided", Severity.NOTICE, Manual, find)
