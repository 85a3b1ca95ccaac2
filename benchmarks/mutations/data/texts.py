"""Faults in the source texts themselves."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.catalog import characters, markup, typography
from benchmarks.mutations.catalog.figures import products_typed, variant_typed
from benchmarks.mutations.catalog.references import typed as reference_typed
from benchmarks.mutations.catalog.texts import cut
from benchmarks.mutations.catalog.values import typed as value_typed
from benchmarks.mutations.data.spans import data_fault, fact_fault
from benchmarks.mutations.fault import FaultClass
from benchmarks.mutations.material import Change, DataMaterial, Piece, on_source_texts
from benchmarks.mutations.places import inserted, matches, pick, replaced
from halo_docs.data.blocks import Kind, ListBlock
from halo_docs.text.inline import roles


def heading_full_stop(piece: Piece, rng: Random) -> str | None:
    is_heading = piece.key.endswith((".title", ".head")) and re.search(r"\w\Z", piece.target)
    return f"{piece.target}." if is_heading and "figures" not in piece.domain else None


def forbidden_term(piece: Piece, rng: Random) -> str | None:
    if piece.domain == "terms":
        return None
    manual, found = piece.manual, []
    for name, own in manual.language_terms[manual.identity.source_language].items():
        places = matches(rf"\b{re.escape(manual.terms[name].term.source)}\b", piece.target)
        found += [(place, str(word)) for word in own.forbidden for place in places]
    drawn = pick(rng, found)
    return drawn and replaced(piece.target, *drawn)


def telling_value_typed(piece: Piece, rng: Random) -> str | None:
    """Type a value; codes of one or two characters are words too, and no rule looks for them."""
    after = value_typed(piece, rng)
    lost = [role for role in roles(piece.target) if after is not None and role not in roles(after)]
    return after if all(len(piece.shown(role)) > 2 for role in lost) else None


def section_typed(piece: Piece, rng: Random) -> str | None:
    after = reference_typed("ref")(piece, rng)
    return after if after and re.search(r"\d\.\d", after) else None


def _item_texts(piece: Piece) -> list[str]:
    lists = [owner for owner in piece.owners if isinstance(owner, ListBlock)]
    return [item.text.source for item in lists[-1].items] if lists else []


def item_capital(piece: Piece, rng: Random) -> str | None:
    texts, first = _item_texts(piece), piece.target[:1]
    if len(texts) < 3 or piece.target not in texts or not re.match(r"[a-z]{3}|[A-Z][a-z]{2}", piece.target):
        return None
    same = all(text[:1].isupper() == first.isupper() for text in texts)
    return first.swapcase() + piece.target[1:] if same else None


def item_end(piece: Piece, rng: Random) -> str | None:
    texts = _item_texts(piece)
    if len(texts) < 3 or piece.target not in texts:
        return None
    ends = {text.endswith(".") for text in texts}
    if ends == {True}:
        return piece.target[:-1]
    return f"{piece.target}." if ends == {False} and re.search(r"\w\Z", piece.target) else None


def sentence_end_lost(piece: Piece, rng: Random) -> str | None:
    is_paragraph = re.search(r"[a-z]\.\Z", piece.target) and len(piece.target.split()) > 3
    return piece.target[:-1] if is_paragraph and not _item_texts(piece) else None


def prohibition_lost(piece: Piece, rng: Random) -> str | None:
    if not any(getattr(owner, "kind", None) is Kind.PROHIBITION for owner in piece.owners[-1:]):
        return None
    places = re.search(r"\b(?:Do not|Never) (\w)", piece.target)
    return places and replaced(piece.target, places, places[1].upper())


def signal_word(piece: Piece, rng: Random) -> str | None:
    if not isinstance(getattr(piece.owners[-1], "kind", None), Kind):
        return None
    words = piece.language.signal_words
    return f"{rng.choice([words.danger, words.warning, words.caution, words.notice])}: {piece.target}"


def quantity_typed(piece: Piece, rng: Random) -> str | None:
    return inserted(rng, piece.target, rng.choice(["25 mm", "16 A", "2 N·m", "10 seconds", "230 V", "5 m"]))


def polite(piece: Piece, rng: Random) -> str | None:
    if not re.match(r"(?:Make|Use|Put|Insert|Connect|Install|Check|Mount|Remove|Select) ", piece.target):
        return None
    return f"Please {piece.target[0].lower()}{piece.target[1:]}"


def contracted(piece: Piece, rng: Random) -> str | None:
    found = pick(rng, matches(r"\b([Dd]o|[Ii]s|[Aa]re|[Hh]as) not\b", piece.target))
    return found and replaced(piece.target, found, f"{found[1]}n’t")


def residue(piece: Piece, rng: Random) -> str | None:
    """Leave a sentence of the French original."""
    return (
        f"{piece.target} Serrez ensuite toutes les vis du couvercle." if piece.target.endswith(".") else None
    )


_NOT_SHARED = (
    "no-break", "quotes", "quote-", "range-hyphen", "apostrophe-spaced", "double-space", "edge-space",
    "question-mark", "full-stop-", "colon-", "ellipsis", "capital-lost", "not-nfc",
    "strong-added", "strong-lost", "byte-order",
    # YAML folds what ends a line, and the text is right again.
    "newline", "tab", "c1-control", "line-separator", "rst-directive", "myst-directive",
)  # fmt: skip
"""Classes of faults of a translation that are none in a source text, or have another form there."""


def _shared(name: str) -> bool:
    return not name.startswith(_NOT_SHARED) or name in ("capital-lost-within", "rst-directive-inline")


def _classes(group: str, cases: tuple[tuple[str, str, Change], ...]) -> list[FaultClass[DataMaterial]]:
    return [
        data_fault(group, name, f"{about}, in a source text", on_source_texts(change))
        for name, about, change in cases
        if _shared(name)
    ]


def _own(group: str, name: str, about: str, change: Change) -> FaultClass[DataMaterial]:
    return data_fault(group, name, about, on_source_texts(change))


def _of_meaning(group: str, name: str, about: str, change: Change) -> FaultClass[DataMaterial]:
    return fact_fault(group, name, about, on_source_texts(change))


CLASSES: tuple[FaultClass[DataMaterial], ...] = (
    _own("values", "value-typed", "a value is typed in place of its role", telling_value_typed),
    _own("values", "quantity-typed", "a figure with its unit is typed", quantity_typed),
    _own("products", "products-typed", "product numbers are typed in place of their role", products_typed),
    _own("protocols", "variant-typed", "the name of a variant is typed in place of its role", variant_typed),
    _own("references", "link-typed", "an address is typed in place of its role", reference_typed("link")),
    _own("references", "ref-typed", "the number of a section is typed", section_typed),
    _own("signal words", "signal-word-typed", "a safety text begins with a signal word", signal_word),
    _own("typography", "heading-full-stop", "a heading ends with a full stop", heading_full_stop),
    _own("typography", "item-capital", "one item of a list begins otherwise", item_capital),
    _own("typography", "item-end", "one item of a list ends otherwise", item_end),
    _own("typography", "sentence-end-lost", "a sentence has no full stop", sentence_end_lost),
    _own("terminology", "term-forbidden", "a term becomes a word that the data forbids", forbidden_term),
    *_classes("markup", markup.MARKUP),
    *_classes("injection", markup.INJECTION),
    *_classes("characters", characters.CHARACTERS),
    *_classes("typography", typography.TYPOGRAPHY),
    _of_meaning("negation", "prohibition-lost", "a typed prohibition loses its negation", prohibition_lost),
    _of_meaning("style", "please", "an instruction says please", polite),
    _of_meaning("style", "contraction", "a contraction", contracted),
    _of_meaning("language", "residue", "a sentence in another language", residue),
    _of_meaning("truncation", "cut", "the second half is left out", cut),
)
