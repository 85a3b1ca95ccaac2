"""Finds what would be markup in any format that a manual passes through: HTML, MyST, reST, Jinja.

The inline grammar has none of it, so such characters are shown as they stand; this is a second net,
and it keeps a catalog free of what another program might execute.
"""

from __future__ import annotations

import re
from functools import cache

_PATTERNS = (
    r"</?[A-Za-z!?][^<>]*>?",  # HTML tags, comments, processing instructions
    r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);",  # entities
    r"!?\[[^\]]*\]\s*[(\[:_]|\]\(|\[\^[^\]]*\]",  # links, images, footnotes
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|\$\{|\$\$",  # templates, formulas
    r"%\(\w+\)[a-z]",  # programs' placeholders
    r"\|[^|\s](?:[^|]*[^|\s])?\|",  # substitutions
    r"(?:^|(?<=\s))\.\.(?=\s)",  # directives, comments
    r"::+",
    r":[a-z][\w.+-]*(?::[\w.+-]+)*:(?=`)|(?<!\w):[a-z][\w.+-]*:(?!\w)",  # roles and fields of reST
    r"`[^`]*`__?",  # references of reST
    r"(?<![\w`])_{1,2}[^\s_](?:[^_]*[^\s_])?_{1,2}(?!\w)",  # emphasis by underscores
    r"```+|~~~+|(?<!\*)\*\*\*+",
    r"^\s*(?:#{1,6}|>|[-+*]|=+|-{3,})(?=\s)",  # headings, quotations, lists
    r"\\(?:[uU][0-9A-Fa-f]{2,8}|x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|[A-Za-z])",  # escapes of programs
    r"\\$",
    r"(?:javascript|vbscript)\s*:|(?:data|file):(?=[^\s\d])",
    r"[A-Za-z][A-Za-z0-9+.-]*://\S*|(?<![\w:/])//\w\S*",
    r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+",
)
_MARKUP = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_SIGN = re.compile(r"[<&\[\]{}|\\`_:#>=~$%*\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]|//|\.\.|^\s*[-+]")
"""A text without any of these has no markup."""
_ROLE = re.compile(r"\{[\w:-]*\}(?:`[^`]*`)?")


@cache
def markup_in(text: str) -> frozenset[str]:
    """Return everything in a text that is markup, roles and emphasis of the grammar aside."""
    plain = _ROLE.sub("", text)
    if not _SIGN.search(plain):
        return frozenset()
    found = {match[0] for pattern in _MARKUP for match in pattern.finditer(plain)}
    loose = {brace for brace in "{}" if brace in plain and not any(brace in mark for mark in found)}
    return frozenset(found | loose)
