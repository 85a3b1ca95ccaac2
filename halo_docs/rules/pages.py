"""The page of each rule, taken from its docstring: what must be so, why, a bad and a good case."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from halo_docs.problems import Severity
from halo_docs.rules import RULES
from halo_docs.rules.reading import READING


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader must know about a rule."""

    id: str
    severity: Severity
    summary: str
    """What must be so, one sentence."""
    why: str
    bad: str
    good: str


def page(name: str) -> Page | None:
    """Return the page of a rule, or of something that is found while files are read."""
    if name in RULES:
        rule = RULES[name]
        text = sys.modules[rule.find.__module__].__doc__ or ""
        return _page(name, rule.severity, text)
    return _page(name, Severity.ERROR, READING[name]) if name in READING else None


def pages() -> Iterator[Page]:
    """Yield every page, by id."""
    for name in sorted({*RULES, *READING}):
        found = page(name)
        if found is not None:
            yield found


def summary(name: str) -> str:
    """Return in one sentence what a rule asks for; the id itself when there is no page."""
    found = page(name)
    return found.summary if found else name


_CASES = re.compile(r"^(Bad|Good):\s+", re.MULTILINE)


def _page(name: str, severity: Severity, text: str) -> Page:
    """Split a docstring: a sentence, why, then the paragraphs that begin with Bad and Good."""
    told, *cases = _CASES.split(inspect.cleandoc(text))
    shown = {
        kind: inspect.cleandoc(f"{' ' * 6}{case.rstrip()}")
        for kind, case in zip(*[iter(cases)] * 2, strict=True)
    }
    first, _, why = told.strip().partition("\n\n")
    return Page(
        name, severity, " ".join(first.split()), why.strip(), shown.get("Bad", ""), shown.get("Good", "")
    )
