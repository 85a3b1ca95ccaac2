"""Figures and their legends."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from docutils import nodes

from halo_docs.data.blocks import FigureBlock, Legend
from halo_docs.data.facts import Figure
from halo_docs.design import FAMILY
from halo_docs.figures.fill import Words, fill
from halo_docs.figures.qr import qr_svg
from halo_docs.figures.spoken import Spoken
from halo_docs.nodes.elements import Drawing
from halo_docs.nodes.scope import Scope, placed
from halo_docs.text.quantities import NO_BREAK_SPACE, format_value


def drawing(scope: Scope, figure: Figure, place: str) -> Drawing:
    """Return what a figure shows: the manufacturer's artwork, our drawing, or a QR code.

    A figure that has none of them yet shows a labelled frame of its proportions.

    :param place: id of what shows it, once on each page.
    """
    found = scope.drawings.by_name.get(str(figure.drawing))
    artwork = scope.drawings.artwork.get(str(figure.artworks.get(scope.language.id, figure.artwork)))
    if artwork is not None:
        style = f"max-width: {figure.width.value}mm"
        picture = f'<img src="{artwork.data_uri}" style="{style}">'
    elif figure.qr is not None:
        picture = qr_svg(scope.url(figure.qr), int(figure.width.value))
    elif found is not None:
        picture = fill(found, scope.drawings, words(scope, figure))
    else:
        picture = _frame(scope, figure)
    return placed(Drawing(picture=picture, spoken=spoken(scope, figure, place)), figure)


def spoken(scope: Scope, figure: Figure, place: str) -> Spoken:
    """Return a figure's words for somebody who does not see it.

    :param place: id of what shows it.
    """
    long = "" if figure.description is None else scope.plain(figure.description)
    return Spoken(place, scope.plain(figure.alt), long)


def words(scope: Scope, figure: Figure) -> Words:
    """Return what stands in a figure's drawing, in the scope's language."""
    labels = {str(label.id): label.text for label in figure.labels}
    values, units = scope.manual.values, scope.manual.units
    return Words(
        label=lambda name: scope.plain(labels[name]) if name in labels else "",
        value=lambda name: format_value(values[name], units, scope.language) if name in values else "",
    )


def figure_block(scope: Scope, block: FigureBlock) -> list[nodes.Node]:
    """Return a figure with its number and title."""
    figure = scope.manual.figures[block.figure]
    place = scope.manual.places[block.id]
    words = scope.manual.interface
    shown = nodes.figure(ids=[str(block.id)], classes=["manual-figure"])
    shown += drawing(scope, figure, str(block.id))
    caption = nodes.caption()
    number = f"{scope.plain(words.figure).capitalize()}{NO_BREAK_SPACE}{place.number}"
    caption += nodes.inline(number, number, classes=["figure-number"])
    caption += nodes.Text(" ")
    caption.extend([*scope.inline(figure.title), *scope.applicability(block)])
    caption.extend(scope.open_marks(block, figure))
    if figure.is_schematic:
        note = scope.plain(words.schematic)
        caption += nodes.Text(" ")
        caption += nodes.inline(note, note, classes=["schematic"])
    shown += placed(caption, block)
    return [placed(shown, block)]


def legend(scope: Scope, block: Legend) -> list[nodes.Node]:
    """Return the legend of a figure: a list of callouts, each with what it points to."""
    shown = nodes.bullet_list(bullet="-", ids=[str(block.id)], classes=["legend"])
    for item in block.items:
        entry = placed(nodes.list_item(ids=[str(item.id)]), item)
        paragraph = scope.paragraph(item, item.text)
        paragraph.insert(0, nodes.inline(item.callout, item.callout, classes=["callout"]))
        paragraph.insert(1, nodes.Text(" "))
        entry += paragraph
        shown += entry
    return [*scope.block_marks(block), placed(shown, block), *scope.footnotes(block.footnotes)]


def _frame(scope: Scope, figure: Figure) -> str:
    """Draw a frame that says which drawing belongs here."""
    width, height = figure.width.value, figure.height.value
    title = escape(scope.plain(figure.title))
    size = min(Decimal(4), width * 2 / max(len(title), 1))
    letters = " ".join(escape(callout.id) for callout in figure.callouts)
    text = 'x="50%" y="50%" text-anchor="middle" fill="currentColor"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'style="max-width: {width}mm" font-family="{FAMILY}">'
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="2" fill="none" '
        f'stroke="currentColor" stroke-width="0.5" stroke-dasharray="2 1.5"/>'
        f'<text {text} font-size="{size:.1f}">{title}</text>'
        f'<text {text} dy="8" font-size="4">{letters}</text></svg>'
    )
