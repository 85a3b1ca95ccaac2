"""What a figure must say: its words for those who do not see it, and those that stand in the drawing."""

from __future__ import annotations

from halo_docs.data.facts import Figure
from halo_docs.figures.source import SVG, Drawings
from halo_docs.statements.statement import Picture
from halo_docs.statements.voice import Voice


def picture(voice: Voice, drawings: Drawings, figure: Figure, place: str) -> Picture:
    """Return what a figure must say at one place.

    :param place: id of what shows it.
    """
    alt = voice.say(figure.alt)
    long = voice.plain(figure.description) if figure.description is not None else ""
    link = voice.manual.links[figure.qr] if figure.qr is not None else None
    address = str(link.urls.get(voice.language.id, link.url)) if link is not None else ""
    artwork = figure.artworks.get(voice.language.id, figure.artwork)
    words = () if address or artwork else _drawn_words(voice, drawings, figure)
    return Picture(
        place=place,
        figure=str(figure.id),
        alt=alt.text,
        description=long,
        words=words,
        address=address,
        location=figure.location,
        is_fallback=alt.is_fallback,
    )


def _drawn_words(voice: Voice, drawings: Drawings, figure: Figure) -> tuple[str, ...]:
    """Return labels, values and letters in the order of the drawing; a value shows no open mark there."""
    drawing = drawings.by_name.get(str(figure.drawing))
    if drawing is None:
        return (voice.plain(figure.title), " ".join(str(callout.id) for callout in figure.callouts))
    labels = {str(label.id): label.text for label in figure.labels}
    words = []
    for element in drawing.root.iter(f"{SVG}text", f"{SVG}circle"):
        if letter := element.get("data-callout"):
            words.append(str(letter))
        elif name := element.get("data-label"):
            words.append(voice.plain(labels[str(name)]))
        elif name := element.get("data-value"):
            words.append(voice.role("value", str(name)).shown[0].text)
    return tuple(words)
