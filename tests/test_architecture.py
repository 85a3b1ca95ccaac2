"""The shape that docs/project/architecture.md promises, read from the imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from halo_docs.data.load import load_manual
from halo_docs.project import Project

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "halo_docs"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("problems", "project", "files", "design", "side_by_side", "xml_source"),
    ("data",),
    ("text",),
    ("messages", "figures"),
    ("nodes", "statements", "termbase"),
    ("rules",),
    ("outputs", "exchange"),
    ("sphinx_ext",),
    ("builds", "doctor", "languages", "live", "preview"),
    ("proof",),
    ("cli", "__main__"),
)
"""Data flows from the first to the last; no module imports from a later layer."""

DOORS = {
    "yaml": ("data/yaml_source.py", "data/yaml_edit.py"),
    "csv": ("outputs/", "termbase/table.py"),
    "pydantic": ("data/", "outputs/"),
    "markdown_it": ("text/inline.py",),
    "mdit_py_plugins": ("text/inline.py",),
    "babel": ("text/quantities.py", "text/locales.py"),
    "pyphen": ("languages/readiness.py",),
    "polib": ("messages/catalog.py", "messages/catalog_text.py"),
    "sphinx_intl": ("messages/update.py",),
    "docutils": ("nodes/", "sphinx_ext/", "preview/"),
    "sphinx": ("sphinx_ext/", "builds/sphinx_job.py"),
    "weasyprint": ("outputs/pdf.py", "outputs/pdf_tags.py"),
    "pydyf": ("outputs/pdf_tags.py",),
    "lxml": ("xml_source.py", "figures/", "exchange/", "proof/html_page.py"),
    "fontTools": ("figures/measure.py", "proof/fonts.py"),
    "segno": ("figures/qr.py",),
    "pypdfium2": ("figures/artwork.py", "proof/pdf_drawn.py", "proof/pdf_file.py"),
    "fontpkg": ("design/fonts.py",),
    "starlette": ("live/server.py",),
    "uvicorn": ("live/server.py",),
    "watchfiles": ("live/watch.py",),
    "pikepdf": ("proof/pdf_file.py",),
    "zxingcpp": ("proof/codes.py",),
    "PIL": ("proof/codes.py",),
    "playwright": (),
    "click": ("cli/",),
}
"""Library -> the only places that use it."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer(part: str) -> int:
    return next(i for i, parts in enumerate(LAYERS) if part in parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_data_flows_one_way(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        return
    own = layer(path.relative_to(PACKAGE).parts[0].removesuffix(".py"))
    for module in imports(path):
        if module.startswith("halo_docs."):
            part = module.split(".")[1]
            assert layer(part) <= own, f"{name(path)} must not import {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_one_door(path: Path) -> None:
    for module in imports(path):
        for library, doors in DOORS.items():
            if module == library or module.startswith(f"{library}."):
                assert name(path).startswith(doors), f"{name(path)} must not import {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_the_engine_knows_nothing_of_this_manual() -> None:
    """No module, template or style names the product, a protocol, a product number or a language."""
    manual, _ = load_manual(Project(ROOT))
    assert manual is not None
    identity = manual.identity
    forbidden = [identity.product, identity.manufacturer, identity.file_name, *manual.products]
    forbidden += [value.name.source for value in manual.axes["protocol"].values]
    forbidden += [language.name for language in manual.languages.values()]
    words = re.compile("|".join(rf"\b{re.escape(str(word))}\b" for word in forbidden), re.IGNORECASE)
    codes = re.compile("|".join(rf"[\"']{re.escape(code)}[\"']" for code in manual.languages))
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix not in {".py", ".html", ".css", ".js", ".yaml"}:
            continue
        text = path.read_text("utf-8")
        assert not words.findall(text), f"{name(path)} names {words.findall(text)}"
        if path.suffix == ".py":
            assert not codes.findall(text), f"{name(path)} names {codes.findall(text)}"


def test_every_module_says_what_it_is_for() -> None:
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), name(path)


def test_the_architecture_page_names_every_package() -> None:
    page = (ROOT / "docs" / "project" / "architecture.md").read_text("utf-8")
    for part in sorted({path.relative_to(PACKAGE).parts[0] for path in MODULES} - {"__init__.py"}):
        assert f"`{part.removesuffix('.py')}" in page, part


def test_no_lock_or_requirement_names_a_host() -> None:
    for path in sorted((ROOT / "requirements").iterdir()):
        assert "://" not in path.read_text("utf-8"), path.name
