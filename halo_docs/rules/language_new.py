"""A language that was begun is translated.

While its status is `new`, what is not translated is counted here and not told message by message, so
that work on the other languages is not hidden. A finding of any other rule stands as it is.

Bad:  `status: new`
Good: `status: draft`, once every message has a translation
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.identity import Status
from halo_docs.messages.extract import messages
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, LanguageTexts, Rule, found


def find(subject: LanguageTexts) -> Iterator[Finding]:
    """Yield how far a language is that was begun."""
    language = subject.language
    if language.status is not Status.NEW:
        return
    total, done = len(messages(subject.manual)), len(subject.texts)
    told = "all messages have" if done == total else f"{done} of {total} messages have"
    then = 'write "status: draft"' if done == total else f"make stats LANG={language.id} tells more"
    yield found(language.id, f"{language.id} is new: {told} a translation; {then}")


RULE = Rule("language-new", Severity.NOTICE, LanguageTexts, find)
