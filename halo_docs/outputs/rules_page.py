"""Writes the pages of the rules: one for a terminal, all of them for the project's documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.rules.pages import Page, pages


def explanation(page: Page) -> str:
    """Return a rule's page as plain text."""
    parts = [f"{page.id} ({page.severity.value})", page.summary, page.why]
    parts += [f"Bad:   {_hang(page.bad)}\nGood:  {_hang(page.good)}"]
    return "\n\n".join(filter(None, parts))


def _hang(text: str) -> str:
    return text.replace("\n", "\n       ")


def rules_page() -> str:
    """Return docs/project/rules.md: every rule with what it asks for, why, and an example of both."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "<!-- Generated: make rules. Edit the docstring of the rule. -->"
    yield ""
    yield "What `make check` can say. `halo-docs explain RULE` prints one of them."
    for page in pages():
        yield f"\n## {page.id}\n"
        yield f"*{page.severity.value}* – {_escaped(page.summary)}\n"
        if page.why:
            yield f"{_escaped(page.why)}\n"
        yield f"```text\nBad:   {_hang(page.bad)}\nGood:  {_hang(page.good)}\n```"
    yield ""


def _escaped(text: str) -> str:
    """Keep Markdown from reading roles, stars and tags in prose."""
    return re.sub(r"([\\`*_{}<>\[\]|#])", r"\\\1", text)
