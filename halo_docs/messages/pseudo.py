"""The pseudo-languages: always there to be built, without an entry, a catalog or a translator.

``qps-ploc`` and ``qps-plocm`` (right to left) are the codes that other systems use for this. Numbers
and lists are formed as in the source language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from halo_docs.data.identity import Language, Status
from halo_docs.data.manual import Manual
from halo_docs.data.scalars import Id, Plain
from halo_docs.messages.catalog import Catalog, Entry
from halo_docs.messages.extract import messages
from halo_docs.text.names import names_of, unit_symbols
from halo_docs.text.pseudo import ITEM_SEPARATOR, LABEL_SEPARATOR, PSEUDO_LANGUAGES, lengthened, pseudo


def buildable_languages(manual: Manual) -> Mapping[str, Language]:
    """Return every language that can be built, by code: the manual's own, then the pseudo-languages."""
    return {**manual.languages, **{code: _language(manual, code) for code in PSEUDO_LANGUAGES}}


def _language(manual: Manual, code: str) -> Language:
    """Return a pseudo-language; what the source language says of itself is made pseudo as well."""
    source = manual.languages[manual.identity.source_language]
    words = source.signal_words
    changed = {name: Plain(lengthened(word)) for name, word in words if isinstance(word, Plain)}
    return source.model_copy(
        update={
            "id": Id(code),
            "name": Plain(lengthened(f"Pseudo {PSEUDO_LANGUAGES[code]}")),
            "status": Status.DRAFT,
            "direction": PSEUDO_LANGUAGES[code],
            "signal_words": words.model_copy(update=changed),
            "locale": source.locale or Plain(source.id),
            "range_word": Plain(lengthened(source.range_word)),
            "item_separator": Plain(ITEM_SEPARATOR),
            "label_separator": Plain(LABEL_SEPARATOR),
        }
    )


def pseudo_catalogs(manual: Manual) -> Mapping[str, Catalog]:
    """Return a catalog for each domain, in which every message of the manual is translated."""
    names, units = tuple(names_of(manual)), unit_symbols(manual)
    entries: dict[str, dict[str, Entry]] = defaultdict(dict)
    for message in messages(manual):
        target = pseudo(message.source, names, units)
        place = message.locations[0]
        entries[message.domain][message.key] = Entry(
            message.key, message.source, target, is_fuzzy=False, location=place
        )
    return {domain: Catalog(domain, found) for domain, found in entries.items()}
