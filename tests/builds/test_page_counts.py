"""Chapters of the same length in every language, and a leap that is told."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from halo_docs.builds.page_counts import outside_band
from halo_docs.builds.sphinx_job import Job, note_of
from halo_docs.cli import main
from halo_docs.data.load import load_manual
from halo_docs.project import Project


@pytest.mark.parametrize(
    ("usual", "pages", "is_told"),
    [(1, 2, False), (1, 3, True), (4, 5, False), (4, 6, True), (4, 2, True), (12, 15, False), (12, 8, True)],
)
def test_the_band(usual: int, pages: int, is_told: bool) -> None:
    assert bool([*outside_band({"chapter": usual}, {"chapter": pages})]) is is_told


def test_a_chapter_that_is_not_there_yet_is_not_compared() -> None:
    assert [*outside_band({"old": 9}, {"new": 1})] == []


def test_a_leap_is_told_after_a_build(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mini.root)
    assert CliRunner().invoke(main, ["pdf", "de", "da"]).exit_code == 0
    manual, _ = load_manual(mini)
    assert manual is not None
    note = note_of(mini, manual, Job(mini.root, "de", ("pdf",)))
    told = json.loads(note.read_text("utf-8"))
    assert told["chapters"]["betrieb"] == 2
    told["chapters"]["betrieb"] = 7
    note.write_text(json.dumps(told), "utf-8")
    result = CliRunner().invoke(main, ["pdf", "da"])
    assert result.exit_code == 1
    assert "da: betrieb: 2 pages, 7 in de" in result.stderr
