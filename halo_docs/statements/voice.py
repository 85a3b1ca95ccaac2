"""Texts of the manual in one language, as plain text.

Written anew beside :mod:`halo_docs.nodes`, on purpose: what a page must say is computed here without the
code that makes pages, so that a fault in that code is found in what it has made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from halo_docs.data.base import Applicable, Fact
from halo_docs.data.blocks import Section, Step
from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.messages.translation import Translation, source_translation
from halo_docs.statements.statement import PAGE, Said, Shown, print_only
from halo_docs.text import inline as grammar
from halo_docs.text.quantities import NO_BREAK_SPACE, format_sequence, format_value


@dataclass(frozen=True)
class Voice:
    """One manual in one language."""

    manual: Manual
    translation: Translation
    reader: Translation | None = None
    """Of the page, where a text on it is in another language; None where it is not."""

    @property
    def language(self) -> Language:
        """The language that is spoken."""
        return self.translation.language

    def say(self, text: Text) -> Said:
        """Return a text as a reader sees it, or the source text where no translation can be used."""
        rendering = self.translation.translate(text)
        if not rendering.is_fallback:
            return self._join(grammar.parse(rendering.text))
        original = Voice(self.manual, source_translation(self.manual), self.translation).say(text)
        return replace(original, is_fallback=True)

    def plain(self, text: Text) -> str:
        """Return the characters alone."""
        return self.say(text).text

    def label(self, text: Text) -> Said:
        """Return a text with the language's label separator."""
        return self.say(text) + str(self.language.label_separator)

    def signal_word(self, level: str) -> Said:
        """Return the language's word for a level or a note; one that nobody has decided counts as none."""
        word = str(getattr(self.language.signal_words, level))
        return Said(word, is_fallback=not self.language.is_decided("signal_words"))

    def _join(self, parts: Iterable[grammar.Inline]) -> Said:
        said = Said("")
        for part in parts:
            match part:
                case grammar.Plain(text) | grammar.Literal(text):
                    said += text
                case grammar.Strong(children):
                    said += self._join(children)
                case grammar.Role(name, target, words):
                    said += self.role(name, target, words)
        return said

    def role(self, name: str, target: str, words: str | None = None) -> Said:
        """Return what a role shows.

        :param words: what it shows, where the text itself says so.
        :raises KeyError: for a role that names nothing; a sound manual has none.
        """
        manual = self.manual
        match name:
            case "value":
                value = manual.values[target]
                shown = format_value(value, manual.units, self.language)
                return Said(shown, (Shown(name, target, shown),)) + self.open_marks(value)
            case "products":
                shown = format_sequence(manual.products_with(target), self.language)
                return Said(shown, (Shown(name, target, shown),))
            case "variant":
                return self.say(manual.axis_values[target].name)
            case "ref":
                return self._reference(target)
            case "ui":
                label = manual.ui_labels[target]
                return Said(str(label.labels.get(self.language.id, label.label)))
            case "link":
                link = manual.links[target]
                url = str(link.urls.get(self.language.id, link.url))
                return Said(url if self.language.id in link.urls else str(link.text or url), addresses=(url,))
            case "callout":
                return Said(target.rpartition("/")[2])
            case "footnote":
                return Said(manual.footnotes[target])
            case "term":
                said = Said(words) if words else self.say(manual.terms[target].term)
                return replace(said, terms=(f"term-{target}",)) if manual.has_glossary else said
            case _:
                raise KeyError(name)

    def _reference(self, target: str) -> Said:
        place, words = self.manual.places[target], self.manual.interface
        # The word before the page is the page's own, whatever language the text is in.
        around = Voice(self.manual, self.reader or self.translation)
        page = print_only(f" ({around.plain(words.page)}{NO_BREAK_SPACE}{PAGE})")
        match place.block:
            case Section(title=title):
                number = f"{place.number}{NO_BREAK_SPACE}" if place.number is not None else ""
                text = number + self.plain(title)
            case Step():
                text = f"{self.plain(words.step)}{NO_BREAK_SPACE}{place.number}"
            case _ if place.number is not None:
                text = f"{self.plain(words.figure)}{NO_BREAK_SPACE}{place.number}"
            case _:
                return self._reference(place.section.id)
        return Said(text + page, references=(target,))

    # -- marks ---------------------------------------------------------------------------------

    def applicability(self, thing: Applicable) -> list[str]:
        """Return the short marks of what a thing applies to, each once."""
        values = [str(value) for values in thing.applies_to.values() for value in values]
        return [*dict.fromkeys(self.plain(self.manual.axis_values[value].mark) for value in values)]

    def open_mark(self, *things: Fact) -> list[str]:
        """Return the mark of the open inputs that a release waits for, if there are any."""
        inputs = self.manual.open_inputs
        names = dict.fromkeys(str(name) for thing in things for name in thing.open)
        waiting = [n for n in names if inputs[n].blocks_release and inputs[n].answer is None]
        return [f"[{', '.join(waiting)}]"] if waiting else []

    def open_marks(self, *things: Fact) -> str:
        """Return the same as it stands behind a text."""
        return "".join(f" {mark}" for mark in self.open_mark(*things))

    def marks(self, thing: Applicable) -> str:
        """Return all marks of a thing as they stand behind its text."""
        return "".join(f" {mark}" for mark in self.applicability(thing)) + self.open_marks(thing)

    def annotated(self, thing: Applicable, text: Text) -> Said:
        """Return a text with the marks of the thing that owns it."""
        return self.say(text) + self.marks(thing)
