"""Markup that the grammar has, put wrongly; and markup and code that it must never take."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.mutations.catalog.messages import mechanical
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, LanguageMaterial, Piece
from benchmarks.mutations.places import drawn_role, inserted, pick, replaced, spoiled, words_of


def added(new: str) -> Change:
    """Return a change that puts something between two words."""

    def change(piece: Piece, rng: Random) -> str | None:
        return inserted(rng, piece.target, new)

    change.__name__ = f"added_{new}"
    return change


def wrapped(before: str, after: str) -> Change:
    """Return a change that puts something around a word."""

    def change(piece: Piece, rng: Random) -> str | None:
        word = pick(rng, [*words_of(piece.target)])
        return word and replaced(piece.target, word, f"{before}{word[0]}{after}")

    change.__name__ = f"wrapped_{before}"
    return change


def in_front(new: str) -> Change:
    """Return a change that puts something before the text."""

    def change(piece: Piece, rng: Random) -> str | None:
        return new + piece.target

    change.__name__ = f"in_front_{new}"
    return change


def behind(new: str) -> Change:
    """Return a change that puts something after the text."""

    def change(piece: Piece, rng: Random) -> str | None:
        return piece.target + new

    change.__name__ = f"behind_{new}"
    return change


def instead(make: Callable[[str], str]) -> Change:
    """Return a change that writes a role in another markup language."""

    def change(piece: Piece, rng: Random) -> str | None:
        role = drawn_role(rng, piece.target)
        return piece.target.replace(str(role), make(str(role)), 1) if role else None

    change.__name__ = "instead"
    return change


def strong_lost(piece: Piece, rng: Random) -> str | None:
    return piece.target.replace("**", "") if "**" in piece.target else None


def newline(piece: Piece, rng: Random) -> str | None:
    return spoiled(rng, piece.target, r"(?<=\w) (?=\w)", "\n")


MARKUP: tuple[tuple[str, str, Change], ...] = (
    ("strong-added", "a word is made strong", wrapped("**", "**")),
    ("strong-unbalanced", "a strong word does not end", wrapped("**", "")),
    ("strong-lost", "a strong word is made plain", strong_lost),
    ("emphasis-added", "a word stands between single stars", wrapped("*", "*")),
    ("backquote-added", "a stray backquote", wrapped("`", "")),
    ("heading-mark", "the text begins like a heading", in_front("# ")),
    ("html-tag", "an HTML element", wrapped("<b>", "</b>")),
    ("html-break", "an HTML line break", added("<br/>")),
    ("html-entity", "an HTML entity", added("&nbsp;")),
    ("html-comment", "an HTML comment", added("<!-- x -->")),
    ("newline", "a line break", newline),
)
"""Id, what is done, the change."""

INJECTION: tuple[tuple[str, str, Change], ...] = (
    ("script", "a script element", behind("<script>alert(1)</script>")),
    ("event-handler", "an image with an event handler", added('<img src=x onerror="alert(1)">')),
    ("address-added", "an address is added", added("https://evil.example/x")),
    ("address-bare", "a domain is added", added("www.evil.example")),
    ("mail-added", "a mail address is added", added("help@evil.example")),
    ("javascript-address", "a link with a javascript address", wrapped("`", " <javascript:alert(1)>`__")),
    ("data-address", "a link with a data address", wrapped("[", "](data:text/html;base64,PHNjcmlwdD4=)")),
    ("markdown-link", "a Markdown link", wrapped("[", "](https://evil.example)")),
    ("markdown-image", "a Markdown image", added("![x](x.png)")),
    ("markdown-address", "an address in angle brackets", added("<https://evil.example>")),
    ("rst-link", "a link of reStructuredText", wrapped("`", " <https://evil.example>`_")),
    ("rst-role", "a role of Sphinx", instead(lambda _: ":download:`f <conf.py>`")),
    ("myst-role", "a role of MyST", added("{download}`conf.py`")),
    ("rst-directive", "a directive of reStructuredText", behind("\n\n.. include:: ../outside.txt\n")),
    ("rst-directive-inline", "a directive at the start", in_front(".. include:: ../outside.txt ")),
    ("myst-directive", "a directive of MyST", behind("\n```{include} ../outside.txt\n```\n")),
    ("rst-substitution", "a substitution of reStructuredText", added("|release|")),
    ("myst-substitution", "a substitution of MyST", added("{{ release }}")),
    ("template", "an expression of a template", added("{% include 'x' %}")),
    ("percent-format", "a place to be filled in by Python", added("%(name)s")),
    ("brace-format", "a place to be filled in, in braces", added("{name}")),
    ("dollar-format", "a place to be filled in by a shell", added("${HOME}")),
    ("latex", "a command of LaTeX", added("\\input{x}")),
    ("backslash", "an escape in the text", added("\\u0041")),
    ("rst-footnote", "a footnote of reStructuredText", added("[1]_")),
    ("markdown-footnote", "a footnote of Markdown", behind("[^1]")),
    ("css-style", "a style element", behind("<style>p{display:none}</style>")),
)
"""Id, what is done, the change."""


def _classes() -> tuple[FaultClass[LanguageMaterial], ...]:
    markup = [mechanical("markup", *case) for case in MARKUP]
    return (*markup, *(mechanical("injection", *case) for case in INJECTION))


CLASSES = _classes()
