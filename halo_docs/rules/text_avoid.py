"""A text does without the words that its language's writing.yaml lists under `avoid`.

Plain technical writing is understood by readers of a second language, and translated without guessing.

Bad:  “Please close the cover.” (an instruction is an order)
Good: “Close the cover.”
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.data.writing import Writing
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, source_texts
from halo_docs.text.wording import Finder


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the words to avoid, with the reason."""
    writing = manual.writing.get(manual.identity.source_language, Writing())
    finder = Finder({str(index): entry.words for index, entry in enumerate(writing.avoid)})
    for subject in source_texts(manual):
        for index, word in dict.fromkeys(finder.find(subject.running)) if not subject.is_of_engine else ():
            yield subject.finding(f'avoid "{word}": {writing.avoid[int(index)].reason}')


RULE = Rule("text-avoid", Severity.WARNING, Manual, find)
