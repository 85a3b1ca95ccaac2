"""The glossary: every concept of terms.yaml with what it means, by the language's own alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from halo_docs.data.blocks import GlossaryTable
from halo_docs.data.facts import Term
from halo_docs.nodes.scope import Scope, glossary_anchor, placed
from halo_docs.nodes.tables import TableRow, grid
from halo_docs.text.collation import sort_key


def glossary(scope: Scope, block: GlossaryTable) -> list[nodes.Node]:
    """Return the table of the concepts.

    An abbreviation has a row of its own, which leads to the term: a reader may know only the one.
    """
    rows = [row for term in scope.manual.terms.values() for row in _rows(scope, term)]
    alphabet = scope.manual.alphabet(scope.language.id)
    rows.sort(key=lambda row: (sort_key(row[0], alphabet), row[1].id))
    words = scope.manual.interface
    head = [scope.inline(words.term), scope.inline(words.meaning)]
    shown = grid(str(block.id), head, [row for _, row in rows], [34, 66])
    shown["classes"].append("glossary")
    return [placed(shown, block)]


def _rows(scope: Scope, term: Term) -> Iterator[tuple[str, TableRow]]:
    """Yield the rows of a concept, each with the words that it is sorted by."""
    name = glossary_anchor(str(term.id))
    shown = scope.inline(term.term)
    if term.abbreviation is not None:
        row = TableRow(f"{name}-abbreviation", [scope.inline(term.abbreviation), [scope.term(term.id)]])
        yield scope.plain(term.abbreviation), row
        shown += [nodes.Text(" ("), *scope.inline(term.abbreviation), nodes.Text(")")]
    yield scope.plain(term.term), TableRow(name, [shown, scope.annotated(term, term.definition)])
