"""What can be wrong and where: every layer yields problems, only the command line prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs; only an error makes a command fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an author's own file; lines and columns count from 1."""

    path: str
    """Path relative to the project, with forward slashes, so that outputs do not name a machine."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, ready to be printed."""

    location: Location
    message: str
    """One line, lower case, naming the thing and what was expected."""
    rule: str
    """Id of the rule that found it, for example ``unknown-reference``."""
    severity: Severity = Severity.ERROR
    about: str = ""
    """What it concerns, as waivers name it: the key of a text or the id of a thing."""

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}: {self.message} [{self.rule}]"


class ProblemsFound(Exception):
    """Raised at an edge (Sphinx, command line) when work cannot go on.

    :param problems: everything that was found, not only the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean "x"?)`` for the nearest known word, or nothing when none is near."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""
