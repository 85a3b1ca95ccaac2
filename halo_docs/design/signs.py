"""The safety signs that the design draws: registered signs of ISO 7010, and two general symbols.

Each is a file of the same name in static/symbols and a line of static/signs.css.
"""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """A sign, with the number under which its standard lists it."""

    reference: str
    """Register number of ISO 7010, or the number of the graphical symbol."""

    def __new__(cls, name: str, reference: str) -> Sign:
        """Keep the number beside the name."""
        sign = str.__new__(cls, name)
        sign._value_ = name
        sign.reference = reference
        return sign

    GENERAL_WARNING = "general-warning", "W001"
    ELECTRICITY = "electricity", "W012"
    GENERAL_PROHIBITION = "general-prohibition", "P001"
    DO_NOT_TOUCH = "do-not-touch", "P010"
    GENERAL_MANDATORY = "general-mandatory", "M001"
    REFER_TO_MANUAL = "refer-to-manual", "M002"
    CONNECT_EARTH = "connect-earth", "M005"
    DISCONNECT = "disconnect", "M021"
    PROTECTIVE_EARTH = "protective-earth", "IEC 60417-5019"
    INFORMATION = "information", ""

    @property
    def kind(self) -> str:
        """What a statement with the sign asks for; empty when any statement may have it."""
        kinds = {"W": "information", "P": "prohibition", "M": "mandatory"}
        return "information" if self is Sign.INFORMATION else kinds.get(self.reference[0], "")


GENERAL = {
    "prohibition": Sign.GENERAL_PROHIBITION,
    "mandatory": Sign.GENERAL_MANDATORY,
    "information": Sign.INFORMATION,
}
"""Kind of a statement -> the sign that it has when it names none."""
