"""Whole texts that are cut, exchanged, shifted, or in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from benchmarks.mutations.catalog.messages import meaning
from benchmarks.mutations.fault import Edit, FaultClass
from benchmarks.mutations.material import LanguageMaterial, Piece
from benchmarks.mutations.places import drawn_role, matches, pick, replaced, sentences
from benchmarks.mutations.po_text import with_target
from benchmarks.mutations.words import FOREIGN
from halo_docs.text.inline import roles


def first_sentence_dropped(piece: Piece, rng: Random) -> str | None:
    parts = sentences(piece.target)
    return " ".join(parts[1:]) if len(parts) > 1 and not roles(parts[0]) else None


def last_sentence_dropped(piece: Piece, rng: Random) -> str | None:
    parts = sentences(piece.target)
    return " ".join(parts[:-1]) if len(parts) > 1 and not roles(parts[-1]) else None


def placeholder(piece: Piece, rng: Random) -> str | None:
    return None if roles(piece.target) else "TODO"


def cut(piece: Piece, rng: Random) -> str | None:
    words = piece.target.split(" ")
    if len(words) < 6:
        return None
    kept = " ".join(words[: len(words) // 2])
    return kept if roles(kept) == roles(piece.target) else None


def cut_with_full_stop(piece: Piece, rng: Random) -> str | None:
    kept = cut(piece, rng)
    return f"{kept.rstrip(',; ')}." if kept and piece.target.endswith(".") else None


def clause_dropped(piece: Piece, rng: Random) -> str | None:
    found = [*re.finditer(r",(?! \d)[^,.{}]{12,}(?=\.\Z|\Z)", piece.target)]
    return piece.target[: found[-1].start()] + piece.target[found[-1].end() :] if found else None


def first_clause_dropped(piece: Piece, rng: Random) -> str | None:
    found = re.match(r"([^,.{}:]{12,}), (\w)", piece.target)
    return found and found[2].upper() + piece.target[found.end() :]


def sentence_in_another_language(piece: Piece, rng: Random) -> str | None:
    parts = sentences(piece.target)
    plain = [i for i, part in enumerate(parts) if part.endswith(".") and not roles(part)]
    at = pick(rng, plain)
    if at is None:
        return None
    others = [sentence for language, sentence in FOREIGN.items() if language != piece.language.id]
    return " ".join([*parts[:at], rng.choice(others), *parts[at + 1 :]])


def sentence_of_the_source(piece: Piece, rng: Random) -> str | None:
    ours, theirs = sentences(piece.target), sentences(piece.source)
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    same = [i for i in range(len(ours)) if roles(ours[i]) == roles(theirs[i]) and ours[i] != theirs[i]]
    at = pick(rng, [i for i in same if len(theirs[i].split()) >= 3])
    return None if at is None else " ".join([*ours[:at], theirs[at], *ours[at + 1 :]])


def half_of_the_source(piece: Piece, rng: Random) -> str | None:
    ours, theirs = piece.target.split(" "), piece.source.split(" ")
    if roles(piece.target) or min(len(ours), len(theirs)) < 6:
        return None
    return " ".join([*ours[: len(ours) // 2], *theirs[len(theirs) // 2 :]])


def sentences_exchanged(piece: Piece, rng: Random) -> str | None:
    parts = sentences(piece.target)
    return " ".join([*parts[1:], parts[0]]) if len(parts) > 1 else None


def roles_exchanged(piece: Piece, rng: Random) -> str | None:
    found = roles(piece.target)
    first = drawn_role(rng, piece.target, "value", "ref")
    others = [role for role in found if first and role.name == first.name and role != first]
    second = pick(rng, others)
    if first is None or second is None:
        return None
    parked = piece.target.replace(str(first), "\0", 1).replace(str(second), str(first), 1)
    return parked.replace("\0", str(second), 1)


def words_exchanged(piece: Piece, rng: Random) -> str | None:
    found = re.search(r"\b([^\W\d_]{4,}) et ([^\W\d_]{4,})|\b([^\W\d_]{5,}) ([^\W\d_]{5,})\b", piece.target)
    words = found and [word for word in found.groups() if word]
    if not found or not words or words[0].lower() == words[1].lower() or "et" in found[0].split():
        return None
    return piece.target[: found.start()] + f"{words[1]} {words[0]}" + piece.target[found.end() :]


def brackets_lost(piece: Piece, rng: Random) -> str | None:
    found = matches(r"\((.*?)\)", piece.target)
    return replaced(piece.target, found[0], found[0][1]) if found else None


def misspelt(piece: Piece, rng: Random) -> str | None:
    found = pick(rng, [*re.finditer(r"(?<=\w)([a-z])([a-z])(?=[a-z]{2,})", piece.target)])
    if (
        found is None
        or found[1] == found[2]
        or any(str(role).count(found[0]) for role in roles(piece.target))
    ):
        return None
    return piece.target[: found.start()] + found[2] + found[1] + piece.target[found.end() :]


def _pairs(material: LanguageMaterial) -> Iterator[tuple[Piece, Piece]]:
    """Yield neighbours in a catalog that have the same roles, and differ."""
    for pieces in material.domains().values():
        for one, other in pairwise(pieces):
            if sorted(map(str, roles(one.target))) != sorted(map(str, roles(other.target))):
                continue
            if one.target.casefold() != other.target.casefold() and one.source != other.source:
                yield one, other


def exchanged(material: LanguageMaterial) -> Iterator[Edit]:
    for one, other in _pairs(material):

        def apply(text: str, one: Piece = one, other: Piece = other) -> str:
            return with_target(with_target(text, one.key, other.target), other.key, one.target)

        places = (one.key, other.key)
        yield Edit(material.path(one.domain), places, one.target, other.target, apply, one.source)


def pasted(material: LanguageMaterial) -> Iterator[Edit]:
    for one, other in _pairs(material):

        def apply(text: str, one: Piece = one, other: Piece = other) -> str:
            return with_target(text, other.key, one.target)

        yield Edit(material.path(one.domain), (other.key,), other.target, one.target, apply, other.source)


def shifted(material: LanguageMaterial) -> Iterator[Edit]:
    for pieces in material.domains().values():
        for start in range(0, len(pieces) - 5, 3):
            block = pieces[start : start + 5]
            moved = dict(zip([p.key for p in block[1:]], [p.target for p in block[:-1]], strict=True))

            def apply(text: str, moved: dict[str, str] = moved) -> str:
                for key, target in moved.items():
                    text = with_target(text, key, target)
                return text

            path, places = material.path(block[0].domain), tuple(moved)
            yield Edit(path, places, block[1].target, block[0].target, apply, block[1].source)


def inconsistent(material: LanguageMaterial) -> Iterator[Edit]:
    """Yield another wording for one of several equal source texts."""
    by_source: dict[str, list[Piece]] = {}
    for piece in material.pieces:
        by_source.setdefault(piece.source, []).append(piece)
    for pieces in by_source.values():
        if len(pieces) < 2 or len({p.target for p in pieces}) != 1 or len(pieces[0].source.split()) < 2:
            continue
        for piece in pieces:
            parts = piece.target.split(" ")
            after = " ".join([*parts[:1], *reversed(parts[1:])])

            def apply(text: str, piece: Piece = piece, after: str = after) -> str:
                return with_target(text, piece.key, after)

            if after != piece.target:
                path = material.path(piece.domain)
                yield Edit(path, (piece.key,), piece.target, after, apply, piece.source)


CLASSES: tuple[FaultClass[LanguageMaterial], ...] = (
    meaning("truncation", "first-sentence-dropped", "the first sentence is left out", first_sentence_dropped),
    meaning("truncation", "last-sentence-dropped", "the last sentence is left out", last_sentence_dropped),
    meaning("truncation", "cut", "the second half is left out", cut),
    meaning("truncation", "cut-with-full-stop", "… and a full stop put there", cut_with_full_stop),
    meaning("truncation", "clause-dropped", "the last clause is left out", clause_dropped),
    meaning("truncation", "first-clause-dropped", "the first clause is left out", first_clause_dropped),
    meaning("language", "sentence-foreign", "a sentence in a third language", sentence_in_another_language),
    meaning("language", "sentence-of-source", "a sentence in the source language", sentence_of_the_source),
    meaning("language", "half-of-source", "the second half in the source language", half_of_the_source),
    meaning("language", "misspelt", "two letters of a word change places", misspelt),
    meaning("order", "sentences-exchanged", "the first sentence stands last", sentences_exchanged),
    meaning("order", "words-exchanged", "two neighbouring words change places", words_exchanged),
    meaning("order", "brackets-lost", "a pair of brackets is left out", brackets_lost),
    meaning("truncation", "placeholder", "a translation is “TODO”", placeholder),
    meaning("order", "roles-exchanged", "two roles of a kind change places", roles_exchanged),
    FaultClass("messages-exchanged", "order", False, "two neighbours change places", exchanged),
    FaultClass("message-pasted", "order", False, "a neighbour’s translation stands here too", pasted),
    FaultClass("messages-shifted", "order", False, "four translations slip by one message", shifted),
    FaultClass(
        "inconsistent", "order", False, "one of several equal texts is translated otherwise", inconsistent
    ),
)
