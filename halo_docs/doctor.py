"""What this machine lacks for building, and the line to type for it.

It answers where nothing else works: only the standard library is imported, and the syntax is one that
Python versions older than the required one can read. ``python3 -m halo_docs.doctor`` is ``make doctor``.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class System:
    """An operating system: its name, how it installs packages, and packages it calls differently."""

    id: str
    name: str
    install: str
    renamed: Mapping[str, str] = field(default_factory=dict)


DEBIAN = System("debian", "Debian, Ubuntu", "sudo apt-get install")
UBUNTU = replace(DEBIAN, renamed={"chromium": "chromium-browser"})
FEDORA = System("fedora", "Fedora", "sudo dnf install")
MACOS = System("macos", "macOS", "brew install")
SYSTEMS = (DEBIAN, FEDORA, MACOS)


@dataclass(frozen=True)
class Requirement:
    """Something the machine should have: what for, how to look, and what brings it.

    ``packages`` is system -> packages, separated by spaces; where no package of a system brings it,
    ``command`` is the line that does.
    """

    id: str
    purpose: str
    need: Literal["building", "tests", "optional"]
    probe: Callable[[], bool]
    packages: Mapping[str, str]
    command: str = ""


@dataclass(frozen=True)
class Finding:
    """A requirement, and whether the machine meets it."""

    requirement: Requirement
    is_met: bool

    @property
    def state(self) -> Literal["ok", "missing", "optional"]:
        """Optional means: missing, and nothing fails for it."""
        if self.is_met:
            return "ok"
        return "optional" if self.requirement.need == "optional" else "missing"


def _has_python() -> bool:
    return sys.version_info >= (3, 11)


def _has_venv() -> bool:
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def _has_text_font() -> bool:
    try:
        from halo_docs.design.fonts import font_files

        return all(path.is_file() for path in font_files().values())
    except Exception:  # whatever is wrong with the Python packages: there is no font
        return False


def _has_jdk() -> bool:
    # macOS has a program javac that only says where to get Java.
    try:
        return subprocess.run(["javac", "-version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def has_program(*names: str) -> Callable[[], bool]:
    """Return a probe: is one of these programs on the path?"""
    return lambda: any(shutil.which(name) for name in names)


def has_library(*names: str) -> Callable[[], bool]:
    """Return a probe: can one of these names (Linux, macOS) be loaded, as WeasyPrint will?"""

    def probe() -> bool:
        for name in names:
            try:
                import ctypes

                ctypes.CDLL(name)
            except (ImportError, OSError):
                continue
            return True
        return False

    return probe


def _packages(debian: str, fedora: str, macos: str) -> dict[str, str]:
    return {"debian": debian, "fedora": fedora, "macos": macos}


REQUIREMENTS = (
    Requirement(
        "python",
        "Python 3.11 or newer runs everything (where python3 is older: make PYTHON=python3.11 html)",
        "building",
        _has_python,
        _packages("python3.11 python3.11-venv", "python3.11", "python"),
    ),
    Requirement(
        "venv",
        "venv and ensurepip set up .venv",
        "building",
        _has_venv,
        _packages("python3-venv", "python3", "python"),
    ),
    Requirement(
        "make",
        "calls everything by a short name",
        "building",
        has_program("make", "gmake"),
        _packages("make", "make", "make"),
    ),
    Requirement(
        "glib",
        "GLib, below Pango",
        "building",
        has_library("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
        _packages("libglib2.0-0", "glib2", "glib"),
    ),
    Requirement(
        "pango",
        "Pango sets the text of the PDF",
        "building",
        has_library("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0.0.dylib"),
        _packages("libpango-1.0-0", "pango", "pango"),
    ),
    Requirement(
        "pangoft2",
        "Pango's way to font files",
        "building",
        has_library("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0.0.dylib"),
        _packages("libpangoft2-1.0-0", "pango", "pango"),
    ),
    Requirement(
        "harfbuzz",
        "HarfBuzz shapes letters into glyphs",
        "building",
        has_library("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
        _packages("libharfbuzz0b", "harfbuzz", "harfbuzz"),
    ),
    Requirement(
        "harfbuzz-subset",
        "HarfBuzz puts only the glyphs used into the PDF",
        "building",
        has_library("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        _packages("libharfbuzz-subset0", "harfbuzz", "harfbuzz"),
    ),
    Requirement(
        "fontconfig",
        "fontconfig finds the fonts of the PDF",
        "building",
        has_library("libfontconfig.so.1", "libfontconfig.1.dylib"),
        _packages("libfontconfig1", "fontconfig", "fontconfig"),
    ),
    Requirement(
        "text-font",
        "the typeface of all outputs; comes with the Python packages of .venv",
        "building",
        _has_text_font,
        {},
        # -B: set .venv up again, even where its stamp says that it is complete.
        command="make -B html",
    ),
    Requirement("git", "keeps the sources", "tests", has_program("git"), _packages("git", "git", "git")),
    Requirement(
        "chromium",
        "opens the pages in a browser",
        "tests",
        has_program("chromium-headless-shell", "chromium", "chromium-browser"),
        _packages("chromium", "chromium", "chromium"),
    ),
    Requirement(
        "gettext",
        "msgfmt, a second opinion on catalogs",
        "optional",
        has_program("msgfmt"),
        _packages("gettext", "gettext", "gettext"),
    ),
    Requirement(
        "java",
        "runs veraPDF, the proof of PDF/UA and PDF/A (a development kit)",
        "optional",
        _has_jdk,
        _packages("default-jdk-headless", "java-latest-openjdk-devel", "temurin"),
    ),
)


def examine(requirements: Sequence[Requirement] = REQUIREMENTS) -> tuple[Finding, ...]:
    """Return what was found for each requirement, in their order."""
    return tuple(Finding(requirement, requirement.probe()) for requirement in requirements)


def can_build(findings: Sequence[Finding]) -> bool:
    """Return whether nothing is missing that building needs."""
    return all(found.is_met or found.requirement.need != "building" for found in findings)


def system_of(platform: str, os_release: str) -> System | None:
    """Return the system of a ``sys.platform`` and the text of its os-release file, None when unknown."""
    if platform == "darwin":
        return MACOS
    entries = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    own = entries.get("ID", "").strip("\"' ")
    family = {own, *entries.get("ID_LIKE", "").strip("\"' ").split()}
    if own == "ubuntu":
        return UBUNTU
    if family & {"debian", "ubuntu"}:
        return DEBIAN
    return FEDORA if family & {"fedora", "rhel"} else None


def this_system() -> System | None:
    """Return the system of this machine, None when it is unknown."""
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            return system_of(sys.platform, path.read_text("utf-8", errors="replace"))
    return system_of(sys.platform, "")


def line_to_type(findings: Sequence[Finding], system: System) -> str:
    """Return the shell line that brings everything missing to a system, empty when all is there."""
    missing = [found.requirement for found in findings if not found.is_met]
    packages = [name for need in missing for name in need.packages.get(system.id, "").split()]
    names = dict.fromkeys(system.renamed.get(name, name) for name in packages)
    install = [" ".join((system.install, *names))] if names else []
    return " && ".join(dict.fromkeys([*install, *(need.command for need in missing if need.command)]))


def _plain(text: str, colour: str) -> str:
    return text


def describe(
    findings: Sequence[Finding], system: System | None, paint: Callable[[str, str], str] = _plain
) -> Iterator[str]:
    """Yield one line a finding, then the line to type: the system's, or every system's when it is None.

    ``paint`` gets a text and the name of a colour.
    """
    colours = {"ok": "green", "missing": "red", "optional": "yellow"}
    for found in findings:
        requirement = found.requirement
        state = paint(f"{found.state:<8}", colours[found.state])
        scope = " (for tests)" if requirement.need == "tests" else ""
        yield f"{state}  {requirement.id:<15}  {requirement.purpose}{scope}"
    for candidate in (system,) if system else SYSTEMS:
        line = line_to_type(findings, candidate)
        if line:
            yield f"{candidate.name}: {line}"


def main() -> int:
    """Print what ``describe`` yields for this machine; return the exit code."""
    findings = examine()
    for line in describe(findings, this_system()):
        sys.stdout.write(f"{line}\n")
    return 0 if can_build(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
