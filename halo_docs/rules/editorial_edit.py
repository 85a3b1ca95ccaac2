"""An edit that keeps all translations valid changes the words of prose, never what it says.

``halo-docs editorial`` logs such edits in locales/editorial.yaml. A safety message, a step and a word of
its own are always translated anew; everywhere else roles, numbers, codes, names, signal words and the
words that deny, restrict or have an opposite (writing.yaml) must be the same before and after.

Bad:  before "Do not open the cover.", after "Open the cover."
Good: before "Do not open teh cover.", after "Do not open the cover."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from halo_docs.data.editorial import Edit
from halo_docs.data.manual import Manual
from halo_docs.data.writing import Writing
from halo_docs.messages.classes import is_prose, is_safety, is_step
from halo_docs.messages.editorial import Edits
from halo_docs.messages.extract import domain_of
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule
from halo_docs.rules.po_units import typed_units
from halo_docs.rules.wordlists import WordLists
from halo_docs.text.codes import codes_in
from halo_docs.text.inline import roles
from halo_docs.text.names import names_of, unit_symbols
from halo_docs.text.numbers import readings
from halo_docs.text.wording import Finder, literals, running, strong_count


def find(subject: Manual) -> Iterator[Finding]:
    """Yield what speaks against the logged edits that lead to a text as it is now."""
    present = {(domain_of(text), text.key): text.source for _, text, _ in subject.texts}
    edits = Edits(subject.edits)
    for edit in subject.edits:
        name = str(edit.catalog), str(edit.key)
        if name in present and edits.lead(*name, str(edit.after), present[name]):
            for objection in objections(subject, edit):
                yield Finding(edit.location, objection, str(edit.key))


def objections(manual: Manual, edit: Edit) -> Iterator[str]:
    """Yield what speaks against an edit being one of words only."""
    for part, text, owners in manual.texts:
        if (domain_of(text), text.key) != (edit.catalog, edit.key):
            continue
        if is_safety(owners):
            yield "a safety message is always translated anew"
            return
        if is_step(owners):
            yield "a step is always translated anew"
            return
        if not is_prose(part, owners):
            yield "a word or a name is always translated anew; only prose has editorial edits"
            return
    code = manual.identity.source_language
    writing = manual.writing.get(code, Writing())
    if not writing.negation:
        yield f"locales/{code}/writing.yaml lists no words of negation, so nobody can tell"
        return
    ours, theirs = (_Content(manual, writing, str(text)) for text in (edit.before, edit.after))
    for (what, said), (_, says) in zip(ours.parts(), theirs.parts(), strict=True):
        yield from _difference(what, said, says)


def _difference(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if before == after:
        return
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    told = [*(f"{entry} is gone" for entry in gone), *(f"{entry} is new" for entry in new)]
    yield f"the {what} has changed: {', '.join(told) or 'the order is another'}"


class _Content:
    """What a text says, as far as lists and signs can tell."""

    def __init__(self, manual: Manual, writing: Writing, text: str) -> None:
        self.manual = manual
        self.lists = WordLists(writing)
        self.text = text
        self.running = running(text)

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each kind of thing that must not change, with what the text has of it, in order."""
        codes = codes_in(self.running)
        yield "role", [str(role) for role in roles(self.text)]
        yield "literal", [f"`{text}`" for text in literals(self.text)]
        yield "emphasis", ["**"] * strong_count(self.text)
        yield "word that denies or restricts", _quoted(self.lists.limits, self.running)
        yield "word with an opposite", [f'"{word}"' for word in self.lists.opposites(self.running)]
        yield "number", [figure.written for figure in readings(self.running, self._locale())[0]]
        yield "number word", [f'"{word}"' for _, word in self.lists.numbers.values(self.running.lower())]
        yield "unit", sorted(typed_units(self.running, unit_symbols(self.manual)).elements())
        yield "code", [*codes.addresses, *codes.codes, *codes.abbreviations, *codes.letters]
        yield "name", _quoted(Finder({"": [*names_of(self.manual)]}), self.running)
        yield "signal word", _quoted(Finder({"": self._signal_words()}), self.running)

    def _locale(self) -> str:
        language = self.manual.languages.get(self.manual.identity.source_language)
        return str(language.locale or language.id) if language else ""

    def _signal_words(self) -> list[str]:
        language = self.manual.languages.get(self.manual.identity.source_language)
        return [*map(str, language.signal_words.words)] if language else []


def _quoted(finder: Finder, text: str) -> list[str]:
    return [f'"{word.lower()}"' for _, word in finder.find(text)]


RULE = Rule("editorial-edit", Severity.ERROR, Manual, find)
