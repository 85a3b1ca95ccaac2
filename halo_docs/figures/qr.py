"""QR codes of addresses, as SVG. The only user of segno."""

from __future__ import annotations

import segno


def qr_svg(address: str, size: int) -> str:
    """Return a QR code (ISO/IEC 18004, error correction M) with its quiet zone of four modules.

    :param size: width and height in millimetres on paper.
    """
    code = segno.make(address, error="m", micro=False)
    rows = [bytes(row) for row in code.matrix]
    side = len(rows) + 8
    dark = "".join(
        f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'style="max-width: {size}mm" shape-rendering="crispEdges">'
        f'<path class="qr-paper" fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path class="qr-ink" fill="#000" d="{dark}"/></svg>'
    )
