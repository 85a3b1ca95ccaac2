"""What every node builder needs: the manual, the language and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from docutils import nodes

from halo_docs.data.base import Applicable, Fact
from halo_docs.data.blocks import Footnote, Section, Step
from halo_docs.data.facts import Value
from halo_docs.data.identity import Language
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Text
from halo_docs.figures.source import NO_DRAWINGS, Drawings
from halo_docs.messages.translation import Translation, source_translation
from halo_docs.nodes.elements import BlockReference
from halo_docs.text import inline as grammar
from halo_docs.text.quantities import NO_BREAK_SPACE, format_sequence, value_parts

_Element = TypeVar("_Element", bound=nodes.Element)


@dataclass(frozen=True)
class Scope:
    """One manual in one language."""

    manual: Manual
    translation: Translation
    drawings: Drawings = NO_DRAWINGS

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.translation.language

    # -- texts ---------------------------------------------------------------------------------

    def inline(self, text: Text) -> list[nodes.Node]:
        """Return a text in the page's language, roles filled in; a fallback is marked."""
        rendering = self.translation.translate(text)
        if not rendering.is_fallback:
            return list(self._parts(grammar.parse(rendering.text)))
        source = self.manual.identity.source_language
        original = replace(self, translation=source_translation(self.manual))
        mark = nodes.inline(classes=["untranslated", f"language-{source}"])
        mark.extend(original.inline(text))
        return [mark]

    def plain(self, text: Text) -> str:
        """Return a text without markup, for attributes and titles."""
        return "".join(node.astext() for node in self.inline(text))

    def label(self, text: Text) -> str:
        """Return a text with the language's label separator: ``Tools:``."""
        return self.plain(text) + self.language.label_separator

    def signal_word(self, level: str) -> list[nodes.Node]:
        """Return the language's word for a level, or for a note; one that nobody has decided is marked."""
        word = str(getattr(self.language.signal_words, level))
        if self.language.is_decided("signal_words"):
            return [nodes.Text(word)]
        source = self.manual.identity.source_language
        is_source = word == getattr(self.manual.languages[source].signal_words, level)
        classes = ["untranslated", *([f"language-{source}"] if is_source else [])]
        return [nodes.inline(word, word, classes=classes)]

    def _parts(self, parts: Iterable[grammar.Inline]) -> Iterator[nodes.Node]:
        for part in parts:
            match part:
                case grammar.Plain(text):
                    yield nodes.Text(text)
                case grammar.Literal(text):
                    yield nodes.literal(text, text)
                case grammar.Strong(children):
                    strong = nodes.strong()
                    strong.extend(self._parts(children))
                    yield strong
                case grammar.Role(name, target, words):
                    yield from self.role(name, target, words)

    def role(self, name: str, target: str, words: str | None = None) -> list[nodes.Node]:
        """Return what a role shows; an unknown one shows itself, marked.

        :param name: one of :data:`halo_docs.text.inline.ROLES`.
        :param words: what it shows, where the text itself says so.
        """
        manual = self.manual
        match name:
            case "value" if target in manual.values:
                value = manual.values[target]
                return [*self._value(value), *self.open_marks(value)]
            case "products" if manual.products_with(target):
                shown = format_sequence(manual.products_with(target), self.language)
                return [nodes.inline(shown, shown, classes=["products"])]
            case "variant" if target in manual.axis_values:
                inside = self.inline(manual.axis_values[target].name)
                return [nodes.inline("", "", *inside, classes=["variant"])]
            case "ref" if target in manual.places:
                return [self.reference(target)]
            case "ui" if target in manual.ui_labels:
                label = manual.ui_labels[target]
                shown = label.labels.get(self.language.id, label.label)
                return [nodes.inline(shown, shown, classes=["ui-label"])]
            case "link" if target in manual.links:
                return [self.link(target)]
            case "callout" if target in manual.targets("callout"):
                letter = target.rpartition("/")[2]
                return [nodes.inline(letter, letter, classes=["callout-mention"])]
            case "footnote" if target in self.manual.footnotes:
                return [self._footnote_reference(target)]
            case "term" if target in manual.terms:
                return [self.term(target, words)]
        shown = f"{{{name}}}`{target}`"
        return [nodes.inline(shown, shown, classes=["unknown-role"])]

    def _value(self, value: Value) -> Iterator[nodes.Node]:
        """Yield a value: each quantity marked, the word between two of them as text."""
        kind = nodes.literal if value.literal is not None else nodes.inline
        for index, part in enumerate(value_parts(value, self.manual.units, self.language)):
            if index % 2:
                yield nodes.Text(f" {part} ")
            else:
                yield kind(part, part, classes=["value"])

    # -- references ----------------------------------------------------------------------------

    def reference(self, target: str) -> BlockReference:
        """Return a reference to a block: number and title, or ``step 3``, or ``figure 2``."""
        place = self.manual.places[target]
        reference = BlockReference(target=target, classes=["block-reference"])
        words = self.manual.interface
        match place.block:
            case Section(title=title):
                if place.number is not None:
                    reference += nodes.Text(place.number + NO_BREAK_SPACE)
                reference.extend(self.inline(title))
            case Step():
                reference += nodes.Text(f"{self.plain(words.step)}{NO_BREAK_SPACE}{place.number}")
            case _ if place.number is not None:
                reference += nodes.Text(f"{self.plain(words.figure)}{NO_BREAK_SPACE}{place.number}")
            case _:
                return self.reference(place.section.id)
        return reference

    def term(self, target: str, words: str | None = None) -> nodes.Node:
        """Return the words for a concept; where the manual has a glossary, they lead to its entry there.

        :param words: the preferred term of the language when left out.
        """
        shown = [nodes.Text(words)] if words else self.inline(self.manual.terms[target].term)
        if not self.manual.has_glossary:
            return nodes.inline("", "", *shown, classes=["term"])
        reference = BlockReference(target=glossary_anchor(target), classes=["term"])
        reference.extend(shown)
        return reference

    def link(self, target: str) -> nodes.reference:
        """Return a link to an address of links.yaml, in the language's own form."""
        link = self.manual.links[target]
        url = self.url(target)
        shown = url if self.language.id in link.urls else link.text or url
        reference = nodes.reference(shown, shown, refuri=url, internal=False)
        reference["classes"].append("external-link")
        return reference

    def url(self, target: str) -> str:
        """Return the address of links.yaml that the language uses."""
        link = self.manual.links[target]
        return str(link.urls.get(self.language.id, link.url))

    def _footnote_reference(self, target: str) -> nodes.superscript:
        reference = BlockReference(target=target, classes=["footnote-mark"])
        reference += nodes.Text(self.manual.footnotes[target])
        return nodes.superscript("", "", reference)

    def footnotes(self, footnotes: Iterable[Footnote]) -> list[nodes.Node]:
        """Return the footnotes that stand below a block."""
        shown: list[nodes.Node] = []
        for footnote in footnotes:
            paragraph = nodes.paragraph(classes=["footnote-text"], ids=[str(footnote.id)])
            paragraph += nodes.superscript("", self.manual.footnotes[footnote.id])
            paragraph += nodes.Text(NO_BREAK_SPACE)
            paragraph.extend(self.inline(footnote.text))
            shown.append(paragraph)
        return shown

    # -- marks ---------------------------------------------------------------------------------

    def applicability(self, thing: Applicable) -> list[nodes.Node]:
        """Return the short marks of what a thing applies to, each once."""
        marks = dict.fromkeys(
            self.plain(self.manual.axis_values[value].mark)
            for values in thing.applies_to.values()
            for value in values
        )
        shown: list[nodes.Node] = []
        for mark in marks:
            shown += [nodes.Text(" "), nodes.inline(mark, mark, classes=["applicability"])]
        return shown

    def open_marks(self, *things: Fact) -> list[nodes.Node]:
        """Return the marks of the unanswered inputs that a release waits for, each once."""
        inputs = self.manual.open_inputs
        waiting = dict.fromkeys(
            str(name)
            for thing in things
            for name in thing.open
            if inputs[name].blocks_release and inputs[name].answer is None
        )
        if not waiting:
            return []
        shown = f"[{', '.join(waiting)}]"
        return [nodes.Text(" "), nodes.inline(shown, shown, classes=["open-input"])]

    def block_marks(self, thing: Applicable) -> list[nodes.Node]:
        """Return a line with the marks of a block that has no text of its own, or nothing."""
        applicability = self.applicability(thing)
        marks = [*applicability, *self.open_marks(thing)]
        if not marks:
            return []
        classes = ["block-marks", *([] if applicability else ["open-marks"])]
        return [placed(nodes.paragraph("", "", *marks[1:], classes=classes), thing)]

    def annotated(self, thing: Applicable, text: Text) -> list[nodes.Node]:
        """Return a text with the marks of the thing that owns it."""
        return [*self.inline(text), *self.applicability(thing), *self.open_marks(thing)]

    def paragraph(self, thing: Applicable, text: Text, *classes: str) -> nodes.paragraph:
        """Return a paragraph of an annotated text."""
        return placed(nodes.paragraph("", "", *self.annotated(thing, text), classes=[*classes]), thing)


def glossary_anchor(term: str) -> str:
    """Return the anchor of a concept's entry in the glossary."""
    return f"term-{term}"


def placed(node: _Element, thing: Fact) -> _Element:
    """Note on a node where its author wrote it; Sphinx's own translation leaves it alone."""
    node.source, node.line = thing.location.path, thing.location.line
    node["translatable"] = False
    return node
