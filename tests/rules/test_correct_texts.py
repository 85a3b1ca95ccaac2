"""No rule on characters and typography speaks of a correct text of whatever language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from halo_docs.data.manual import Manual, texts
from halo_docs.data.writing import Writing
from halo_docs.messages.catalog import Entry
from halo_docs.problems import Location
from halo_docs.rules import RULES
from halo_docs.rules.base import TranslatedText
from halo_docs.rules.mending import mended

RULES_TRIED = [
    f"po-{name}"
    for name in (
        *("alphabet", "apostrophe", "brackets", "break", "characters", "dashes", "doubled-word"),
        *("ellipsis", "mojibake", "normal-form", "quotes", "repeated-mark", "spaces"),
    )
]
CORRECT = [
    pytest.param(entry["writing"], case["text"], case.get("also", ""), id=f"{entry['language']}-{number}")
    for entry in yaml.safe_load(Path(__file__).with_name("correct-texts.yaml").read_text("utf-8"))
    for number, case in enumerate(entry["texts"], start=1)
]


@pytest.mark.parametrize(("writing", "target", "also"), CORRECT)
def test_a_correct_text_is_left_alone(
    manual: Manual, writing: dict[str, object], target: str, also: str
) -> None:
    code = next(code for code in manual.languages if code != manual.identity.source_language)
    described = replace(manual, writing={**manual.writing, code: Writing.model_validate(writing)})
    text, owners = next(texts(manual.chapters[0]))
    text = replace(text, source=f"A text. {also}")
    entry = Entry(text.key, text.source, target, False, Location("a.po"))
    subject = TranslatedText(described, text, owners, manual.languages[code], entry)
    found = [f"{name}: {finding.message}" for name in RULES_TRIED for finding in RULES[name].find(subject)]
    assert found == []
    assert mended(subject) == target
