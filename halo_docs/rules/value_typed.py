"""What the data states is shown by its role, not typed.

A typed figure, product number, code, network name or address stays behind when the data change, and
each language writes it in its own way. Codes of one or two characters, and short ones without a
figure, are words too and are not looked for in prose; figures that are part of a term may be typed.

Bad:  Tighten the screws to 2 N·m.
Good: Tighten the screws to {value}`cover-screw-torque`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from halo_docs.data.facts import AxisValue, Term
from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, source_texts
from halo_docs.text.terms import preferred
from halo_docs.text.wording import HOLE, Finder, literals

_DESIGNATION = re.compile(r"[A-Z]{2,}[\w.-]*(?: [\w.]*\d[\w.]*)+|[A-Z]{4,}")
"""The name of a variant that is no word of a language, for example a protocol with its version."""
_SECTION = re.compile(r"(?<![\w.,])\d+(?:\.\d+)+(?![\w,]|\.\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.+-]+@[\w-]+\.)[^\s\ufffc()<>«»“”\"]+")


def find(manual: Manual) -> Iterator[Finding]:
    """Yield what is typed although a role shows it."""
    shown = dict(_shown(manual))
    sections = {str(p.number): name for name, p in manual.places.items() if "." in (p.number or "")}
    pattern, quantities = _typed(shown), _quantities(manual)
    numbered = _numbered_names(manual, quantities)
    for subject in source_texts(manual):
        text, own = subject.running, literals(subject.text.source)
        for match in quantities.finditer(numbered.without(text)):
            yield subject.finding(f'"{match[0]}" is typed; state it in values.yaml and show it by its role')
        for match in _SECTION.finditer(text):
            if match[0] in sections:
                role = f"{{ref}}`{sections[match[0]]}`"
                yield subject.finding(f'the section number "{match[0]}" is typed; write {role}')
        found = [match["shown"] for written in (text, *own) for match in pattern.finditer(written)]
        if subject.owners and isinstance(subject.owners[-1], AxisValue | Term):
            # A name or a definition must be able to say what it is called.
            found = [characters for characters in found if not _DESIGNATION.fullmatch(characters)]
        for characters in dict.fromkeys([*found, *(name for name in own if name in shown)]):
            role = shown[re.sub(r"\s", " ", characters)]
            yield subject.finding(f'"{characters}" is typed; write {role}')
        for written in (text, *own):
            for match in _ADDRESS.finditer(pattern.sub(HOLE, written)):
                address = match[0].rstrip(".,;:!?")
                yield subject.finding(f'"{address}" is typed; put it into links.yaml, show it by its role')


def _shown(manual: Manual) -> Iterator[tuple[str, str]]:
    """Yield characters as the reader sees them, each with the role that shows them."""
    for link in manual.links.values():
        for address in (link.text or link.url, link.url, *link.urls.values()):
            yield re.sub(r"^\w+:(?://)?", "", address).rstrip("/"), f"{{link}}`{link.id}`"
    for product in manual.products.values():
        for attribute in product.attributes.values():
            yield str(product.id), f"{{products}}`{attribute}`"
    for variant in manual.axis_values.values():
        if _DESIGNATION.fullmatch(variant.name.source):
            yield variant.name.source, f"{{variant}}`{variant.id}`"
    for value in manual.values.values():
        characters = value.code or value.literal
        if characters is not None:
            yield str(characters), f"{{value}}`{value.id}`"


def _typed(shown: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern for what is found in prose only where it is meant, longest first."""
    telling = sorted(filter(_is_telling, shown), key=len, reverse=True)
    spaced = [r"\s".join(map(re.escape, characters.split(" "))) for characters in telling]
    return re.compile(rf"(?<![\w.@-])(?:https?://)?(?P<shown>{'|'.join(spaced) or '(?!)'})/?(?![\w@])")


def _is_telling(characters: str) -> bool:
    if len(characters) >= 3 and any(map(str.isdigit, characters)):
        return True
    return len(characters) >= 4 and (characters.isupper() or "." in characters)


def _quantities(manual: Manual) -> re.Pattern[str]:
    """Return a pattern for a figure, or a range of figures, with one of the units."""
    symbols = sorted({str(unit.symbol) for unit in manual.units.values()}, key=len, reverse=True)
    units = "|".join(map(re.escape, symbols)) or "(?!)"
    figure = r"[+−-]?\d+(?:[.,\u00a0\u202f]\d+)*"
    return re.compile(rf"(?<![\w.,/−-]){figure}(?:\s?[–/×x-]\s?{figure})*[\s-]?(?:{units})(?!\w)")


def _numbered_names(manual: Manual, quantities: re.Pattern[str]) -> Finder:
    """Return the terms and the names that have figures of their own: 1.6J is one, 2 N·m is a quantity."""
    names = [name.name.source for name in manual.axis_values.values()]
    names += [word for term in manual.terms.values() for word in preferred(term)]
    own = [name for name in names if any(map(str.isdigit, name)) and "`" not in name]
    spaced = re.compile(r"\d[\s-]")
    return Finder({"": [n for n in own if not any(spaced.search(m[0]) for m in quantities.finditer(n))]})


RULE = Rule("value-typed", Severity.ERROR, Manual, find)
