"""Every path of a manual's repository; nothing else knows one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A manual's repository, found by its root folder."""

    root: Path

    @property
    def docs(self) -> Path:
        """Sphinx's source folder."""
        return self.root / "docs"

    @property
    def data(self) -> Path:
        """Facts: values, products, axes and the like."""
        return self.docs / "data"

    @property
    def chapters(self) -> Path:
        """The manual's chapters."""
        return self.docs / "manual"

    @property
    def figures(self) -> Path:
        """The drawings."""
        return self.docs / "figures"

    @property
    def schemas(self) -> Path:
        """JSON Schemas for editors, generated."""
        return self.docs / "schema"

    @property
    def locales(self) -> Path:
        """Languages and their catalogs."""
        return self.root / "locales"

    @property
    def languages(self) -> Path:
        """The table of languages."""
        return self.locales / "languages.yaml"

    @property
    def build(self) -> Path:
        """Outputs only; may be deleted at any time."""
        return self.root / "build"

    @property
    def templates(self) -> Path:
        """Message templates (POT)."""
        return self.build / "gettext"

    @property
    def weblate(self) -> Path:
        """Components of a Weblate project, generated."""
        return self.docs / "project" / "weblate.json"

    @property
    def design(self) -> Path:
        """What the publisher changes of the pages' look."""
        return self.data / "design.yaml"

    @property
    def waivers(self) -> Path:
        """Findings that may stand."""
        return self.data / "waivers.yaml"

    @property
    def editorial(self) -> Path:
        """Edits of source texts that left all translations valid."""
        return self.locales / "editorial.yaml"

    def writing(self, language: str) -> Path:
        """How one language is written, and its word lists."""
        return self.locales / language / "writing.yaml"

    def terms(self, language: str) -> Path:
        """One language's words for the concepts of terms.yaml."""
        return self.locales / language / "terms.yaml"

    def language(self, language: str) -> Path:
        """Folder of all that belongs to one language alone."""
        return self.locales / language

    def catalogs(self, language: str) -> Path:
        """Folder of one language's catalogs (PO)."""
        return self.locales / language / "LC_MESSAGES"

    def html(self, language: str) -> Path:
        """Folder of one language's HTML."""
        return self.build / "html" / language

    @property
    def html_root(self) -> Path:
        """Folder that holds every language's HTML and the language chooser."""
        return self.build / "html"

    def work(self, name: str) -> Path:
        """Folder in which one language is built; what is whole is published from there."""
        return self.build / ".work" / name

    def figure_sheet(self, language: str) -> Path:
        """Folder of one language's contact sheet of figures."""
        return self.build / "figures" / language

    def preview(self, language: str) -> Path:
        """Folder of one language's page for translators."""
        return self.build / "preview" / language

    @property
    def pdf(self) -> Path:
        """Folder of the PDFs."""
        return self.build / "pdf"

    def ledger(self, kind: str) -> Path:
        """Folder of a ledger: what was found of the safety messages, or of the values."""
        return self.build / kind

    def ledgers(self, language: str) -> list[Path]:
        """One language's files in all ledgers that have one."""
        return sorted(self.build.glob(f"*/{language}.json"))

    def xliff(self, name: str) -> Path:
        """A file for translation programs (XLIFF)."""
        return self.build / "xliff" / f"{name}.xlf"

    def tmx(self, name: str) -> Path:
        """The translation memory of all languages (TMX)."""
        return self.build / "tmx" / f"{name}.tmx"

    def relative(self, path: Path) -> str:
        """Name a file the way messages and catalogs do: relative to the root, forward slashes.

        One that lies elsewhere keeps its whole name, so that it can be opened.
        """
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def find_project(start: Path) -> Project | None:
    """Return the project that ``start`` lies in, or None: the first parent with a manual.yaml."""
    for folder in (start, *start.parents):
        if (folder / "docs" / "data" / "manual.yaml").is_file():
            return Project(folder)
    return None
