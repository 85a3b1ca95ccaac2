"""The table of what is left: true counts, nothing rounded up."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from halo_docs.data.manual import Manual
from halo_docs.messages.classes import TextClass, classes
from halo_docs.messages.progress import Progress, State
from halo_docs.outputs.progress_table import progress_table, share
from halo_docs.project import Project
from tests.messages.test_update import CHAPTER, put, run, update


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [
        (9996, 10000, "99.9 %"),
        (999999, 1000000, "99.9 %"),
        (10000, 10000, "100 %"),
        (0, 3, "0.0 %"),
        (2, 3, "66.6 %"),
        (1, 2000, "0.0 %"),
    ],
)
def test_shares_are_never_rounded_up(done: int, total: int, shown: str) -> None:
    assert share(Fraction(100 * done, total)) == shown
    states = Counter({State.DONE: done, State.NEW: total - done})
    table = progress_table([Progress("xx", {TextClass.PROSE: states})])
    assert table.splitlines()[-1].endswith(f" {shown}")


def test_the_table_counts_each_message_once(base: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    put(
        base.chapters / CHAPTER,
        ("Die Pumpe kann heiß", "Die Pumpe wird heiß"),
        ("Öffnen Sie das Ventil.", "Öffnen Sie das rote Ventil."),
    )
    update(base)
    catalogs = base.catalogs("da")
    put(catalogs / "tools.po", ('msgstr "Rørtang"', 'msgstr ""'))
    put(catalogs / "betrieb.po", ('msgctxt "fuellen.title"', '#, fuzzy\nmsgctxt "fuellen.title"'))
    # Not fuzzy, and not shown either: it types the value.
    put(catalogs / "betrieb.po", ('msgstr "Fyld pumpen. Trykket er {value}`druck`."', 'msgstr "0,5 bar"'))
    assert run(base, monkeypatch, "stats").stdout == (
        "                      new stale fuzzy  done\n"
        "da       safety         0     1     0     1   50.0 %\n"
        "da       values         0     0     1     1   50.0 %\n"
        "da       steps          0     1     0     2   66.6 %\n"
        "da       prose          0     0     1    13   92.8 %\n"
        "da       interface      1     0     0    46   97.8 %\n"
        "da       all            1     2     2    63   92.6 %\n"
    )
    assert run(base, monkeypatch, "stats", "--fail-under", "92.6").exit_code == 0
    result = run(base, monkeypatch, "stats", "--fail-under", "92.7", "da")
    assert (result.exit_code, result.stderr) == (1, "da: 92.6 % done, less than 92.7 %\n")
    assert run(base, monkeypatch, "stats", "--fail-under", "all").exit_code == 2
    assert run(base, monkeypatch, "stats", "de").stdout.endswith("67    100 %\n")


def test_each_message_of_a_manual_has_its_class(manual: Manual) -> None:
    found = classes(manual)
    assert found["05-installation", "reassembly-screws.text"] is TextClass.VALUES
    assert found["05-installation", "mounting-unpack.text"] is TextClass.STEPS
    assert found["05-installation", "mounting.title"] is TextClass.PROSE
    assert found["interface", "contents"] is TextClass.INTERFACE
    assert all(len({*found.values()} & {one}) for one in TextClass)
