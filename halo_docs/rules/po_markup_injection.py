r"""A translation brings no markup that its source does not have.

Catalogs come from many hands, and a msgstr may be read by programs that execute it. HTML, entities,
links, directives, substitutions, template marks, escapes, addresses and line breaks have no place in a
text of the manual.

Bad:  msgstr "Serrez <b>les vis</b>.", "voir https://example.org", "Serrez\\u202e les vis"
Good: msgstr "Serrez les vis."
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, TranslatedText
from halo_docs.text.markup import markup_in


def find(subject: TranslatedText) -> Iterator[Finding]:
    """Yield the markup that only the translation has."""
    for mark in sorted(markup_in(subject.target) - markup_in(subject.source)):
        yield subject.finding(f"{mark!a} is markup and not in the source text")


RULE = Rule("po-markup-injection", Severity.ERROR, TranslatedText, find)
