"""Sorts the findings of a check by the message that they concern, and explains each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from halo_docs.problems import Problem
from halo_docs.rules.pages import Page, page
from halo_docs.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the page of its rule."""

    problem: Problem
    weight: str
    """Its severity; ``waived`` when somebody lets it stand."""
    page: Page | None


class Findings:
    """The findings of one language, each handed out once."""

    def __init__(self, verdict: Verdict, catalogs: str) -> None:
        """Sort what was found.

        :param catalogs: folder of the language's catalogs, as findings name it.
        """
        self._catalogs = catalogs
        self._by_text: dict[str, list[Finding]] = defaultdict(list)
        for problem in (*verdict.problems, *verdict.notices):
            self._add(problem, problem.severity.value)
        for problem in verdict.waived:
            self._add(problem, "waived")

    def _add(self, problem: Problem, weight: str) -> None:
        name = f"{PurePosixPath(problem.location.path).stem}/{problem.about}"
        self._by_text[name].append(Finding(problem, weight, page(problem.rule)))

    def take(self, name: str) -> tuple[Finding, ...]:
        """Return what concerns a text, by its name: catalog and key.

        Words of a drawing are found by the id of their label, which is the key without its last part.
        """
        owner = name.rpartition(".")[0]
        found = [*self._by_text.pop(name, ())]
        if owner.startswith("figures/"):
            found += self._by_text.pop(owner, ())
        return tuple(found)

    def rest(self) -> Iterator[Finding]:
        """Yield what is left in the language's catalogs and concerns no text of the manual."""
        for found in self._by_text.values():
            yield from (
                finding for finding in found if finding.problem.location.path.startswith(self._catalogs)
            )
