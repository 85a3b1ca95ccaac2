from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.data.language_list import with_entry, without_entry

ROOT = Path(__file__).parent.parent.parent
FILES = [
    ROOT / "locales" / "languages.yaml",
    ROOT / "tests" / "roots" / "mini" / "locales" / "languages.yaml",
]
ENTRY = ["- id: pl", "  name: Polski", "  # Not decided yet.", "  undecided: [terms]"]


@pytest.mark.parametrize("path", FILES, ids=["this", "mini"])
def test_what_was_added_is_taken_out_again_and_no_other_byte_changes(path: Path) -> None:
    text = path.read_text("utf-8")
    added = with_entry(text, ENTRY)
    assert added is not None
    assert added == text + "".join(f"  {line}\n" for line in ENTRY)
    assert without_entry(added, "pl") == text


TEXTS = {
    "at the margin": "languages:\n- id: de\n- id: da\n",
    "comments": "# Head\nlanguages:\n  # German\n  - id: de   # here\n\n  # Danish\n  - id: da\n# End\n",
    "carriage returns": "languages:\r\n  - id: de\r\n  - id: da\r\n",
    "no last line feed": "languages:\n  - id: de\n  - id: da",
    "flow": "languages:\n  - {id: de, words: {a: b}}\n  - {id: da,\n     name: Dansk}\n",
    "block text": 'languages:\n  - id: de\n    name: |\n      # no comment\n  - id: "da"\n',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_forms_of_the_file(text: str) -> None:
    added = with_entry(text, ENTRY)
    assert added is not None
    assert added.startswith(text)
    whole = text if text.endswith("\n") else text + "\n"
    assert without_entry(added, "pl") == whole
    left = without_entry(text, "de")
    assert left is not None
    assert "de" not in left.replace("undecided", "")
    assert [*filter(None, left.splitlines())] == [
        line for line in text.splitlines() if line and line in left.splitlines()
    ]
    assert "da" in left


def test_comments_stay_with_what_they_speak_of() -> None:
    assert without_entry(TEXTS["comments"], "de") == (
        "# Head\nlanguages:\n  # German\n\n  # Danish\n  - id: da\n# End\n"
    )
    assert without_entry(TEXTS["comments"], "da") == (
        "# Head\nlanguages:\n  # German\n  - id: de   # here\n\n  # Danish\n# End\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "languages: []\n",
        "languages: [{id: de}, {id: da}]\n",
        "languages:\n  -\n    id: de\n",
        "languages:\n  - id: de\nmore: {a: b}\n",
        "languages:\n  - id: de\n...\n",
        "languages:\n  - id: de\n  - [\n",
        "- id: de\n",
    ],
)
def test_what_cannot_be_edited_is_left_alone(text: str) -> None:
    assert with_entry(text, ENTRY) is None


def test_an_entry_that_is_not_there_is_not_taken_out() -> None:
    assert without_entry(TEXTS["flow"], "pl") is None


@given(st.text(alphabet=" -#:{}[]\n\r\tidelang\"'|>,&*", max_size=40))
def test_any_text_is_read_without_an_error(tail: str) -> None:
    text = "languages:\n  - id: de\n" + tail
    added = with_entry(text, ENTRY)
    if added is not None:
        assert added.startswith(text)
    without_entry(text, "de")
