"""A translation denies only what its source denies.

Languages say the same thing with and without a negation ("check for damage"), so this is for a
person to look at.

Bad:  msgid "Tighten the screws."   msgstr "Ne serrez pas les vis."
Good: msgid "Tighten the screws."   msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.wordlists import with_lists


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the translations that deny where the source does not."""
    for text, source, own in with_lists(subject):
        if not source.writing.negation or source.limits.labels(text.running_source):
            continue
        denied = [word for _, word in own.denial.find(text.running_target)]
        if denied:
            yield text.finding(f'the translation has "{denied[0]}"; the source text denies nothing')


RULE = Rule("po-negation-added", Severity.NOTICE, LanguageTexts, find)
