r"""A mark has the space before it that its language asks for, and lines do not break there.

French puts a no-break space before : ; ! ? and inside « » (Lexique des règles typographiques en usage
à l’Imprimerie nationale); most languages have none. The language's writing.yaml says it
(`space_before`, `quotes`); without `space_before` the rule is silent.

Bad:  msgstr "Voir : {ref}`wiring`"
Good: msgstr "Voir\u00a0: {ref}`wiring`"
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text import corrections
from halo_docs.text.corrections import faults
from halo_docs.text.typography import breaks


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the marks with another space before them than the language has."""
    for fault in faults(subject.target, breaks(subject.writing), subject.source):
        yield subject.finding(fault.message)


def mend(text: str, writing: Writing) -> str:
    """Return the text with the spaces that the language has at its marks."""
    return corrections.mend(text, breaks(writing))


RULE = Rule("po-break", Severity.ERROR, TranslatedText, find, mend)
