"""Brings the catalogs up to the manual without losing what a translator has put into them.

sphinx-intl makes the catalogs that a language lacks. Those that are there are merged here, message by
message: sphinx-intl would drop headers of their own and previous sources, and look at nothing as long as
the set of source texts is the same.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sphinx_intl import basic

from halo_docs.data.manual import Manual
from halo_docs.files import write_bytes
from halo_docs.messages.catalog_text import Block, CatalogText
from halo_docs.messages.classes import TextClass, classes
from halo_docs.messages.editorial import Edits
from halo_docs.messages.extract import FOREIGN_DOMAINS, messages
from halo_docs.messages.matching import Held, Likeness, Matched, Matcher, MeansSame, Wanted
from halo_docs.messages.translation import read_translation
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.text.inline import ROLES, Role
from halo_docs.text.role_names import renamed_roles


def update_catalogs(project: Project, manual: Manual, languages: Iterable[str]) -> list[Problem]:
    """Bring the catalogs of ``languages`` up to the manual and the templates of its pages.

    A language with a catalog that cannot be read, or that has a message twice, stays as it is.

    :returns: what is wrong with such catalogs.
    """
    wanted = [*_wanted(project, manual)]
    likeness, means_same = Likeness(), _means_same(manual)
    problems: list[Problem] = []
    for language in languages:
        _, found = read_translation(project, manual, manual.languages[language])
        problems += found
        if not found:
            _update(project, language, wanted, means_same, likeness)
    return problems


def begin_catalogs(project: Project, manual: Manual, language: str) -> None:
    """Make the catalogs of a language that has none yet; it need not be in the manual.

    :param project: where they are made; its templates must be up to date.
    """
    _update(project, language, [*_wanted(project, manual)], _means_same(manual), Likeness())


def _wanted(project: Project, manual: Manual) -> Iterator[Wanted]:
    """Yield the messages of the manual, then those of the templates that Sphinx made from pages."""
    class_of = classes(manual)
    domains = set()
    for message in messages(manual):
        domains.add(message.domain)
        places = tuple(f"{place.path}:{place.line}" for place in message.locations)
        is_safety = class_of[message.domain, message.key] is TextClass.SAFETY
        yield Wanted(message.domain, message.key, message.source, message.comment, places, is_safety)
    for path in sorted(project.templates.glob("*.pot")):
        if path.stem not in domains:
            for block in CatalogText.parse(path.read_bytes()).blocks:
                yield Wanted(path.stem, None, block.source, block.note, block.places, is_safety=False)


_INFLECTED = frozenset({"term", "variant"})
"""Roles that show words, to which a sentence gives its endings: another one may need others."""


def _means_same(manual: Manual) -> MeansSame:
    """Return what tells whether a source changed in ids that were renamed, or by logged edits, only."""
    edits = Edits(manual.edits)

    def is_gone(role: Role) -> bool:
        is_known = role.name in ROLES and role.name not in _INFLECTED
        return is_known and role.target not in manual.targets(role.name)

    def means_same(catalog: str, key: str | None, before: str, after: str) -> bool:
        renamed = renamed_roles(before, after)
        is_renaming = bool(renamed) and all(map(is_gone, renamed or ()))
        return is_renaming or edits.lead(catalog, key, before, after)

    return means_same


def _update(
    project: Project, language: str, wanted: Sequence[Wanted], means_same: MeansSame, likeness: Likeness
) -> None:
    domains = dict.fromkeys(one.domain for one in wanted)
    folder = project.catalogs(language)
    texts = {path.stem: CatalogText.parse(path.read_bytes()) for path in sorted(folder.glob("*.po"))}
    made = _make(project, language, [domain for domain in domains if domain not in texts])
    texts |= made
    held = [
        Held(domain, block)
        for domain, text in texts.items()
        if domain in domains or domain not in FOREIGN_DOMAINS
        for block in text.blocks
    ]
    matched = Matcher(wanted, held, means_same, likeness, frozenset(made)).match()
    heirs = _heirs(wanted, matched, texts.keys() - domains.keys())
    blocks = _sorted_in(wanted, matched, heirs)
    for old, heir in heirs.items():
        if heir in made:
            # A file that was renamed keeps its header.
            made[heir] = texts[heir] = made[heir].with_header(texts[old].header)
    for domain in domains:
        write_bytes(folder / f"{domain}.po", texts[domain].with_blocks(blocks[domain]).render())
    for old in heirs:
        (folder / f"{old}.po").unlink()


def _make(project: Project, language: str, domains: Sequence[str]) -> dict[str, CatalogText]:
    """Have sphinx-intl make catalogs that a language lacks; nothing is written to its folder."""
    if not domains:
        return {}
    project.build.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=project.build, prefix=".update-") as name:
        aside = Project(Path(name))
        aside.templates.mkdir(parents=True)
        for domain in domains:
            shutil.copy2(project.templates / f"{domain}.pot", aside.templates)
        with contextlib.redirect_stdout(io.StringIO()):
            basic.update(str(aside.locales), str(aside.templates), [_gettext_name(language)])
        made = {domain: aside.catalogs(_gettext_name(language)) / f"{domain}.po" for domain in domains}
        return {domain: CatalogText.parse(path.read_bytes()) for domain, path in made.items()}


def _gettext_name(language: str) -> str:
    """Return a language's code as gettext spells it, pt_BR; Babel reads no other."""
    return language.replace("-", "_")


def _heirs(wanted: Sequence[Wanted], matched: Matched, lost: Iterable[str]) -> dict[str, str]:
    """Return each catalog without a YAML file of its own -> the one that took most of its messages.

    One from which nothing was taken has no heir; somebody has to look at it.
    """
    heirs = {}
    for old in sorted(lost):
        takers = Counter(
            one.domain for one, origin in zip(wanted, matched.origins, strict=True) if origin == old
        )
        if takers:
            heirs[old] = takers.most_common(1)[0][0]
    return heirs


def _sorted_in(
    wanted: Sequence[Wanted], matched: Matched, heirs: Mapping[str, str]
) -> dict[str, list[Block]]:
    """Return domain -> its messages in the order of the manual, then those that it no longer has."""
    blocks: dict[str, list[Block]] = {}
    for one, block in zip(wanted, matched.blocks, strict=True):
        blocks.setdefault(one.domain, []).append(block)
    for held in matched.retired:
        domain = heirs.get(held.domain, held.domain)
        if domain in blocks:
            blocks[domain].append(held.block if held.block.is_obsolete else held.block.retired())
    return blocks


def write_targets(path: Path, targets: Mapping[str, str]) -> None:
    """Give messages of a catalog other translations; the rest of the file keeps its bytes.

    :param targets: key of a message -> its translation.
    """
    text = CatalogText.parse(path.read_bytes())
    changed = [
        block if block.is_obsolete else block.with_target(targets.get(block.key or "", block.target))
        for block in text.blocks
    ]
    write_bytes(path, text.with_blocks(changed).render())
