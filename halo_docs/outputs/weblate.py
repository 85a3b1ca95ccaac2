"""Components of a Weblate project, one a catalog, as ``weblate import_json`` reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from halo_docs.data.load import INTERFACE_FILE
from halo_docs.data.manual import Manual
from halo_docs.messages.extract import FOREIGN_DOMAINS, messages
from halo_docs.project import Project

REPOSITORY = "REPOSITORY"
"""Stands where the address of the team's repository belongs; nothing in the project knows it."""

PLACEHOLDERS = (
    r"\{(?!term\})[a-z-]+\}`[^`]*`|(?<=\{term\}`)[\w-]+(?=`)|(?<=<)[\w-]+(?=>`)"
    r"|(?<![}>\w-])`[^`]+`|\*\*"
)
"""What a translation keeps of its source text: roles, literals, marks of emphasis. Of a term it keeps the
concept; the words that lead there are its own."""


def weblate_components(project: Project, manual: Manual) -> str:
    """Return the components as JSON; all but the first share its copy of the repository."""
    components = [*_components(project, manual)]
    return json.dumps(components, indent=1, ensure_ascii=False) + "\n"


def _components(project: Project, manual: Manual) -> Iterator[dict[str, Any]]:
    ours = {message.domain for message in messages(manual)}
    theirs = {name for name in FOREIGN_DOMAINS if any(project.locales.glob(f"*/LC_MESSAGES/{name}.po"))}
    first: str | None = None
    for domain in sorted(ours | theirs):
        of_engine = domain == INTERFACE_FILE.stem or domain == FOREIGN_DOMAINS[0]
        language = manual.interface.language if of_engine else manual.identity.source_language
        yield {
            "name": domain,
            "slug": domain,
            **(
                {"repo": f"weblate://{manual.identity.file_name}/{first}"}
                if first
                else {"vcs": "git", "repo": REPOSITORY, "push": REPOSITORY, "branch": "main"}
            ),
            "filemask": project.relative(project.catalogs("*") / f"{domain}.po"),
            "file_format": "po",
            # A language is begun by a command of ours, which does more than add a file.
            "new_base": "",
            "new_lang": "contact",
            "inherit_new_lang": False,
            "source_language": {"code": str(language)},
            "check_flags": f'placeholders:r"{PLACEHOLDERS}"' if domain in ours else "",
            "enforced_checks": ["placeholders"] if domain in ours else [],
            "inherit_enforced_checks": False,
        }
        first = first or domain
