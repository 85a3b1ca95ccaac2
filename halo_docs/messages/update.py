"""Brings the catalogs up to the templates, by sphinx-intl; says how far each language is."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx_intl import basic
from sphinx_intl.catalog import dump_po, load_po

from halo_docs.data.manual import Manual
from halo_docs.files import write_bytes
from halo_docs.messages.extract import domain_of
from halo_docs.messages.translation import Translation, is_usable
from halo_docs.project import Project


def update_catalogs(project: Project, languages: Sequence[str]) -> None:
    """Add new messages to the catalogs of ``languages`` and retire old ones.

    sphinx-intl works on a copy; each catalog that changed is then replaced in one step.
    """
    project.build.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=project.build, prefix=".update-") as folder:
        copy = Project(Path(folder))
        for language in languages:
            for path in sorted(project.catalogs(language).glob("*.po")):
                target = copy.catalogs(_gettext_name(language)) / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)
        with contextlib.redirect_stdout(io.StringIO()):
            names = [*map(_gettext_name, languages)]
            basic.update(str(copy.locales), str(project.templates), names)
        for language in languages:
            for path in sorted(copy.catalogs(_gettext_name(language)).glob("*.po")):
                write_bytes(project.catalogs(language) / path.name, path.read_bytes())


def _gettext_name(language: str) -> str:
    """Return a language's code as gettext spells it, pt_BR; Babel reads no other."""
    return language.replace("-", "_")


_QUOTED = r'(?:".*"[ \t]*(?:\r?\n|\Z))+'
_MESSAGE = re.compile(
    rf"^msgctxt (?P<key>{_QUOTED})msgid {_QUOTED}msgstr (?P<target>{_QUOTED})", re.MULTILINE
)


def write_targets(path: Path, targets: Mapping[str, str]) -> None:
    """Give messages of a catalog other translations; the rest of the file keeps its bytes.

    :param targets: key of a message -> its translation.
    """
    catalog = load_po(str(path))
    for message in catalog:
        if message.context in targets:
            message.string = targets[message.context]
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder) / path.name
        dump_po(str(aside), catalog)
        written = {_key(match): match["target"] for match in _MESSAGE.finditer(aside.read_text("utf-8"))}
    text = path.read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    for match in reversed([*_MESSAGE.finditer(text)]):
        if _key(match) in targets:
            target = written[_key(match)].replace("\n", ending)
            text = text[: match.start("target")] + target + text[match.end("target") :]
    write_bytes(path, text.encode("utf-8"))


def _key(message: re.Match[str]) -> str:
    return "".join(re.findall(r'"(.*)"', message["key"]))


@dataclass(frozen=True, slots=True)
class Count:
    """How far a language is, in messages."""

    language: str
    total: int
    done: int
    fuzzy: int
    missing: int


def count(manual: Manual, translation: Translation) -> Count:
    """Count the messages of a language; done means that the translation may be shown."""
    wanted = {(domain_of(text), text.key): text for _, text, _ in manual.texts if text.is_translatable}
    entries = [(text, translation.entry(text)) for text in wanted.values()]
    done = sum(entry is not None and is_usable(entry, text) for text, entry in entries)
    fuzzy = sum(entry is not None and entry.is_fuzzy for _, entry in entries)
    total = len(entries)
    if translation.is_source:
        return Count(translation.language.id, total, total, 0, 0)
    return Count(translation.language.id, total, done, fuzzy, total - done - fuzzy)
