"""Checks languages side by side: each process has the manual already, and reads one language's catalogs."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from halo_docs.data.manual import Manual
from halo_docs.figures.source import Drawings
from halo_docs.messages.translation import read_translation
from halo_docs.nodes.scope import Scope
from halo_docs.problems import Problem
from halo_docs.project import Project
from halo_docs.rules.checking import check_language
from halo_docs.rules.mending import mend_language

_FORK = multiprocessing.get_context("fork")


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
        workers = min(len(codes), os.cpu_count() or 1)
        if workers < 2:
            return [finding for code in codes for finding in self.check(code)]
        # Shared by all: computed before the processes part.
        _ = self.manual.texts
        with ProcessPoolExecutor(workers, mp_context=_FORK, initializer=_inherit, initargs=(self,)) as pool:
            return [finding for found in pool.map(_check, codes) for finding in found]


_inherited: list[LanguageCheck] = []
"""In a worker: what it was forked with. The manual is not sent from process to process."""


def _inherit(check: LanguageCheck) -> None:
    _inherited[:] = [check]


def _check(code: str) -> list[tuple[str, Problem]]:
    return _inherited[0].check(code)
