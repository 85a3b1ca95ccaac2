"""No text bears the marks of a wrong encoding.

Characters whose bytes in an older encoding are UTF-8 for a letter or sign of the language were once
that letter or sign; so were entities, escapes and a question mark inside a word.

Bad:  msgstr "SÃ©curitÃ©"
Good: msgstr "Sécurité"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.alphabet import mojibake
from halo_docs.text.holes import holed


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield what a wrong encoding left, with what it was."""
    for remnant, meant in dict.fromkeys(mojibake(holed(subject.target).text, subject.writing.letters)):
        if remnant not in subject.source:
            was = f", which was “{meant}”" if meant else ""
            yield subject.finding(f"“{remnant}” comes from a wrong encoding{was}")


RULE = Rule("po-mojibake", Severity.ERROR, TranslatedText, find)
