"""``halo-docs export --tmx`` and ``halo-docs pretranslate``: what was translated before."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from halo_docs.exchange.foreign_text import text_of
from halo_docs.exchange.memories import read_memory
from halo_docs.project import Project
from halo_docs.xml_source import parse_xml
from tests.exchange.test_export import catalogs, exported, put, run

LANG = "{http://www.w3.org/XML/1998/namespace}lang"

OLDER = {
    "older.po": """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
"Language: da_DK\\n"

#~ msgid "Öffnen Sie das Ventil."
#~ msgstr "Åbn ventilen."
""",
    "older.tmx": """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="fr-FR"><seg>Ouvrez la vanne.</seg></tuv>
<tuv xml:lang="de-DE"><seg>Öffnen Sie das
  <hi>Ventil</hi>.</seg></tuv>
<tuv xml:lang="DA-DK"><seg>Åbn <bpt i="1">&lt;b></bpt>ventilen<ept i="1">&lt;/b></ept>.</seg></tuv></tu>
</body></tmx>
""",
    "older.xlf": """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file source-language="de-DE" target-language="da" original="a" datatype="plaintext"><body>
<trans-unit id="1"><source>Öffnen Sie das <g id="1">Ventil</g>.</source>
<target state="translated">Åbn <g id="1">ventilen</g>.</target>
<alt-trans><target>Nej</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Die Pumpe läuft.</source><target state="new">Die Pumpe läuft.</target></trans-unit>
</body></file></xliff>
""",
    "newer.mqxliff": """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="da">
