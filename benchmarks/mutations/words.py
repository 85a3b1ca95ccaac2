"""Word tables that turn a right translation into a wrong one: words/<lang>.yaml.

They are written for this measurement alone. A language without a table has no faults of meaning
that need one; everything else works.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "words"

Pairs = tuple[tuple[str, str], ...]
"""Pattern (regular expression) -> replacement."""


@dataclass(frozen=True)
class Words:
    """The table of one language."""

    negation_lost: Pairs = ()
    negation_added: Pairs = ()
    modality: Pairs = ()
    opposites: dict[str, Pairs] = field(default_factory=dict)
    """Id of a pair of opposites -> how one becomes the other."""
    numbers: Pairs = ()
    wrong_terms: Pairs = ()
    """Right word for a concept -> a wrong one."""
    wrong_words: Pairs = ()
    """A word -> another one that sounds alike and makes no sense here."""
    forms: Pairs = ()
    """Imperative -> another tense or person."""


FOREIGN = {
    "de": "Die Schrauben müssen mit dem richtigen Drehmoment angezogen werden.",
    "es": "Asegúrese de que la tapa esté bien cerrada antes de continuar.",
    "pl": "Upewnij się, że pokrywa jest dobrze zamknięta przed użyciem.",
    "pt": "Certifique-se de que a tampa está bem fechada antes de continuar.",
    "it": "Assicurarsi che il coperchio sia ben chiuso prima di procedere.",
}
"""Language -> a sentence of it, to be put into a translation into another one."""


def words_for(language: str) -> Words:
    """Return the table of a language; an empty one where there is none."""
    path = FOLDER / f"{language}.yaml"
    if not path.is_file():
        return Words()
    read = yaml.safe_load(path.read_text("utf-8"))
    opposites = {name: _pairs(pairs) for name, pairs in read.pop("opposites", {}).items()}
    return Words(**{name: _pairs(pairs) for name, pairs in read.items()}, opposites=opposites)


def _pairs(pairs: list[list[str]]) -> Pairs:
    return tuple((before, after) for before, after in pairs)
