"""Catalogs as text: read and written without a change, whatever wrote them."""

from __future__ import annotations

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from halo_docs.messages.catalog import read_catalog
from halo_docs.messages.catalog_text import WIDTH, CatalogText, new_block

ANY = """\
# Somebody's file
#, fuzzy
msgid ""
msgstr ""
"X-Any: 1\\n"
# right after the header

#  two spaces
#. note: one
#. two
#: a.yaml:1 b.yaml:2
#: c.yaml:3
#, fuzzy, no-wrap
#| msgctxt "old.text"
#| msgid ""
#| "Old "
#| "text."
msgctxt "key.text"
msgid "A \\"quoted\\" text.\\n"
"Second line."
msgstr "Tab\\there"
msgid "one"
msgid_plural "many"
msgstr[0] "en"
msgstr[1] "mange"


#~| msgid "older"
#~ msgctxt "gone.text"
#~ msgid "Gone."
#~ msgstr "Væk."
#~ msgid "Gone, too."
#~ msgstr ""
#~ "Også "
#~ "væk."
# nobody's comment
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n"])
def test_bytes_are_kept_and_read_as_polib_reads_them(end: str, tail: str) -> None:
    raw = (ANY.rstrip("\n") + tail).replace("\n", end).encode()
    text = CatalogText.parse(raw)
    assert text.render() == raw
    ours = [(b.key, b.source, b.target, b.is_fuzzy, b.is_obsolete) for b in text.blocks]
    theirs = [(e.msgctxt, e.msgid, e.msgstr, e.fuzzy, bool(e.obsolete)) for e in polib.pofile(ANY)]
    assert ours == theirs
    assert text.header is not None and text.header.target == "X-Any: 1\n"
    first = text.blocks[0]
    assert first.previous == ("old.text", "Old text.")
    assert (first.note, first.places) == ("note: one two", ("a.yaml:1", "b.yaml:2", "c.yaml:3"))
    assert text.blocks[2].previous == (None, "older")


def test_a_change_touches_its_own_part_only() -> None:
    block = CatalogText.parse(ANY.encode()).blocks[0]
    before = list(block.lines())
    assert list(block.with_note("note: onetwo", block.places).lines()) == before
    after = list(block.with_note("other", ["a.yaml:9"]).with_fuzzy(False).with_previous(None, None).lines())
    assert after == [*before[:3], "#. other", "#: a.yaml:9", "#, no-wrap", *before[12:]]
    assert list(block.retired().revived().lines()) == [before[0], before[2], *before[7:]]
    assert list(block.with_target("x").with_target("Tab\there").lines()) == before


@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\r")), key=st.text('a"\\\n b', max_size=9)
)
def test_any_text_comes_back_as_it_was(text: str, key: str) -> None:
    block = new_block(key, text).with_target(text).with_previous(key, text).with_fuzzy(True)
    (read,) = CatalogText.parse(CatalogText(None, (block,)).render()).blocks
    assert (read.key, read.source, read.target, read.previous) == (key, text, text, (key, text))


def test_long_texts_are_broken_after_spaces() -> None:
    text = "Tighten the screws to {value}`cover-screw-torque`, " * 3
    for line in new_block("key.text", text).lines():
        assert len(line) < WIDTH
        assert not line.startswith('" ')
        assert line.count("`") % 2 == 0


LINES = (
    *('msgctxt "a"', 'msgctxt "b"', 'msgid "x"', 'msgid ""', '"more "', 'msgstr "y"', 'msgstr ""', ""),
    *('msgid_plural "xs"', 'msgstr[0] "y"', 'msgstr[1] "ys"', '"\\"\\\\\\n"', '  msgid "x"', "\t# c"),
    *(
        "# c",
        "#",
        "#. n",
        "#: a:1",
        "#, fuzzy",
        "#,",
        '#| msgid "o"',
        '#| "p"',
        "#| msgid o",
        '#| msgctxt "k"',
    ),
    *(
        "#~",
        '#~ msgctxt "a"',
        '#~ msgid "x"',
        '#~ msgstr "y"',
        '#~ "z"',
        '#~| msgid "o"',
        "#~| junk",
        "#~ junk",
    ),
)


@given(lines=st.lists(st.sampled_from(LINES), max_size=14))
def test_whatever_a_catalog_holds_is_read_as_polib_reads_it_or_refused(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("po") / "a.po"
    path.write_text("\n".join(lines), "utf-8")
    catalog, problems = read_catalog(path, "a.po")
    text = CatalogText.parse(path.read_bytes())
    assert problems or text.render() == path.read_bytes()
    ours = {b.key: b.target for b in text.blocks if b.key is not None and not b.is_obsolete}
    if not problems and all({"msgid", "msgstr"} <= {*block.body} for block in text.blocks):
        assert ours == {key: entry.target for key, entry in catalog.entries.items()}
    for block in text.blocks:
        assert block.retired().revived().target == block.target
        assert block.with_fuzzy(True).is_fuzzy > block.with_fuzzy(False).is_fuzzy
        assert block.with_note("n", ["p"]).previous == block.previous