<file id="f"><unit id="1">
<segment state="final"><source>Öffnen Sie das <pc id="1">Ventil</pc>.</source>
<target>Åbn <pc id="1">ventilen</pc>.</target></segment>
<segment state="initial"><source>Die Pumpe läuft.</source><target>Die Pumpe läuft.</target></segment>
</unit></file></xliff>
""",
}
"""The same translation as four programs keep it."""


def memory(*pairs: tuple[str, str]) -> str:
    """Return a TMX file."""
    units = "".join(
        f'<tu><tuv xml:lang="de"><seg>{source}</seg></tuv>\n'
        f'<tuv xml:lang="da"><seg>{target}</seg></tuv></tu>\n'
        for source, target in pairs
    )
    return f'<tmx version="1.4"><header/><body>\n{units}</body></tmx>'


def without(project: Project, *targets: str) -> Path:
    """Take translations out of a catalog, and return it."""
    path = project.catalogs("da") / "betrieb.po"
    put(path, *((f'msgstr "{target}"', 'msgstr ""') for target in targets))
    return path


def filled(project: Project, monkeypatch: pytest.MonkeyPatch, *pairs: tuple[str, str]) -> str:
    """Offer a memory, and return what was told."""
    (project.root / "m.tmx").write_text(memory(*pairs), "utf-8")
    result = run(project, monkeypatch, "pretranslate", "da", "--from", "m.tmx")
    assert result.exit_code == 0, result.output
    return result.stdout.removeprefix("da: ").replace(" rejected by the rules", " rejected").strip()


def test_the_memory_has_every_usable_translation(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = without(base, "Åbn ventilen.")
    put(path, ('msgctxt "fuellen.title"', '#, fuzzy\nmsgctxt "fuellen.title"'))
    result = run(base, monkeypatch, "export", "--tmx")
    assert (result.exit_code, result.stderr) == (0, "build/tmx/bachlauf-12.tmx\n")
    first = (base.root / "build/tmx/bachlauf-12.tmx").read_bytes()
    root = parse_xml(first)
    header = root.find("header")
    assert header is not None
    assert (root.get("version"), header.get("srclang"), header.get("segtype")) == ("1.4", "de", "paragraph")
    # What TMX 1.4 asks of a header.
    assert {"creationtool", "creationtoolversion", "o-tmf", "adminlang", "datatype"} <= set(header.attrib)
    units = {str(unit.get("tuid")): unit for unit in root.iter("tu")}
    assert "betrieb:schritt-ventil.text" not in units
    assert "betrieb:fuellen.title" not in units
    variants = units["betrieb:schritt-fuellen.text"].findall("tuv")
    assert [etree.tostring(variant, encoding="unicode").strip() for variant in variants] == [
        f'<tuv xml:lang="{language}">\n        '
        f'<seg>{text}<ph x="1">{{value}}`druck`</ph>.</seg>\n      </tuv>'
        for language, text in (
            ("de", "Füllen Sie die Pumpe. Der Druck ist "),
            ("da", "Fyld pumpen. Trykket er "),
        )
    ]
    words_of_engine = [unit for name, unit in units.items() if name.startswith("interface:")]
    assert {unit.get("srclang") for unit in words_of_engine} == {"en"}
    run(base, monkeypatch, "export", "--tmx")
    assert (base.root / "build/tmx/bachlauf-12.tmx").read_bytes() == first


def test_emphasis_is_a_pair_that_comes_back() -> None:
    text = "<seg>a <bpt i='1'>**</bpt>b <ph x='2'>{value}`x`</ph><ept i='1'>**</ept></seg>"
    assert text_of(etree.fromstring(text), {}) == "a **b {value}`x`**"
    for unknown in ("<ph>{0}</ph>", "<ut>x</ut>", "<x/>", "<ph>a<sub>b</sub></ph>"):
        assert text_of(etree.fromstring(f"<seg>a {unknown}</seg>"), {}) is None


@pytest.mark.parametrize("name", OLDER)
def test_older_work_is_read_from_any_program(
    base: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = without(base, "Åbn ventilen.", "Pumpen kører.")
    before = path.read_text("utf-8")
    encoding = "utf-16" if name == "older.tmx" else "utf-8"
    (base.root / name).write_bytes(OLDER[name].encode(encoding))
    result = run(base, monkeypatch, "pretranslate", "da", "--from", name)
    assert result.stdout == "da: 1 exact, 0 close, 0 adapted, 0 rejected by the rules, 1 still missing\n"
    comment, flag = f"# pretranslated: exact match, {name}:", "#, fuzzy\n"
    text = path.read_text("utf-8")
    (line,) = (line for line in text.splitlines(keepends=True) if line.startswith(comment))
    # Nothing else has changed.
    assert text.replace(line, "").replace(flag, "").replace("Åbn ventilen.", "") == before


def test_the_same_text_elsewhere_is_offered(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = base.catalogs("da") / "betrieb.po"
    text = path.read_text("utf-8")
    head, _, tail = text.partition('msgctxt "ausfuehrung-solar.text"')
    tail = tail.replace('msgstr "Fortsæt med {ref}`fuellen`."', 'msgstr ""', 1)
    path.write_text(f'{head}msgctxt "ausfuehrung-solar.text"{tail}', "utf-8")
    result = run(base, monkeypatch, "pretranslate", "da")
    assert result.stdout == "da: 1 exact, 0 close, 0 adapted, 0 rejected by the rules, 0 still missing\n"
    put(
        path,
        ("# pretranslated: exact match, betrieb:ausfuehrung-netz.text\n", ""),
        ("#, fuzzy, python-brace-format", "#, python-brace-format"),
    )
    assert path.read_text("utf-8") == text


def test_a_close_match_says_how_close_and_what_it_translated(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = without(base, "Åbn ventilen.")
    told = filled(base, monkeypatch, ('Öffnen Sie das "rote" Ventil.', "Åbn den røde ventil."))
    assert told == "0 exact, 1 close, 0 adapted, 0 rejected, 0 still missing"
    text = path.read_text("utf-8")
    assert "# pretranslated: close match, 86 %, m.tmx:3\n" in text
    assert '#, fuzzy\n#| msgctxt "m.tmx:3"\n#| msgid "Öffnen Sie das \\"rote\\" Ventil."\nmsgctxt' in text
    assert 'msgstr "Åbn den røde ventil."' in text
    # Once a person has accepted it, nothing of the suggestion's origin stays.
    file = exported(base, monkeypatch)
    put(file, ('state="initial" subState="manual:fuzzy"', 'state="translated"'))
    assert run(base, monkeypatch, "import", str(file)).exit_code == 0
    text = path.read_text("utf-8")
    assert 'msgstr "Åbn den røde ventil."' in text
    assert not [word for word in ("pretranslated", "#|", "fuzzy") if word in text]


def test_a_safety_message_gets_the_very_same_text_only(
    base: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = without(base, "Pumpen kan blive varm.", "Lad aldrig pumpen køre tør.")
    told = filled(
        base,
        monkeypatch,
        ("Die Pumpe kann heiß werden.", "Pumpen kan blive varm."),
        ("Lassen Sie die Pumpe niemals trocken laufen.", "Lad aldrig pumpen køre tør."),
    )
    assert told == "1 exact, 0 close, 0 adapted, 0 rejected, 1 still missing"
    assert 'nie trocken laufen."\nmsgstr ""' in path.read_text("utf-8")


FILL = "Fyld pumpen. Trykket er {value}`druck`."


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        # A value that was typed becomes the role that shows it.
        (
            "Füllen Sie die Pumpe. Der Druck ist 0,5–2,0 bar.",
            "Fyld pumpen. Trykket er 0,5–2,0 bar.",
            "adapted",
        ),
        # A role of the same kind gives its place to the one that stands there now.
        (
            "Füllen Sie die Pumpe. Der Druck ist {value}`foerdermenge`.",
            "Fyld pumpen. Trykket er {value}`foerdermenge`.",
            "adapted",
        ),
        # The typed value is not the one that the role shows.
        ("Füllen Sie die Pumpe. Der Druck ist 0,5–3,0 bar.", "Fyld pumpen. Trykket er 0,5–3,0 bar.", ""),
        ("Füllen Sie die Pumpe. Der Druck ist 10,5–2,0 bar.", "Fyld pumpen. Trykket er 10,5–2,0 bar.", ""),
        # It stands there twice; which one is it?
        (
            "Füllen Sie die Pumpe. Der Druck ist 0,5–2,0 bar.",
            "Fyld pumpen ved 0,5–2,0 bar. Trykket er 0,5–2,0 bar.",
            "",
        ),
        # More has changed than the role.
        (
            "Füllen Sie nun die Pumpe. Der Druck ist {value}`foerdermenge`.",
            "Fyld nu pumpen. Trykket er {value}`foerdermenge`.",
            "",
        ),
        # A role of another kind, and one that was lost.
        ("Füllen Sie die Pumpe. Der Druck ist {ui}`ein`.", "Fyld pumpen. Trykket er {ui}`ein`.", ""),
        ("Füllen Sie die Pumpe. Der Druck ist {value}`druck`.", "Fyld pumpen. Trykket er normalt.", ""),
    ],
)
def test_roles_are_adapted_only_where_that_is_safe(
    base: Project, monkeypatch: pytest.MonkeyPatch, source: str, target: str, told: str
) -> None:
    path = without(base, FILL)
    expected = "0 exact, 0 close, 1 adapted, 0 rejected, 0 still missing" if told else (
        "0 exact, 0 close, 0 adapted, 0 rejected, 1 still missing"
    )  # fmt: skip
    assert filled(base, monkeypatch, (source, target)) == expected
    assert (f'msgstr "{FILL}"' in path.read_text("utf-8")) == bool(told)


@pytest.mark.parametrize(
    "target",
    [
        "Åbn &lt;b>ventilen&lt;/b>.",
        "Åbn \u202eventilen.",
        "Åbn ventilen 3 gange.",
        "https://example.invalid/x",
    ],
)
def test_what_breaks_a_rule_is_not_offered(
    base: Project, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    without(base, "Åbn ventilen.")
    before = catalogs(base, "da")
    told = filled(base, monkeypatch, ("Öffnen Sie das Ventil.", target))
    assert told == "0 exact, 0 close, 0 adapted, 1 rejected, 1 still missing"
    assert catalogs(base, "da") == before


def test_what_is_translated_or_fuzzy_stays(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(base.catalogs("da") / "betrieb.po", ('msgctxt "fuellen.title"', '#, fuzzy\nmsgctxt "fuellen.title"'))
    before = catalogs(base, "da")
    told = filled(base, monkeypatch, ("Öffnen Sie das Ventil.", "Luk op."), ("Pumpe füllen", "Påfyldning"))
    assert told == "0 exact, 0 close, 0 adapted, 0 rejected, 0 still missing"
    assert catalogs(base, "da") == before


UNREADABLE = {
    "a.xlsx": ("x", '".xlsx" is none of .po, .tmx, .xlf, .xliff [memory-format]'),
    "a.tmx": (
        memory(("a", "b")).replace('"da"', '"fr"'),
        'nothing in it from "de" to "da" [memory-language]',
    ),
    "a.po": ('msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n', "[memory-language]"),
    "a.xlf": (
        OLDER["older.xlf"].replace('target-language="da"', 'target-language="fr"'),
        "[memory-language]",
    ),
    "b.xlf": ("<x>", "[xml-syntax]"),
    "b.xliff": ("<x/>", "<x> is neither TMX nor XLIFF [memory-format]"),
    "b.po": ("<<<<<<< HEAD\n", "[catalog-syntax]"),
    "b.tmx": (
        '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx><tu>&a;</tu></tmx>',
        "must not declare entities or elements [xml-syntax]",
    ),
}


def test_what_cannot_be_used_is_told_of_every_file(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    without(base, "Åbn ventilen.")
    before = catalogs(base, "da")
    words = []
    for name, (content, _) in UNREADABLE.items():
        (base.root / name).write_text(content, "utf-8")
        words += ["--from", name]
    result = run(base, monkeypatch, "pretranslate", "da", *words)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == len(UNREADABLE)
    for name, (_, message) in UNREADABLE.items():
        assert any(line.startswith(f"{name}:1:") and line.endswith(message) for line in lines), (name, lines)
    assert catalogs(base, "da") == before


def test_a_deeply_nested_segment_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "deep.tmx"
    path.write_text(memory(("a" + "<hi>" * 200 + "</hi>" * 200, "b"), ("c", "d")), "utf-8")
    found, problems = read_memory(path, "deep.tmx", "de", "da")
    assert ([entry.source for entry in found], problems) == (["c"], [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("pretranslate",), "Missing argument 'LANG'"),
        (("pretranslate", "de"), '"de" is the source language'),
        (("pretranslate", "da", "--from", "nowhere.po"), "does not exist"),
    ],
)
def test_wrong_usage(
    base: Project, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    result = run(base, monkeypatch, *words)
    assert result.exit_code == 2
    assert message in result.output
