"""The names in a manual's data that no language translates."""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual


def names_of(manual: Manual) -> Iterator[str]:
    """Yield product and manufacturer, what both names begin with, and the rest of the product's name."""
    product, manufacturer = str(manual.identity.product), str(manual.identity.manufacturer)
    yield product
    yield manufacturer
    ours, theirs = product.split(), manufacturer.split()
    shared = 0
    while ours[shared : shared + 1] and ours[shared : shared + 1] == theirs[shared : shared + 1]:
        shared += 1
    if shared > 1:
        yield " ".join(ours[:shared])
    rest = [word for word in ours[shared:] if not any(map(str.isdecimal, word))]
    if rest and rest[0][:1].isupper():
        yield " ".join(rest)


def unit_symbols(manual: Manual) -> frozenset[str]:
    """Return the symbols of the units, which are the same in every language."""
    return frozenset(str(unit.symbol) for unit in manual.units.values())
