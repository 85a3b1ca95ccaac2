"""Messages of a catalog are edited in their place; whatever else stands in the file keeps its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from halo_docs.messages.editing import Edit, Suggestion, edited

CATALOG = """\
#
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# from Åse
# pretranslated: close match, 80 %, old.po:3
#. chapter: a
#: a.yaml:1
#, fuzzy, python-brace-format
#| msgid "Olde"
msgctxt "a.text"
msgid "Old"
msgstr   "gammel"

#, fuzzy
msgctxt ""
"b."
"text"
msgid "Two"
msgstr ""

#~ msgid "gone"
#~ msgstr "væk"
# the end
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_what_is_edited_changes(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(CATALOG.replace("\n", line_end).encode())

    def becomes(edits: dict[str, Edit], *changes: tuple[str, str]) -> None:
        expected = CATALOG
        for before, after in changes:
            assert expected.count(before) == 1, before
            expected = expected.replace(before, after)
        assert edited(path, edits).decode().replace(line_end, "\n") == expected
        assert edited(path, edits).count(b"\r") == (expected.count("\n") if line_end == "\r\n" else 0)

    becomes({})
    becomes(
        {"a.text": Edit(None, is_fuzzy=False)},
        ("# pretranslated: close match, 80 %, old.po:3\n", ""),
        ("#, fuzzy, python-brace-format\n", "#, python-brace-format\n"),
        ('#| msgid "Olde"\n', ""),
    )
    becomes(
        {"b.text": Edit("to", is_fuzzy=False)},
        ('#, fuzzy\nmsgctxt ""', 'msgctxt ""'),
        ('msgid "Two"\nmsgstr ""', 'msgid "Two"\nmsgstr "to"'),
    )
    becomes(
        {
            "a.text": Edit("ny", is_fuzzy=True),
            "b.text": Edit("to", True, Suggestion("close match", "x", 'T"wo')),
        },
        ("# pretranslated: close match, 80 %, old.po:3\n", ""),
        ('msgstr   "gammel"', 'msgstr "ny"'),
        (
            '#, fuzzy\nmsgctxt ""',
            '# pretranslated: close match, x\n#, fuzzy\n#| msgctxt "x"\n#| msgid "T\\"wo"\nmsgctxt ""',
        ),
        ('msgid "Two"\nmsgstr ""', 'msgid "Two"\nmsgstr "to"'),
    )
