"""Checks languages side by side: each process has the manual already, and reads one language's catalogs."""

from __future__ import annotations

from collections.abc import Sequence

from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules.checking import check_language
from halo_docs.rules.mending import mend_language
from halo_docs.side_by_side import forked


class LanguageCheck:
    """Checks one language of a manual after another."""

    def __init__(self, project: Project, manual: Manual, drawings: Drawings, mends: bool) -> None:
        """Prepare to check.

        :param mends: first put right what needs no thought.
        """
        self.project, self.manual, self.drawings, self.mends = project, manual, drawings, mends

    def check(self, code: str) -> list[tuple[str, Problem]]:
        """Return what is wrong with a language, each finding with the language."""
        language = self.manual.languages[code]
        translation, problems = read_translation(self.project, self.manual, language)
        if self.mends and mend_language(self.project, self.manual, translation):
            translation, problems = read_translation(self.project, self.manual, language)
        problems += check_language(self.project, Scope(self.manual, translation, self.drawings))
        return [(code, problem) for problem in problems]

    def check_all(self, codes: Sequence[str]) -> list[tuple[str, Problem]]:
        """Check languages side by side, as far as the machine has cores."""
        if len(codes) > 1:
            # Shared by all: computed before the processes part.
            _ = self.manual.texts
        found = dict(forked(self.check, codes))
        return [finding for code in codes for finding in found[code]]
