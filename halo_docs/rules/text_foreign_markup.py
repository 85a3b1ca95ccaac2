"""A text has no markup besides that of the inline grammar.

HTML, links, images, directives, substitutions, templates and escapes are shown as they stand, and
another program that reads the text might execute them.

Bad:  text: "Open the <b>cover</b>."
Good: text: "Open the **cover**."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText
from halo_docs.text.markup import markup_in

_ROLE_OR_LITERAL = re.compile(r"\{[a-z]+\}`[^`]*`(?!_)|(?<!:)`[^`]*`(?!_)")


def find(subject: SourceText) -> Iterator[Finding]:
    """Yield the markup that the grammar does not have."""
    for mark in sorted(markup_in(_ROLE_OR_LITERAL.sub("", subject.text.source))):
        yield subject.finding(f"{mark!a} is markup of another format")


RULE = Rule("text-foreign-markup", Severity.ERROR, SourceText, find)
