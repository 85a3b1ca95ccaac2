"""Names in texts and translations: which must stay, and which are misspelt; no rule."""

from __future__ import annotations

import re
from functools import cache

from halo_docs.data.facts import Term
from halo_docs.data.manual import Manual
from halo_docs.rules.base import LanguageTexts
from halo_docs.text.names import names_of, unit_symbols
from halo_docs.text.wording import running, words


def names(subject: LanguageTexts) -> tuple[str, ...]:
    """Return what must stand in a translation as it stands in the source, longest first.

    These are product and manufacturer with the parts that they are called by, and the terms that are
    names: written with capitals and kept by the language.
    """
    found = {*names_of(subject.manual)}
    for text in subject.texts:
        if isinstance(text.owners[-1], Term) and text.source == text.target and is_name(text.source):
            found.add(running(text.source))
    return tuple(sorted(found, key=len, reverse=True))


def is_name(text: str) -> bool:
    """Tell whether a text is several words that all begin with a capital."""
    parts = words(text)
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


@cache
def mention(name: str) -> re.Pattern[str]:
    """Match a name, with the ending that some languages give it: up to three letters."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w{{4}})".replace(r"\ ", r"[\s\u00a0]"))


def is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a name with one letter too many, too few, changed or exchanged.

    An ending is none, and very short names tell nothing.
    """
    if len(name) < _SHORT or word[:1] != word[:1].upper() or word.startswith(name) or name in word:
        return False
    if len(word) == len(name):
        unlike = [index for index, (one, other) in enumerate(zip(word, name, strict=True)) if one != other]
        first, last = unlike[0], unlike[-1]
        return first == last or (last == first + 1 and word[first] + word[last] == name[last] + name[first])
    longer, shorter = sorted((word, name), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer))
    )


_SHORT = 4


def known_words(manual: Manual) -> frozenset[str]:
    """Return the words of everything that the data holds in one form for all languages."""
    plain = [*names_of(manual)]
    for link in manual.links.values():
        plain += [str(link.url), str(link.text or "")]
    for label in manual.ui_labels.values():
        plain += [str(label.label), *map(str, label.labels.values())]
    for value in manual.values.values():
        plain += [str(value.code or ""), str(value.literal or "")]
    plain += unit_symbols(manual)
    return frozenset(word.casefold() for text in plain for word in words(text))
