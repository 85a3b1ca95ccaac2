"""Other programs that check catalogs, given the same faults: msgfmt, pofilter, i18nspector.

A fault is found when what a program says of the changed file differs from what it says of the clean
one. What it says of the clean catalogs are its false alarms. None of the programs is part of the
project.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutations.fault import Fault

Said = Counter[str]
"""What a program says of one file, without places."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One program."""

    name: str
    about: str
    """What it is and how it is called, for the report."""
    command: str
    version: tuple[str, ...]
    """Arguments that print the version."""
    said: Callable[[str, list[Path]], dict[Path, Said]]
    """Takes the language and the files; returns what is said of each."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a program found."""

    version: str
    found: frozenset[str]
    """Names of the faults."""
    false_alarms: int
    """What it says of the clean catalogs."""


def msgfmt(language: str, paths: list[Path]) -> dict[Path, Said]:
    """Return what ``msgfmt --check`` says."""
    said = {}
    for path in paths:
        run = _run(["msgfmt", "--check", "--output-file=/dev/null", str(path)])
        lines = [re.sub(r"^\S*?:(?:\d+:)*", "", line) for line in run.stderr.splitlines()]
        said[path] = Counter(line for line in lines if not re.search(r"found \d+ fatal", line))
    return said


def i18nspector(language: str, paths: list[Path]) -> dict[Path, Said]:
    """Return what i18nspector says."""
    said: dict[Path, Said] = {path: Counter() for path in paths}
    for start in range(0, len(paths), 200):
        some = paths[start : start + 200]
        run = _run(["i18nspector", f"--language={language}", *map(str, some)])
        by_name = {str(path): path for path in some}
        for line in (run.stdout + run.stderr).splitlines():
            kind, _, rest = line.partition(": ")
            name, _, what = rest.partition(": ")
            if name in by_name:
                said[by_name[name]][f"{kind}: {what}"] += 1
    return said


def pofilter(language: str, paths: list[Path]) -> dict[Path, Said]:
    """Return what pofilter says, with all its tests; it writes the messages that fail to files."""
    folder = paths[0].parent
    out = folder.with_name(f"{folder.name}-pofilter")
    shutil.rmtree(out, ignore_errors=True)
    run = _run(["pofilter", f"--language={language}", "--progress=none", str(folder), str(out)])
    said: dict[Path, Said] = {path: Counter() for path in paths}
    for path in paths:
        written = out / path.name
        text = written.read_text("utf-8", "replace") if written.is_file() else ""
        for block in text.split("\n\n"):
            told = re.findall(r"^# \(pofilter\) (.*)$", block, re.MULTILINE)
            context = re.search(r"^msgctxt .*$", block, re.MULTILINE)
            if told:
                said[path][f"{context[0] if context else ''}: {' '.join(sorted(told))}"] += 1
        if re.search(rf"(?:Error|error|invalid).*{re.escape(path.name)}", run.stderr):
            said[path]["cannot be read"] += 1
    return said


TOOLS = (
    Tool("msgfmt", "`msgfmt --check` of GNU gettext", "msgfmt", ("--version",), msgfmt),
    Tool("pofilter", "`pofilter` of the Translate Toolkit, all tests", "pofilter", ("--version",), pofilter),
    Tool("i18nspector", "`i18nspector`", "i18nspector", ("--version",), i18nspector),
)


def measure(
    tool: Tool, clean: dict[str, list[Path]], faults: Iterable[Fault], folder: Path
) -> Findings | None:
    """Give faults to a program; None when it is not installed.

    :param clean: language -> its clean catalogs.
    """
    if shutil.which(tool.command) is None:
        return None
    found: set[str] = set()
    alarms = 0
    by_language: dict[str, list[Fault]] = {}
    for fault in faults:
        by_language.setdefault(fault.language, []).append(fault)
    for language, paths in clean.items():
        where = folder / tool.name / language
        where.mkdir(parents=True)
        copies = {path.stem: where / f"clean-{path.name}" for path in paths}
        for path in paths:
            shutil.copyfile(path, copies[path.stem])
        files: dict[Path, Fault] = {}
        for fault in by_language.get(language, ()):
            if fault.path.endswith(".po") and fault.content is not None:
                changed = where / f"{fault.name}.po"
                changed.write_bytes(fault.content)
                files[changed] = fault
        said = tool.said(language, [*copies.values(), *files])
        alarms += sum(sum(said[path].values()) for path in copies.values())
        for changed, fault in files.items():
            if said[changed] != said[copies[Path(fault.path).stem]]:
                found.add(fault.name)
    version = _run([tool.command, *tool.version]).stdout
    number = re.search(r"\d+(?:\.\d+)+", version)
    return Findings(number[0] if number else "?", frozenset(found), alarms)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, check=False, encoding="utf-8", errors="replace",
        env={"PATH": _path(), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    )  # fmt: skip


def _path() -> str:
    import os

    return os.environ.get("PATH", "")
