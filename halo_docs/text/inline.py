"""The inline grammar of texts and translations, closed by construction.

``**strong**``, a literal in backquotes, backslash escapes, and roles (``{value}`` followed by a
target in backquotes). Everything else is plain text: HTML, links, images, directives and
substitutions are not in the grammar. Parsed with markdown-it-py's preset ``zero`` and the role
plugin of mdit-py-plugins; the only user of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.myst_role import myst_role_plugin

ROLES = {
    "value": "a value of values.yaml, formatted for the language",
    "products": "the product numbers that have an axis value",
    "variant": "the name of an axis value",
    "ref": "number and title of a section, or a step, figure or table",
    "ui": "a label of the product's own interface",
    "link": "an address of links.yaml",
    "footnote": "the mark of a footnote",
    "callout": "a letter or number of a figure, as figure/letter",
    "term": "a term of terms.yaml; in another form as {term}`the form <its id>`",
}
"""Every role and what it shows."""

WORDED = frozenset({"term"})
"""Roles that may bring the words that they show: ``words <target>``."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """Characters that are shown exactly so."""

    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """A placeholder that is filled in when the page is made.

    Roles are equal when they lead to the same thing; a translation has its own words.
    """

    name: str
    target: str
    words: str | None = field(default=None, compare=False)
    """What it shows, where the text itself says so."""

    @classmethod
    def read(cls, name: str, content: str) -> Role:
        """Take a role from its name and what stands in its backquotes."""
        worded = _WORDED.fullmatch(content) if name in WORDED else None
        if worded is None:
            return cls(name, content.strip())
        return cls(name, worded["target"].strip(), worded["words"].strip())

    def __str__(self) -> str:
        return f"{{{self.name}}}`{self.target}`"

    @property
    def outline(self) -> str:
        """What a translation must have of it; dots where it may bring its own words."""
        return f"{{{self.name}}}`… <{self.target}>`" if self.name in WORDED else str(self)


_WORDED = re.compile(r"(?P<words>[^<>]*)<(?P<target>[^<>]*)>\s*", re.DOTALL)


Inline = Plain | Strong | Literal | Role


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["backticks", "emphasis", "escape"])
    parser.enable(["balance_pairs", "fragments_join"], ignoreInvalid=True)
    return parser.use(myst_role_plugin)


_PLAIN = re.compile(r"[^`*_\\{\n\x00]*[^`*_\\{\n\x00\s]")
"""A text that has no mark of the grammar."""


@cache
def parse(text: str) -> tuple[Inline, ...]:
    """Split a text into its inline parts; never fails, what is no markup is plain text."""
    if text and _PLAIN.fullmatch(text):
        return (Plain(text),)
    tokens = _parser().parseInline(text)[0].children or []
    return tuple(_merge(_build(iter(tokens), until=None)))


def _build(tokens: Iterator[Token], until: str | None) -> Iterator[Inline]:
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield Plain(token.content)
            case "code_inline":
                yield Literal(token.content)
            case "myst_role":
                yield Role.read(str(token.meta["name"]), token.content)
            case "strong_open":
                yield Strong(tuple(_merge(_build(tokens, "strong_close"))))
            case "em_open" | "em_close":
                yield Plain(token.markup)
            case "softbreak" | "hardbreak":
                yield Plain(" ")
            case kind if kind == until:
                return


def _merge(parts: Iterator[Inline]) -> Iterator[Inline]:
    waiting = ""
    for part in parts:
        if isinstance(part, Plain):
            waiting += part.text
            continue
        if waiting:
            yield Plain(waiting)
            waiting = ""
        yield part
    if waiting:
        yield Plain(waiting)


def roles(text: str) -> tuple[Role, ...]:
    """Return the roles of a text, in order."""

    def find(parts: tuple[Inline, ...]) -> Iterator[Role]:
        for part in parts:
            if isinstance(part, Role):
                yield part
            elif isinstance(part, Strong):
                yield from find(part.children)

    return tuple(find(parse(text)))


_LOOSE_ROLE = re.compile(r"\{[\w-]*\}")


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the markup of a text: unknown roles, marks that open nothing."""
    for role in roles(text):
        if role.name not in ROLES:
            yield f"unknown role {{{role.name}}}"
        elif not role.target:
            yield f"the role {{{role.name}}} names nothing"
        elif role.words == "":
            yield f"{role} has no words before the <"
    for part in _plain_parts(parse(text)):
        for mark in ("`", "*"):
            if mark in _without_escapes(part, text, mark):
                yield f"unbalanced {mark} (write \\{mark} for the character itself)"
        for match in _LOOSE_ROLE.finditer(part):
            yield f"{match[0]} is not followed by a target in backquotes"


def _plain_parts(parts: tuple[Inline, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Plain):
            yield part.text
        elif isinstance(part, Strong):
            yield from _plain_parts(part.children)


def _without_escapes(part: str, text: str, mark: str) -> str:
    """Drop from ``part`` as many marks as the text escapes."""
    return part.replace(mark, "", text.count(f"\\{mark}"))
