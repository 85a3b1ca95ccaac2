from __future__ import annotations

import pytest
from click.testing import CliRunner

from halo_docs.cli import main
from halo_docs.live.server import listen
from halo_docs.project import Project


def test_an_unknown_language_is_wrong_usage(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mini.root)
    result = CliRunner().invoke(main, ["live", "dk", "--no-browser"])
    assert result.exit_code == 2
    assert 'unknown language "dk"' in result.output


def test_a_port_that_is_taken_is_named(mini: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mini.root)
    with listen(0) as taken:
        assert taken.getsockname()[0] == "127.0.0.1"
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["live", "--port", port, "--no-browser"])
    assert result.exit_code == 1
    assert f"port {port} cannot be used" in result.output
