"""``halo-docs import``: takes in what a translator did, refuses the rest whole, and says where."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

from halo_docs.data.load import load_manual
from halo_docs.data.manual import Manual
from halo_docs.exchange import writing
from halo_docs.exchange.coding import encode
from halo_docs.exchange.importing import language_faults, take_in
from halo_docs.exchange.units import Unit, digest, read_units
from halo_docs.exchange.xliff_reading import Document, Returned, read_xliff
from halo_docs.exchange.xliff_writing import xliff
from halo_docs.figures.source import read_drawings
from halo_docs.files import write_bytes
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Location
from halo_docs.project import Project
from halo_docs.xml_source import parse_xml
from tests.conftest import MINI, ROOT, copy_project
from tests.exchange.test_export import catalogs, exported, put, run

PLACEHOLDER = (
    '<ph id="1" dataRef="d1" canCopy="no" canDelete="no" equiv="{value}`druck`" disp="0,5–2,0\u00a0bar"/>'
)
FILL = f"<target>Fyld pumpen. Trykket er {PLACEHOLDER}.</target>"
TITLE = "<target>Fyldning af pumpen</target>"
VALVE = "<target>Åbn ventilen.</target>"
NAME = "build/xliff/bachlauf-12-da.xlf"


def test_translations_are_taken_in_and_every_other_byte_is_kept(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base.catalogs("da") / "betrieb.po"
    put(
        path,
        ('msgstr "Åbn ventilen."', 'msgstr ""'),
        ('msgctxt "fuellen.title"', '#, fuzzy\n#| msgid "Füllen"\nmsgctxt "fuellen.title"'),
        ('msgstr "Pumpen kører."', 'msgstr ""'),
    )
    file = exported(base, monkeypatch)
    put(
        file,
        ("<source>Öffnen Sie das Ventil.</source>", f"<source>Öffnen Sie das Ventil.</source>{VALVE}"),
        ('state="initial" subState="manual:fuzzy"', 'state="final"'),
        (
            "<source>Die Pumpe läuft.</source>",
            "<source>Die Pumpe läuft.</source><target>Pumpen kører.</target>",
        ),
        (FILL, f"<target>Trykket er {PLACEHOLDER}. <mrk id='m1'>Fyld pumpen.</mrk></target>"),
    )
    # One of the two new translations is called translated; the other one's state is left as it was.
    text = file.read_text("utf-8")
    before, after = text.split("<source>Öffnen Sie das Ventil.</source>")
    head, _, tail = before.rpartition('state="initial"')
    file.write_text(f'{head}state="translated"{tail}<source>Öffnen Sie das Ventil.</source>{after}', "utf-8")
    expected = catalogs(base, "da")
    put(
        path,
        ('#, fuzzy\n#| msgid "Füllen"\nmsgctxt "fuellen.title"', 'msgctxt "fuellen.title"'),
        ("Fyld pumpen. Trykket er {value}`druck`.", "Trykket er {value}`druck`. Fyld pumpen."),
        (
            'msgid "Öffnen Sie das Ventil."\nmsgstr ""',
            'msgid "Öffnen Sie das Ventil."\nmsgstr "Åbn ventilen."',
        ),
        ('msgctxt "schritt-ein.result"', '#, fuzzy\nmsgctxt "schritt-ein.result"'),
        ('msgid "Die Pumpe läuft."\nmsgstr ""', 'msgid "Die Pumpe läuft."\nmsgstr "Pumpen kører."'),
    )
    expected["betrieb.po"] = path.read_bytes()
    put(path, *[])
    # The catalog as it was exported, again.
    put(
        path,
        ('msgctxt "fuellen.title"', '#, fuzzy\n#| msgid "Füllen"\nmsgctxt "fuellen.title"'),
        ("Trykket er {value}`druck`. Fyld pumpen.", "Fyld pumpen. Trykket er {value}`druck`."),
        ('msgstr "Åbn ventilen."', 'msgstr ""'),
        ('#, fuzzy\nmsgctxt "schritt-ein.result"', 'msgctxt "schritt-ein.result"'),
        ('msgstr "Pumpen kører."', 'msgstr ""'),
    )
    result = run(base, monkeypatch, "import", str(file))
    assert (result.exit_code, result.output) == (0, "da: 3 translated, 1 unfinished (fuzzy)\n")
    assert catalogs(base, "da") == expected
    # Taken in twice, nothing more is to be done.
    result = run(base, monkeypatch, "import", str(file))
    assert (result.exit_code, result.output) == (0, "da: 0 translated, 0 unfinished (fuzzy)\n")
    assert catalogs(base, "da") == expected


def test_what_is_newer_in_the_catalog_stays(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(base, monkeypatch)
    put(base.catalogs("da") / "betrieb.po", ("Åbn ventilen.", "Åbn ventilen nu."))
    put(file, (TITLE, "<target>Sådan fyldes pumpen</target>"))
    result = run(base, monkeypatch, "import", str(file))
    assert result.output == "da: 1 translated, 0 unfinished (fuzzy), 1 newer in the catalog, left\n"
    text = (base.catalogs("da") / "betrieb.po").read_text("utf-8")
    assert 'msgstr "Åbn ventilen nu."' in text
    assert 'msgstr "Sådan fyldes pumpen"' in text


@dataclass(frozen=True)
class Exported:
    """The mini manual in Danish, as it was exported."""

    project: Project
    scope: Scope
    units: Mapping[str, Unit]
    text: str


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """The export of the mini manual's catalogs as they are."""
    project = copy_project(MINI, tmp_path_factory.mktemp("exported") / "mini")
    shutil.copytree(ROOT / "tests" / "rules" / "base", project.locales, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        text = exported(project, monkeypatch).read_text("utf-8")
    manual, _ = load_manual(project)
    assert manual is not None
    translation, _ = read_translation(project, manual, manual.languages["da"])
    units, _ = read_units(project, manual, translation)
    return Exported(project, Scope(manual, translation), units, text)


REFUSED: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "lost placeholder": (
        ((FILL, "<target>Fyld pumpen. Trykket er 2 bar.</target>"),),
        ("betrieb:schritt-fuellen.text: the placeholder 1, {value}`druck`, is lost [exchange-placeholder]",),
    ),
    "placeholder typed as text": (
        ((FILL, "<target>Fyld pumpen. Trykket er {value}`druck`.</target>"),),
        ("betrieb:schritt-fuellen.text: the placeholder 1, {value}`druck`, is lost [exchange-placeholder]",),
    ),
    "doubled placeholder": (
        ((PLACEHOLDER + ".</target>", PLACEHOLDER + " " + PLACEHOLDER + ".</target>"),),
        ('betrieb:schritt-fuellen.text: the id "1" stands twice in the translation [xliff-structure]',),
    ),
    "added placeholder": (
        ((TITLE, '<target>Fyldning <ph id="9"/>af pumpen</target>'),),
        ('betrieb:fuellen.title: the placeholder "9" is not in the source text [exchange-placeholder]',),
    ),
    "altered placeholder": (
        ((PLACEHOLDER + ".</target>", PLACEHOLDER.replace("druck", "foerdermenge") + ".</target>"),),
        (
            "betrieb:schritt-fuellen.text: the placeholder 1 was altered: "
            "{value}`druck`, {value}`foerdermenge` [exchange-placeholder]",
        ),
    ),
    "placeholder that claims another value": (
        (
            (
                PLACEHOLDER + ".</target>",
                '<ph id="1" equiv="{value}`foerdermenge`"/>.</target>',
            ),
        ),
        (
            "betrieb:schritt-fuellen.text: the placeholder 1 is {value}`foerdermenge`, "
            "in the source text it is {value}`druck` [exchange-placeholder]",
        ),
    ),
    "altered original data": (
        (('<data id="d1">{value}`druck`</data>', '<data id="d1">{value}`foerdermenge`</data>'),),
        ("betrieb:schritt-fuellen.text: the placeholder 1 was altered",),
    ),
    "foreign tag": (
        ((VALVE, "<target>Åbn <b>ventilen</b>.</target>"),),
        ("betrieb:schritt-ventil.text: <target> must not hold <b> [xliff-structure]",),
    ),
    "foreign namespace": (
        ((VALVE, '<target>Åbn <x xmlns="urn:x"/>ventilen.</target>'),),
        ("betrieb:schritt-ventil.text: <target> must not hold <x> [xliff-structure]",),
    ),
    "split code": (
        ((VALVE, '<target>Åbn <sc id="1"/>ventilen<ec startRef="1"/>.</target>'),),
        ("betrieb:schritt-ventil.text: <sc> has no place in a text of the manual [exchange-markup]",),
    ),
    "control character": (
        ((VALVE, '<target>Åbn <cp hex="0007"/>ventilen.</target>'),),
        ("betrieb:schritt-ventil.text: <cp> has no place in a text of the manual [exchange-markup]",),
    ),
    "hidden character": (
        ((VALVE, "<target>Åbn \u202eventilen.</target>"),),
        ("betrieb:schritt-ventil.text: hidden character U+202E",),
    ),
    "markup as text": (
        ((VALVE, "<target>Åbn &lt;b&gt;ventilen&lt;/b&gt;.</target>"),),
        ("betrieb:schritt-ventil.text: '<b>' is markup and not in the source text [po-markup-injection]",),
    ),
    "markup in CDATA": (
        ((VALVE, "<target><![CDATA[Åbn <script>ventilen</script>.]]></target>"),),
        ("betrieb:schritt-ventil.text: '<script>' is markup and not in the source text",),
    ),
    "placeholder in CDATA": (
        ((FILL, f"<target><![CDATA[Fyld pumpen. Trykket er {PLACEHOLDER}.]]></target>"),),
        ("betrieb:schritt-fuellen.text: the placeholder 1, {value}`druck`, is lost [exchange-placeholder]",),
    ),
    "line break": (
        ((VALVE, "<target>Åbn\nventilen.</target>"),),
        ("betrieb:schritt-ventil.text: hidden character U+000A",),
    ),
    "rule of the project": (
        (("<target>Pumpen kan blive varm.</target>", "<target>Pumpen kan  blive 90 grader.</target>"),),
        ("betrieb:trockenlauf.hazard: ",),
    ),
    "rule of the project, although unfinished": (
        (
            (
                'state="translated">\n        <source>Öffnen Sie das Ventil',
                'state="initial">\n        <source>Öffnen Sie das Ventil',
            ),
            (VALVE, "<target>Åbn &amp;amp; luk ventilen.</target>"),
        ),
        ("betrieb:schritt-ventil.text: '&amp;' is markup and not in the source text [po-markup-injection]",),
    ),
    "older source": (
        (("<source>Öffnen Sie das Ventil.</source>", "<source>Öffnen Sie das Rad.</source>"),),
        (
            "betrieb:schritt-ventil.text: the source text is not the manual's: older, or changed; "
            "export again [exchange-source]",
        ),
    ),
    "wrong language": (
        (('trgLang="da"', 'trgLang="sv"'),),
        ('the file was exported for "da"; now it says "sv" [exchange-language]',),
    ),
    "the source language": (
        (('trgLang="da"', 'trgLang="de"'),),
        ('the file was exported for "da"; now it says "de" [exchange-language]',),
    ),
    "wrong source language": (
        (('srcLang="de"', 'srcLang="fr"'),),
        ("""the source language is "fr", the manual's is "de" [exchange-language]""",),
    ),
    "source language of the engine": (
        (('srcLang="de"', 'srcLang="en"'),),
        ('betrieb:schritt-ventil.text: the message is not written in "en" [exchange-language]',),
    ),
    "unknown unit": (
        (('id="betrieb:schritt-ventil.text"', 'id="betrieb:schritt-ventill.text"'),),
        (
            'there is no message "betrieb:schritt-ventill.text" '
            '(did you mean "betrieb:schritt-ventil.text"?) [exchange-unit]',
        ),
    ),
    "unit twice": (
        (('id="betrieb:schritt-ventil.text"', 'id="betrieb:fuellen.title"'),),
        ('the unit "betrieb:fuellen.title" stands twice [xliff-structure]',),
    ),
    "translation gone": (
        ((VALVE, "<target> </target>"),),
        ("betrieb:schritt-ventil.text: the translation is gone; the catalog has one [exchange-target]",),
    ),
    "endless": (
        ((VALVE, f"<target>{'*`' * 10_001}</target>"),),
        ("betrieb:schritt-ventil.text: the translation is longer than 20000 characters [xliff-structure]",),
    ),
    "several segments": (
        ((VALVE, f'{VALVE}</segment><segment id="s2"><source/>'),),
        ("betrieb:schritt-ventil.text: the message was divided into 2 segments; it has one",),
    ),
    "state without translation": (
        ((VALVE, ""),),
        ("betrieb:schritt-ventil.text: the state is translated, and there is no <target> [xliff-structure]",),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_refused_with_the_id_of_its_unit(once: Exported, tmp_path: Path, case: str) -> None:
    changes, expected = REFUSED[case]
    file = tmp_path / "a.xlf"
    file.write_text(once.text, "utf-8")
    # A good translation in the same file is not taken in either.
    put(file, ("<target>Pumpen kører.</target>", "<target>Pumpen er i gang.</target>"), *changes)
    document, problems = read_xliff(file, "a.xlf")
    if document is not None:
        problems = [*language_faults(once.scope.manual, document, "a.xlf")]
        taken = take_in(once.scope, once.units, document)
        assert problems or taken.edits == {}
        problems += taken.problems
    lines = list(map(str, problems))
    assert all(line.startswith("a.xlf:") for line in lines)
    for message in expected:
        assert any(message in line for line in lines), lines


COMMAND = ("lost placeholder", "foreign tag", "older source", "wrong language", "the source language")


@pytest.mark.parametrize("case", COMMAND)
def test_what_is_wrong_changes_nothing(
    base: Project, once: Exported, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    changes, expected = REFUSED[case]
    before = catalogs(base, "da")
    file = base.root / NAME
    file.parent.mkdir(parents=True)
    file.write_text(once.text, "utf-8")
    put(file, ("<target>Pumpen kører.</target>", "<target>Pumpen er i gang.</target>"), *changes)
    result = run(base, monkeypatch, "import", str(file))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"{NAME}:")
    assert all(message in result.stderr for message in expected)
    assert catalogs(base, "da") == before


def test_both_changed_is_a_conflict(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(base, monkeypatch)
    put(base.catalogs("da") / "betrieb.po", ("Åbn ventilen.", "Åbn ventilen nu."))
    before = catalogs(base, "da")
    put(file, (VALVE, "<target>Luk ventilen op.</target>"), (TITLE, "<target>Sådan fyldes pumpen</target>"))
    result = run(base, monkeypatch, "import", str(file))
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "betrieb:schritt-ventil.text: translated here and, since the export, in the catalog" in line
    assert "(locales/da/LC_MESSAGES/betrieb.po:" in line
    assert line.endswith("[exchange-conflict]")
    assert catalogs(base, "da") == before


def test_without_its_metadata_a_file_overwrites_nothing(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(base.catalogs("da") / "betrieb.po", ('msgstr "Pumpen kører."', 'msgstr ""'))
    file = exported(base, monkeypatch)
    root = parse_xml(file.read_bytes())
    for element in [*root.iter("{urn:oasis:names:tc:xliff:metadata:2.0}metadata")]:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    file.write_bytes(etree.tostring(root, encoding="UTF-8"))
    result = run(base, monkeypatch, "import", str(file))
    assert (result.exit_code, result.output) == (0, "da: 0 translated, 0 unfinished (fuzzy)\n")
    put(
        file,
        (
            "<source>Die Pumpe läuft.</source>",
            "<source>Die Pumpe läuft.</source><target>Pumpen kører.</target>",
        ),
    )
    result = run(base, monkeypatch, "import", str(file))
    assert (result.exit_code, result.output) == (0, "da: 0 translated, 1 unfinished (fuzzy)\n")
    put(file, (VALVE, "<target>Luk ventilen op.</target>"))
    result = run(base, monkeypatch, "import", str(file))
    assert "the file has lost its metadata; whether the catalog is newer cannot be told" in result.stderr


def test_catalogs_are_all_written_or_none(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(base, monkeypatch)
    put(
        file,
        (VALVE, "<target>Åbn så ventilen.</target>"),
        ("<target>Rørtang</target>", "<target>Vandrørstang</target>"),
    )
    before = catalogs(base, "da")
    written: list[Path] = []

    def full_disk(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        write_bytes(path, content)

    monkeypatch.setattr(writing, "write_bytes", full_disk)
    result = run(base, monkeypatch, "import", str(file))
    assert len(written) > 2, result.output
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert catalogs(base, "da") == before


HOSTILE = {
    "not XML": ("Fyld pumpen.", "[xml-syntax]"),
    "nothing": ("", "[xml-syntax]"),
    "wrong root": ("<tmx version='1.4'/>", "the root is <tmx>, not <xliff> of XLIFF 2 [xliff-structure]"),
    "older standard": (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
        "the root is <xliff>, not <xliff> of XLIFF 2 [xliff-structure]",
    ),
    "entity": (
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        "must not declare entities or elements [xml-syntax]",
    ),
    "outside": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "must not declare entities or elements [xml-syntax]",
    ),
    "parameter entity": (
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]><x/>',
        "[xml-syntax]",
    ),
    "bomb": (
        '<!DOCTYPE x [<!ENTITY a0 "ha">'
        + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
        + ']><x y="&a11;">&a11;</x>',
        "[xml-syntax]",
    ),
    "deep": ("<x>" * 100_000, "[xml-syntax]"),
    "huge": ("<x>" + "x" * 16_000_000 + "</x>", "the file is larger than 16000000 bytes [too-large]"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused(base: Project, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    content, expected = HOSTILE[case]
    before = catalogs(base, "da")
    (base.root / "bad.xlf").write_text(content, "utf-8")
    result = run(base, monkeypatch, "import", "bad.xlf")
    assert result.exit_code == 1
    assert result.stderr.startswith("bad.xlf:1:")
    assert expected in result.stderr
    assert "root:" not in result.output
    assert catalogs(base, "da") == before


TERM = re.compile(r"(<pc [^>]*dataRefEnd[^>]*>)([^<]*)(</pc>)")


def test_the_words_of_a_term_are_translated(manual: Manual, tmp_path: Path) -> None:
    """The source shows a term without words of its own; a copy of it takes the translator's words."""
    project = Project(ROOT)
    code = next(code for code in manual.languages if code != manual.identity.source_language)
    translation, _ = read_translation(project, manual, manual.languages[code])
    units, _ = read_units(project, manual, translation)
    unit = units["05-installation:mounting-cut-membrane.avoidance"]
    assert "{term}`membrane`" in unit.text.source
    scope = Scope(manual, translation)
    file = tmp_path / "a.xlf"
    file.write_bytes(xliff(scope, [unit], str(manual.identity.source_language)))
    text = file.read_text("utf-8")
    source, target = TERM.findall(text)
    assert (source[0], source[1]) != (target[0], target[1])
    wanted = unit.entry.target
    # As after "copy source": the codes of the source, the words of the translation.
    file.write_text(text.replace("".join(target), f"{source[0]}{target[1]}</pc>"), "utf-8")
    empty = replace(unit, entry=replace(unit.entry, target="", is_fuzzy=False))
    document, problems = read_xliff(file, "a.xlf")
    assert document is not None, problems
    message = replace(document.messages[0], digest=digest(empty, code, "", is_fuzzy=False))
    taken = take_in(scope, {unit.id: empty}, replace(document, messages=(message,)))
    assert taken.problems == ()
    assert [edit.target for edit in taken.edits.values()] == [wanted]
    # Other codes inside a term, and another term, are refused.
    for before, after, rule in (
        (target[1], f'{target[1]}<ph id="9"/>', "exchange-markup"),
        (
            'id="1" dataRefStart="d4" dataRefEnd="d5"',
            'id="1" dataRefStart="d4" dataRefEnd="d1"',
            "exchange-placeholder",
        ),
    ):
        broken = "".join(target).replace(before, after)
        file.write_text(text.replace("".join(target), broken), "utf-8")
        document, problems = read_xliff(file, "a.xlf")
        assert document is None
        assert rule in {problem.rule for problem in problems}


def test_a_label_that_does_not_fit_its_drawing_is_refused(manual: Manual) -> None:
    project = Project(ROOT)
    drawings, _ = read_drawings(project.figures, "docs/figures")
    code = next(code for code in manual.languages if code != manual.identity.source_language)
    translation, _ = read_translation(project, manual, manual.languages[code])
    units, _ = read_units(project, manual, translation)
    unit = units["figures:close-front-cover-logo.text"]
    target = " ".join([unit.entry.target] * 6)
    place = Location("a.xlf", 7)
    source = encode(unit.text.source)
    returned = Returned(unit.id, "s1", place, source, encode(target), False, "")
    unit = replace(unit, entry=replace(unit.entry, target=""))
    document = Document(str(manual.identity.source_language), code, frozenset(), (returned,))
    taken = take_in(Scope(manual, translation, drawings), {unit.id: unit}, document)
    assert taken.edits == {}
    overflows = [problem for problem in taken.problems if problem.rule == "figure-overflow"]
    assert [problem.message.startswith(f"{unit.id}: ") for problem in overflows] == [True]
    assert "does not fit 40 mm" in overflows[0].message
