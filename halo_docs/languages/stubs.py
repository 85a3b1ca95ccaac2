"""The files of a language that was begun: what is provisional says so, what is unknown is empty."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import wrap

from halo_docs.data.identity import DECISIONS, SignalWords
from halo_docs.data.manual import Manual
from halo_docs.data.writing import LanguageTerm, Writing
from halo_docs.text.locales import LocaleFacts

_RANGE_WORD = "…"
"""Between two signed numbers: a sign, as long as nobody has said the word."""

_SCHEMA = "# yaml-language-server: $schema=../../docs/schema/{}.json"


def entry(manual: Manual, code: str, facts: LocaleFacts) -> list[str]:
    """Return the lines of a language's entry in languages.yaml."""
    source = manual.languages[manual.identity.source_language].signal_words
    return [
        f"- id: {code}",
        f"  name: {_scalar(facts.name)}",
        "  status: new",
        *([f"  direction: {facts.direction}"] if facts.direction != "ltr" else []),
        "  # Provisional. Whoever decides one of these takes its name out of the list.",
        f"  undecided: [{', '.join(DECISIONS)}]",
        f"  range_word: {_RANGE_WORD}",
        '  item_separator: ";"',
        '  label_separator: ":"',
        "  signal_words:",
        *(
            f"    {name}: {_scalar(getattr(source, name))}"
            for name in SignalWords.model_fields
            if name != "location"
        ),
    ]


def writing_file(facts: LocaleFacts) -> str:
    """Return writing.yaml of a language of which nothing is decided."""
    return "\n".join(_writing_lines(facts)) + "\n"


def _writing_lines(facts: LocaleFacts) -> Iterator[str]:
    yield _SCHEMA.format("writing")
    yield from _comment(
        "Nothing is decided yet: a list that is empty, or a line that is a comment, checks nothing. What "
        "each is for: halo_docs/data/writing.py; a language that is decided shows how to write it."
    )
    for name, field in Writing.model_fields.items():
        if name == "location":
            continue
        yield ""
        yield from _comment(field.description or name.replace("_", " ").capitalize() + ".")
        if name == "letters" and facts.letters:
            yield from _comment(
                f"CLDR's names of languages and countries have {facts.letters}; this is no alphabet."
            )
        yield f"{name}: []" if field.default == () else f"# {name}:"


def terms_file(manual: Manual) -> str:
    """Return terms.yaml of a language of which nothing is decided: every concept, no words."""
    fields = [name for name in LanguageTerm.model_fields if name not in ("id", "location")]
    lines = [
        _SCHEMA.format("language-terms"),
        *_comment(
            f"Each concept may have {', '.join(fields)}: lists of words. The preferred term is translated "
            "in terms.po."
        ),
        "terms:" if manual.terms else "terms: []",
    ]
    lines += [f"- id: {name}  # {term.term.source}" for name, term in manual.terms.items()]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> Iterator[str]:
    yield from wrap(
        " ".join(text.split()), 110, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _scalar(text: str) -> str:
    """Write a text as YAML: plain where that is safe."""
    return text if re.fullmatch(r"\w[\w -]*", text) else json.dumps(text, ensure_ascii=False)
