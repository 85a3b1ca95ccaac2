"""Messages that are missing, empty, old or in the wrong place; and catalogs that are broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.mutations.fault import Edit, FaultClass
from benchmarks.mutations.material import LanguageMaterial, Piece, target_edit
from benchmarks.mutations.po_text import (
    block,
    fuzzy,
    obsolete,
    quote,
    with_block,
    with_key,
    with_raw_target,
    with_source,
)
from halo_docs.data.blocks import Kind

Edits = Callable[[LanguageMaterial], Iterator[Edit]]


def each(name: str, apply: Callable[[str, Piece], str]) -> Edits:
    """Return what does something to the lines of each message."""

    def edits(material: LanguageMaterial) -> Iterator[Edit]:
        for piece in material.pieces:

            def change(text: str, piece: Piece = piece) -> str:
                return apply(text, piece)

            path = material.path(piece.domain)
            yield Edit(path, (piece.key,), piece.target, f"({name})", change, piece.source)

    return edits


def target(make: Callable[[Piece], str | None]) -> Edits:
    """Return what gives each message another translation."""

    def edits(material: LanguageMaterial) -> Iterator[Edit]:
        for piece in material.pieces:
            after = make(piece)
            if after is not None and after != piece.target:
                yield target_edit(material, piece, after)

    return edits


def copied(piece: Piece) -> str | None:
    """Return the source text where it has words enough to be no name."""
    plain = re.sub(r"\{[a-z]+\}`[^`]*`", "", piece.source)
    return piece.source if len(re.findall(r"[a-z]{2,}", plain)) >= 3 else None


def stale(text: str, piece: Piece) -> str:
    older = re.sub(r"^(\w+)", r"\1 also", piece.source, count=1)
    return with_source(text, piece.key, older if older != piece.source else f"{piece.source} Also.")


def signal_word(piece: Piece) -> str | None:
    words = piece.language.signal_words
    kind = getattr(piece.owners[-1], "kind", None) if piece.owners else None
    if not isinstance(kind, Kind):
        return None
    word = Random(piece.key).choice([words.danger, words.warning, words.caution, words.notice])
    return f"{word}{piece.language.label_separator} {piece.target}"


def files(name: str, apply: Callable[[str, LanguageMaterial], str | bytes | None]) -> Edits:
    """Return what does something to each catalog as a whole."""

    def edits(material: LanguageMaterial) -> Iterator[Edit]:
        for domain in material.domains():
            path = material.path(domain)
            result = apply(material.files[path], material)
            if result == material.files[path]:
                continue

            def change(text: str, result: str | bytes | None = result) -> str | bytes:
                assert result is not None
                return result

            yield Edit(path, (), "", f"({name})", None if result is None else change)

    return edits


def header(pattern: str, new: str) -> Callable[[str, LanguageMaterial], str]:
    """Return what spoils the header."""
    return lambda text, material: re.sub(pattern, new, text, count=1)


def middle(new: str) -> Callable[[str, LanguageMaterial], str]:
    """Return what puts lines between two messages."""

    def apply(text: str, material: LanguageMaterial) -> str:
        blocks = text.split("\n\n")
        blocks.insert(len(blocks) // 2, new)
        return "\n\n".join(blocks)

    return apply


def unclosed(text: str, material: LanguageMaterial) -> str:
    blocks = text.rstrip("\n").split("\n\n")
    blocks[len(blocks) // 2] = blocks[len(blocks) // 2][:-1]
    return "\n\n".join(blocks) + "\n"


def doubled(text: str, piece: Piece) -> str:
    old = block(text, piece.key)
    return with_block(text, piece.key, f"{old}\n\n{old}")


def languages_file(name: str, pattern: str, new: Callable[[re.Match[str]], str]) -> Edits:
    """Return what spoils the language's entry in languages.yaml."""

    def edits(material: LanguageMaterial) -> Iterator[Edit]:
        path = material.project.relative(material.project.languages)
        text = material.files[path]
        start = text.index(f"- id: {material.language.id}\n")
        end = (text.find("\n  - id:", start + 1) + 1) or len(text)
        for match in re.finditer(pattern, text[start:end]):

            def change(text: str, match: re.Match[str] = match) -> str:
                return text[: start + match.start()] + new(match) + text[start + match.end() :]

            yield Edit(path, (material.language.id,), match[0], new(match), change)

    return edits


