"""What the standard (XLIFF 2.1, OASIS) asks of a file, and is not in its elements alone."""

from __future__ import annotations

import pytest

from halo_docs.exchange.xliff_rules import structure_faults
from halo_docs.xml_source import parse_xml

CORE = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'
BROKEN = {
    "version": (f'<xliff {CORE} version="3.0" srcLang="de"/>', 'version "3.0" is none of 2.0, 2.1'),
    "no source language": (f'<xliff {CORE} version="2.1"/>', "<xliff> has no srcLang"),
    "target without language": ("<target>x</target>", "<xliff> has no trgLang, and there are translations"),
    "no unit": ('<file id="a"/>', 'file "a" has no unit'),
    "file twice": ('<file id="a"/><file id="a"/>', 'the file "a" stands twice'),
    "no segment": ('<unit id="u"/>', "u: the unit has no segment"),
    "no id": ("<unit/>", "<unit> has no id"),
    "id": ('<unit id="a b"/>', 'a b: <unit>: id "a b" is no NMTOKEN'),
    "state": ('<segment state="done"><source/></segment>', 'u: state "done" is none of initial'),
    "sub-state alone": ('<segment subState="a:b"><source/></segment>', "u: subState without state"),
    "sub-state": ('<segment state="initial" subState="b"><source/></segment>', "u: subState needs a prefix"),
    "order": ("<segment><target/><source/></segment>", "u: a segment has one <source>, then at most one"),
    "late notes": ("<segment><source/></segment><notes><note/></notes>", "u: the order in a unit is"),
    "ids": ('<segment id="1"><source><ph id="1"/></source></segment>', 'u: the id "1" stands twice in'),
    "no code id": ("<segment><source><ph/></source></segment>", "u: <ph> has no id"),
    "data": ('<segment><source><ph id="1" dataRef="d"/></source></segment>', 'u: dataRef "d" leads nowhere'),
    "half a pair": (
        '<segment><source><pc id="1" equivStart="a"/></source></segment>',
        "u: <pc>: equivStart and equivEnd go together",
    ),
    "sub-type": ('<segment><source><ph id="1" subType="a:b"/></source></segment>', "u: <ph>: subType"),
    "answer": ('<segment><source><ph id="1" canCopy="nein"/></source></segment>', "u: <ph>: canCopy is"),
    "attribute": ('<segment><source><ph id="1" x="y"/></source></segment>', "u: <ph> has no attribute x"),
    "type": ('<segment><source><ph id="1" type="y"/></source></segment>', "u: <ph>: type is one of fmt"),
    "notes": ("<notes/><segment><source/></segment>", "u: <notes> holds no <note>"),
    "text": ("x<segment><source/></segment>", "u: <unit> holds text"),
    "no file": (f'<xliff {CORE} version="2.1" srcLang="de"/>', "<xliff> holds no <file>"),
    "depth": (f"<segment><source>{'<pc>' * 50}{'</pc>' * 50}</source></segment>", "<pc> is nested deeper"),
    "filled code": ('<segment><source><ph id="1">x</ph></source></segment>', "u: <ph> must be empty"),
    "language": ('<segment><source xml:lang="fr"/></segment>', 'u: xml:lang "fr" is not "de"'),
    "unknown element": ("<segment><source/><goal/></segment>", "u: <segment> must not hold <goal>"),
    "element out of place": ("<segment><source><unit/></source></segment>", "u: <source> must not hold"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_each_rule_of_the_standard_is_seen_to_fail(case: str) -> None:
    content, expected = BROKEN[case]
    if content.startswith("<target"):
        content = f"<segment><source/>{content}</segment>"
    if content.startswith(("<segment", "<notes", "x")):
        content = f'<unit id="u">{content}</unit>'
    if content.startswith("<unit"):
        content = f'<file id="f">{content}</file>'
    if content.startswith("<file"):
        language = "" if "<target>" in content else ' trgLang="da"'
        content = f'<xliff {CORE} version="2.1" srcLang="de"{language}>{content}</xliff>'
    messages = [problem.message for problem in structure_faults(parse_xml(content.encode()), "x.xlf")]
    assert any(message.startswith(expected) for message in messages), messages
