"""Numbers and lists of a language are known (CLDR).

Bad:  a language `xx` without `locale`.
Good: a language `xx` with `locale: en`, or a code that CLDR knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from halo_docs.data.manual import Manual
from halo_docs.problems import Severity
from halo_docs.rules.base import Finding, Rule, found
from halo_docs.text.quantities import has_locale


def find(manual: Manual) -> Iterator[Finding]:
    """Yield the languages of which CLDR knows nothing."""
    for language in manual.languages.values():
        if not has_locale(language):
            name = language.locale or language.id
            yield found(name, f'CLDR knows no locale "{name}"; give one as "locale"')


RULE = Rule("language-locale", Severity.ERROR, Manual, find)