def _class(name: str, group: str, about: str, edits: Edits) -> FaultClass[LanguageMaterial]:
    return FaultClass(name, group, True, about, edits)


_UNKNOWN = 'msgctxt "no-such-text.text"\nmsgid "Old text."\nmsgstr "Vieux."'
_CONFLICT = "<<<<<<< HEAD\n=======\n>>>>>>> other"

CLASSES = (
    _class(
        "missing", "state", "a message is left out", each("left out", lambda t, p: with_block(t, p.key, ""))
    ),
    _class("empty", "state", "a translation is empty", target(lambda piece: "")),
    _class("whitespace", "state", "a translation is a space", target(lambda piece: " ")),
    _class("fuzzy", "state", "a message is fuzzy", each("fuzzy", lambda t, p: fuzzy(t, p.key))),
    _class("stale", "state", "a message translates an older source text", each("older source", stale)),
    _class("copied", "state", "a translation is the source text", target(copied)),
    _class(
        "retired", "state", "a message is marked obsolete", each("obsolete", lambda t, p: obsolete(t, p.key))
    ),
    _class(
        "context-misspelt",
        "state",
        "the context of a message is misspelt",
        each("context", lambda t, p: with_key(t, p.key, f"{p.key}x")),
    ),
    _class("entry-doubled", "state", "a message stands twice", each("twice", doubled)),
    _class(
        "escape-odd",
        "state",
        "an escape that only some readers know",
        each("\\x41", lambda t, p: with_raw_target(t, p.key, quote(p.target)[1:-1] + "\\x41")),
    ),
    _class(
        "message-unknown",
        "catalogs",
        "a message that the manual does not have",
        files("unknown message", middle(_UNKNOWN)),
    ),
    _class(
        "header-language",
        "catalogs",
        "the header names another language",
        files("Language: es", header(r'"Language: .*\\n"', r'"Language: es\\\\n"')),
    ),
    _class(
        "header-language-lost",
        "catalogs",
        "the header names no language",
        files("no Language", header(r'"Language: .*\\n"\n', "")),
    ),
    _class(
        "header-charset",
        "catalogs",
        "the header names another encoding",
        files("charset", header(r"charset=[\w-]+", "charset=ISO-8859-1")),
    ),
    _class(
        "encoding",
        "catalogs",
        "the file is not UTF-8",
        files("Latin-1", lambda text, material: text.encode("latin-1", "replace")),
    ),
    _class("file-lost", "catalogs", "a catalog is missing", files("deleted", lambda text, material: None)),
    _class("conflict", "catalogs", "marks of a merge conflict", files("conflict", middle(_CONFLICT))),
    _class("stray-line", "catalogs", "a line that belongs to nothing", files("stray", middle("Serrez."))),
    _class("quote-unclosed", "catalogs", "a quotation mark is left out", files("unclosed", unclosed)),
    _class(
        "signal-word-typed", "signal words", "a translation begins with a signal word", target(signal_word)
    ),
    _class(
        "signal-words-equal",
        "signal words",
        "two levels have the same word",
        languages_file(
            "equal",
            r"warning: (.*)\n( +)caution: (.*)\n",
            lambda m: f"warning: {m[1]}\n{m[2]}caution: {m[1]}\n",
        ),
    ),
    _class(
        "signal-words-alike",
        "signal words",
        "two levels differ in their capitals only",
        languages_file(
            "alike",
            r"danger: (.*)\n( +)warning: (.*)\n",
            lambda m: f"danger: {m[1]}\n{m[2]}warning: {m[1].capitalize()}\n",
        ),
    ),
    _class(
        "signal-word-lost",
        "signal words",
        "a level has no word",
        languages_file("lost", r" +(?:danger|warning|caution|notice|note): .*\n", lambda m: ""),
    ),
)
