"""A translation is not far shorter than the others of its language would make expect.

Compared is the length with that of the source, against the median of all texts of the language.

Bad:  msgid "Do not put the cover on the ground. Put it in a safe place."   msgstr "Ne le posez pas."
Good: msgstr "Ne posez pas le couvercle au sol. Placez-le en lieu sûr."
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.text.endings import end_mark
from halo_docs.text.wording import sentences

_LEAST = 30
"""Shorter source texts tell nothing."""
_SHARE = 0.55
"""Share of the usual length below which a text is told."""
_SHARE_OF_LESS = 0.8
"""The same for a text with fewer sentences than its source."""
_ENOUGH = 5
"""So many texts make a median."""


_SHARE_OF_LABEL = 0.4
"""Labels and titles: compound words say in one word what another language says in three."""


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the texts that are too short."""
    ratios = [
        (text, len(text.running_target) / len(text.running_source))
        for text in subject.texts
        if len(text.running_source) >= _LEAST
    ]
    if len(ratios) < _ENOUGH:
        return
    usual = median(ratio for _, ratio in ratios)
    for text, ratio in ratios:
        is_less = len(sentences(text.running_target)) < len(sentences(text.running_source))
        share = _SHARE_OF_LESS if is_less else _SHARE if end_mark(text.source) else _SHARE_OF_LABEL
        if ratio < usual * share:
            yield text.finding(
                f"has {round(100 * ratio / usual)} % of the length that is usual in this language"
            )


RULE = Rule("po-truncated", Severity.WARNING, LanguageTexts, find)
