"""Names stay as they are in every language.

Product and manufacturer, the parts that they are called by, and terms that are names and that the
language keeps: where the source has one, the translation has it.

Bad:  msgid "Mount the Bachlauf pump."   msgstr "Monter la pompe Ruisseau."
Good: msgid "Mount the Bachlauf pump."   msgstr "Monter la pompe Bachlauf."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule
from halo_docs.rules.names import is_slip, mention, names
from halo_docs.text.wording import HOLE, words


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield the names that a translation has lost."""
    known = [(name, mention(name)) for name in names(subject)]
    for text in subject.texts:
        source = text.running_source
        for name, pattern in known:
            if not pattern.search(source):
                continue
            # Longest first: the name of a name is told once.
            source = pattern.sub(HOLE, source)
            if not pattern.search(text.running_target):
                yield text.finding(f'the name "{name}" is missing from the translation')
            else:
                slips = (word for word in words(text.running_target) if is_slip(word, name))
                for word in sorted({*slips} - {*words(text.running_source)}):
                    yield text.finding(f'"{word}" is not the name "{name}"')


RULE = Rule("po-names", Severity.ERROR, LanguageTexts, find)
