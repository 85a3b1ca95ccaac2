"""A letter of a figure that a text names is explained by a legend in the same chapter.

The reader of “see A” looks at the figure and finds a bare letter. A figure's own texts explain their
letters themselves.

Bad:  chapter 5 names {callout}`pump/B`, and no legend of `pump` in it has B.
Good: the legend below the figure in chapter 5 explains B.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.base import walk
from halo_docs.data.blocks import Legend
from halo_docs.data.manual import Manual, texts
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule
from halo_docs.text.inline import roles


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the letters that nothing near explains."""
    known = manual.targets("callout")
    for chapter in manual.chapters:
        explained = {
            f"{node.figure}/{item.callout}"
            for _, node in walk(chapter)
            if isinstance(node, Legend)
            for item in node.items
        }
        for text, _ in texts(chapter):
            for role in roles(text.source):
                if role.name == "callout" and role.target in known and role.target not in explained:
                    message = f'no legend in chapter "{chapter.id}" explains {role}'
                    yield Finding(text.location, message, text.key)


RULE = Rule("callout-unexplained", Severity.ERROR, Manual, find)
