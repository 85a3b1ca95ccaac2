"""Input from outside: catalogs, YAML and drawings that want more than to be shown."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import html

from halo_docs.builds.sphinx_job import Job, run
from halo_docs.data.load import load_manual
from halo_docs.figures.source import read_drawing
from halo_docs.messages.extract import messages
from halo_docs.outputs import pdf
from halo_docs.project import Project
from tests.pages import article, words

HEADER = 'msgid ""\nmsgstr ""\n"Language: da\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
KEY = "schritt-ventil.text"
SECONDS = 20
MEGABYTES = 500


def build_with(project: Project, target: str) -> html.HtmlElement:
    """Build the Danish page with one translation and return it."""
    manual, _ = load_manual(project)
    assert manual is not None
    (source,) = (m.source for m in messages(manual) if m.key == KEY)
    folder = project.catalogs("da")
    folder.mkdir(parents=True, exist_ok=True)
    escaped = target.replace("\\", "\\\\").replace('"', '\\"')
    entry = f'msgctxt "{KEY}"\nmsgid "{source}"\nmsgstr "{escaped}"\n'
    (folder / "betrieb.po").write_text(HEADER + entry, "utf-8")
    run(Job(project.root, "da", ("html",)))
    page: html.HtmlElement = article(project.html("da") / "betrieb.html")
    return page


@pytest.mark.parametrize(
    "target",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "![x](../../../secret.png)",
        "`x <javascript:alert(1)>`__",
        ".. include:: ../outside.txt",
        ".. raw:: html",
        "```{include} ../conf.py",
        "{download}x",
        ":download:x",
        "|release| {{ config }} {% raw %}",
        "https://example.invalid/evil",
        "&lt;b&gt; &#x202e;",
        "a\\b\\x41\\n",
        "$(touch /tmp/x) ; rm -rf",
    ],
)
def test_a_translation_is_only_ever_text(mini: Project, target: str) -> None:
    (mini.root / "outside.txt").write_text("STOLEN", "utf-8")
    page = build_with(mini, target)
    step = page.xpath("//li[@id='schritt-ventil']")[0]
    assert {node.tag for node in step.iter()} <= {"li", "p", "code", "span", "strong", "em"}
    assert "STOLEN" not in page.text_content()
    assert {name for node in step.iter() for name in node.attrib} <= {"id", "class", "lang"}


@pytest.mark.parametrize(
    "target",
    ["Åbn \u202eventilen.", "Åbn \u200bventilen.", "{download}`conf.py`", "{value}`druck`", "Åbn\u2066"],
)
def test_a_translation_that_hides_or_adds_something_is_not_shown(mini: Project, target: str) -> None:
    step = build_with(mini, target).xpath("//li[@id='schritt-ventil']")[0]
    assert words(step.text_content()) == "Öffnen Sie das Ventil."
    assert step.xpath(".//*[@lang='de']")


BAD_SVG = {
    "script": "<script>alert(1)</script>",
    "handler": '<rect onload="alert(1)" width="1" height="1"/>',
    "foreign": "<foreignObject><p>x</p></foreignObject>",
    "image": '<image href="https://example.invalid/x.png"/>',
    "outside": '<use href="../../secret.svg#a"/>',
    "address": '<use href="https://example.invalid/a.svg#a"/>',
    "style": "<style>@import url(https://example.invalid/x.css)</style>",
    "style-attribute": '<rect style="fill:url(https://example.invalid/)" width="1" height="1"/>',
    "animation": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "link": '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
}


@pytest.mark.parametrize("name", sorted(BAD_SVG))
def test_a_drawing_with_more_than_lines_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bad.svg"
    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n'
    path.write_text(root + BAD_SVG[name] + "\n</svg>", "utf-8")
    drawing, problems = read_drawing(path, "docs/figures/bad.svg")
    assert drawing is None
    assert problems[0].location.line == 2
    assert problems[0].rule.startswith("svg-")


def test_entities_and_bombs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.svg"
    entities = "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 40))
    path.write_text(
        f'<!DOCTYPE svg [<!ENTITY a0 "x">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&a39;&f;</text></svg>',
        "utf-8",
    )
    drawing, problems = read_drawing(path, "bomb.svg")
    assert drawing is None
    assert problems


def test_a_drawing_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", "utf-8")
    (tmp_path / "link.svg").symlink_to(tmp_path / "secret")
    drawing, problems = read_drawing(tmp_path / "link.svg", "link.svg")
    assert drawing is None
    assert "not a link" in problems[0].message


@pytest.mark.parametrize("name", ["../../secret.svg", "/etc/passwd", "a/../../b.svg"])
def test_a_figure_names_a_file_of_its_folder_only(mini: Project, name: str) -> None:
    path = mini.data / "figures.yaml"
    path.write_text(path.read_text("utf-8").replace("width: 60", f"drawing: {name}, width: 60"), "utf-8")
    problems = load_manual(mini)[1]
    assert [p.rule for p in problems] == ["figure-file"], problems


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "https://example.invalid/",
        "http://127.0.0.1:1/",
        "data:text/plain,x",
        "ftp://x/",
    ],
)
def test_the_typesetter_reads_its_own_files_only(address: str) -> None:
    with pytest.raises(pdf.FetchDenied):
        pdf._OwnFilesOnly().fetch(address)


HUGE = {
    "aliases": "a: &a [x, x]\n" + "".join(f"k{i}: &k{i} [*a, *a, *a, *a]\n" for i in range(1000)),
    "depth": "[" * 10_000,
    "mappings": "{a: " * 10_000,
    "size": "# " + "x" * 100_000_000,
    "keys": "".join(f"k{i}: 1\n" for i in range(150_000)),
}


CHECK = """
import atexit, pathlib, sys
from halo_docs.cli import main
status = pathlib.Path("/proc/self/status")
atexit.register(lambda: pathlib.Path("used.txt").write_text(status.read_text()))
main(["check"])
"""
"""The command, which notes at its end how much memory it has needed."""


@pytest.mark.parametrize("name", sorted(HUGE))
def test_huge_input_ends_soon_in_bounded_memory(mini: Project, name: str) -> None:
    (mini.data / "values.yaml").write_text(HUGE[name], "utf-8")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=mini.root, capture_output=True, text=True, check=False
    )
    assert time.monotonic() - started < SECONDS
    assert done.returncode == 1
    assert done.stderr.startswith("docs/data/values.yaml:")
    assert "Traceback" not in done.stderr
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", (mini.root / "used.txt").read_text("ascii"))
    assert int(kilobytes) / 1024 < MEGABYTES


def test_a_huge_catalog_ends_soon(mini: Project) -> None:
    folder = mini.catalogs("da")
    folder.mkdir(parents=True)
    (folder / "betrieb.po").write_text(HEADER + "# " + "x" * 100_000_000, "utf-8")
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "halo_docs", "check", "da"],
        cwd=mini.root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert time.monotonic() - started < SECONDS
    assert "betrieb.po:1:1: error: the catalog is larger than" in done.stderr
