"""What a publisher may change of the pages' look: docs/data/design.yaml. Signal colours are not among it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic_core import PydanticCustomError

from halo_docs.data.base import Data
from halo_docs.data.scalars import Plain
from halo_docs.data.yaml_source import Scalar


class Paper(StrEnum):
    """Sizes of paper (ISO 216)."""

    A5 = "A5"
    A4 = "A4"


class Colour(Plain):
    """A colour as six hexadecimal digits: ``#0b6e8f``."""

    PATTERN: ClassVar[re.Pattern[str]] = re.compile(r"#[0-9a-fA-F]{6}")
    json_schema: ClassVar[Mapping[str, Any]] = {"type": "string", "pattern": f"^{PATTERN.pattern}$"}

    @classmethod
    def read(cls, value: Scalar) -> Self:
        """Take the colour from its YAML scalar."""
        if not cls.PATTERN.fullmatch(value):
            message = 'not a colour: "{colour}" (write six hexadecimal digits, in quotes: "#0b6e8f")'
            raise PydanticCustomError("colour", message, {"colour": str(value)})
        return super().read(value)

    def luminance(self) -> float:
        """Return the relative luminance, 0 (black) to 1 (white); WCAG 2.2, definition of the term."""
        channels = (int(self[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Design(Data):
    """design.yaml; what is left out keeps the pipeline's own look."""

    accent: Colour | None = None
    """Links, numbers of sections and steps, tabs; on white paper."""
    accent_on_dark: Colour | None = None
    """The same on a dark screen."""
    ink: Colour | None = None
    """Text on white paper."""
    quiet: Colour | None = None
    """Captions and running heads on white paper."""
    paper: Paper = Paper.A5
    """Size of the PDF where the command names none."""

    def tokens(self) -> Iterator[tuple[str, str]]:
        """Yield name and value of each design token that is changed, for light pages."""
        changed = {
            "--manual-accent": self.accent,
            "--figure-accent": self.accent,
            "--manual-ink": self.ink,
            "--figure-ink": self.ink,
            "--manual-quiet": self.quiet,
        }
        for name, colour in changed.items():
            if colour is not None:
                yield name, str(colour)

    def dark_tokens(self) -> Iterator[tuple[str, str]]:
        """Yield name and value of each design token that is changed on a dark screen."""
        if self.accent_on_dark is not None:
            for name in (
                "--manual-accent-text",
                "--color-brand-primary",
                "--color-brand-content",
                "--figure-accent",
            ):
                yield name, str(self.accent_on_dark)

    def style_sheet(self) -> str:
        """Return the changed tokens as a style sheet for the screen, light and dark; empty without any."""
        light = "".join(f"{name}: {value}; " for name, value in self.tokens())
        dark = "".join(f"{name}: {value}; " for name, value in self.dark_tokens())
        style = f":root {{ {light}}}\n" if light else ""
        if dark:
            by_system = f'body:not([data-theme="light"]) {{ {dark}}}'
            style += f'body[data-theme="dark"] {{ {dark}}}\n'
            style += f"@media (prefers-color-scheme: dark) {{ {by_system} }}\n"
        return style
