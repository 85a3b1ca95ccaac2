"""Turns the walk through a text into findings; the same for the screen and for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from halo_docs.proof.finding import Finding, difference, shortened
from halo_docs.proof.matching import Loss, Match, Place, Stream, Surplus, follow, squeezed
from halo_docs.statements.prose import Prose, is_prose
from halo_docs.statements.statement import Kind, Statement


def compare(
    stream: Stream[Place],
    expected: Sequence[tuple[Statement, str]],
    naming: Callable[[Place], tuple[str, str]],
    output: str,
    prose: tuple[Prose, ...] = (),
) -> tuple[list[Match], list[Finding]]:
    """Find statements in a text.

    :param expected: each with its text, in the form of the stream.
    :param naming: names the output and the place in it.
    :param output: name of the output, for a text that is empty.
    :param prose: paragraphs of the pages themselves, which may stand anywhere.
    :returns: what stands where it must, and what does not.
    """
    matches: list[Match] = []
    findings: list[Finding] = []

    def where(at: int) -> tuple[str, str]:
        place = stream.place(at)
        return (output, "") if place is None else naming(place)

    told = {id(statement): text for statement, text in expected}
    for step in follow(stream, expected):
        match step:
            case Match():
                matches.append(step)
            case Surplus(_, found) if is_prose(squeezed(found), prose):
                pass
            case Surplus(at, found):
                message = f'text that the manual does not have: "{shortened(found)}"'
                findings.append(Finding(*where(at), message, "proof-surplus"))
            case Loss(statement, at, found, elsewhere):
                findings.append(_loss(statement, told[id(statement)], found, where(at), elsewhere, where))
    return matches, findings


def _loss(
    statement: Statement,
    text: str,
    found: str,
    place: tuple[str, str],
    elsewhere: int | None,
    where: Callable[[int], tuple[str, str]],
) -> Finding:
    rule = "proof-safety" if statement.kind is Kind.SAFETY else "proof-text"
    if elsewhere is not None:
        output, other = where(elsewhere)
        message = f'{statement.name}: stands elsewhere ({other or output}): "{shortened(text)}"'
        rule = "proof-order"
    elif found:
        message = f"{statement.name}: {difference(text, found)}"
    else:
        message = f'{statement.name}: is missing: "{shortened(text)}"'
    return Finding(*place, message, rule, statement.location)


def fallbacks(statements: Iterable[Statement], output: str) -> Iterable[Finding]:
    """Yield what is shown in the source language, for want of a translation."""
    for statement in statements:
        if statement.said.is_fallback:
            message = (
                f'{statement.name}: is shown in the source language: "{shortened(statement.screen_text)}"'
            )
            place = f"#{statement.id}" if statement.id else ""
            yield Finding(output, place, message, "proof-fallback", statement.location)


def order_of(matches: Iterable[Match]) -> dict[str, int]:
    """Return where each block's own text begins: a step's action, a message's first words."""
    places: dict[str, int] = {}
    for index, match in enumerate(matches):
        if match.statement.kind not in (Kind.NUMBER, Kind.MARK):
            places.setdefault(match.statement.id, index)
    return places


def stale_pages(match: Match, anchors: Mapping[str, int], prefix: str = "") -> Iterator[str]:
    """Yield what is wrong with the page numbers that stand in a statement.

    :param anchors: name of a destination -> page, from 0.
    :param prefix: of the names of its destinations, in a booklet.
    """
    for target, number in zip(match.statement.paged, match.numbers, strict=False):
        real = anchors.get(prefix + target, -1) + 1
        if number != str(real):
            yield f"{match.statement.name}: names page {number} for {target}, which is on page {real}"
