"""A sentence that stands in several places is written once.

Texts under different keys are translated and changed apart. From four words on, a snippet
(docs/manual/snippets.yaml) keeps them equal in every language.

Bad:  two procedures have each their own step “Save the settings and restart.”
Good: both use the step `save-and-restart` of snippets.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from halo_docs.data.blocks import Note, Paragraph, Safety, Step
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, SourceText, source_texts

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 4


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the texts that stand under another key already."""
    first: dict[tuple[object, str], Text] = {}
    told: set[str] = set()
    for subject in source_texts(manual):
        if not _may_be_snippet(subject) or len(_WORD.findall(subject.running)) < _FEWEST_WORDS:
            continue
        text = subject.text
        before = first.setdefault((type(subject.owners[-1]), text.source.casefold()), text)
        if before.key != text.key and text.key not in told:
            told.add(text.key)
            yield subject.finding(f'same text as "{before.key}"; make it a snippet')


def _may_be_snippet(subject: SourceText) -> bool:
    """Tell whether snippets.yaml could hold the block; a step with blocks of its own differs in them."""
    match subject.owners[-1:]:
        case (Step() as step,):
            return not (step.before or step.blocks or step.substeps)
        case (block,):
            return isinstance(block, Paragraph | Note | Safety)
        case _:
            return False


RULE = Rule("text-twice", Severity.NOTICE, Manual, find)
