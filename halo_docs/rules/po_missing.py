"""Every text has a translation that may be shown.

A missing or fuzzy translation shows the source text, marked; a release refuses it. Those of a language
with the status `new` are counted by rule language-new instead.

Bad:  msgstr ""
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.identity import Status
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Message, Rule


def find(subject: Message) -> Iterator[Finding]:
    """Yield what keeps the translation from being shown."""
    entry = subject.entry
    if subject.language.status is Status.NEW:
        return
    if entry is None:
        yield subject.finding(f'no message "{subject.text.key}"; run make update-po')
    elif not entry.target.strip():
        yield subject.finding(f'"{subject.text.key}" is not translated')
    elif entry.is_fuzzy:
        yield subject.finding(f'"{subject.text.key}" is fuzzy; check it and remove the flag')
    elif entry.source != subject.text.source:
        message = f'"{subject.text.key}" translates an older source text; run make update-po'
        yield subject.finding(message)


RULE = Rule("po-missing", Severity.WARNING, Message, find)
