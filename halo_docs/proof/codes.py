"""Reads QR codes from pictures. The only user of zxing and Pillow."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image


def addresses_in(width: int, height: int, pixels: bytes) -> list[str]:
    """Return what the QR codes of a grey picture say, from top to bottom.

    :param pixels: one byte a pixel, row by row.
    """
    picture = memoryview(pixels).cast("B", shape=[height, width])
    return [
        code.text
        for code in zxingcpp.read_barcodes(
            picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
    ]


def addresses_in_png(content: bytes) -> list[str]:
    """Return what the QR codes of a picture in PNG say."""
    with Image.open(BytesIO(content)) as picture:
        grey = picture.convert("L")
        return addresses_in(grey.width, grey.height, grey.tobytes())
