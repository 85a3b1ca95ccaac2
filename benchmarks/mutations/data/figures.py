"""Figures, legends and drawings that disagree, and drawings that are more than line art."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.data.spans import data_fault, misspelt, spans
from benchmarks.mutations.fault import Edit
from benchmarks.mutations.material import DataMaterial

FIGURES = r"figures\.yaml$"
DRAWINGS = r"docs/figures/(?!parts).*\.svg$"


def drawing_lost(material: DataMaterial) -> Iterator[Edit]:
    for path in material.files:
        if re.search(DRAWINGS, path):
            yield Edit(path, (), "", "(deleted)", None)


def _with_entity(match: re.Match[str], rng: Random) -> str:
    declared = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return declared + match[0].replace("</svg>", '<text x="1" y="1">&x;</text></svg>')


def _only(match: re.Match[str], rng: Random) -> str | None:
    """Leave a label out, where it is not drawn twice."""
    return "" if match.string.count(match[0]) == 1 else None


CLASSES = (
    data_fault(
        "figures",
        "callout-changed",
        "a letter of figures.yaml becomes another",
        spans(FIGURES, r'\{id: "?(\w)"?[,}]', "Z"),
    ),
    data_fault(
        "figures",
        "callout-lost",
        "a letter of figures.yaml is left out",
        spans(FIGURES, r'(\{id: "?\w"?\}, )', ""),
    ),
    data_fault(
        "figures",
        "legend-changed",
        "a letter of a legend becomes another",
        spans("docs/manual/", r'callout: "?(\w)"?', "Z"),
    ),
    data_fault(
        "figures",
        "drawing-callout",
        "a letter of a drawing becomes another",
        spans(DRAWINGS, r'data-callout="(\w)"', "Z"),
    ),
    data_fault(
        "figures",
        "drawing-callout-lost",
        "a letter of a drawing is left out",
        spans(DRAWINGS, r'( data-callout="\w")', ""),
    ),
    data_fault(
        "figures",
        "drawing-label",
        "a drawing names a word that is not listed",
        spans(DRAWINGS, r'data-label="([\w-]+)"', misspelt),
    ),
    data_fault(
        "figures",
        "drawing-label-lost",
        "a listed word is not drawn",
        spans(DRAWINGS, r' data-label="[\w-]+"', _only),
    ),
    data_fault(
        "figures",
        "drawing-value",
        "a drawing names a value that does not exist",
        spans(DRAWINGS, r'data-value="([\w-]+)"', misspelt),
    ),
    data_fault(
        "figures",
        "label-doubled",
        "a word of a drawing has the id of another",
        spans(FIGURES, r"^ +- \{id: [\w-]+, text: .*\n", lambda m, rng: m[0] * 2),
    ),
    data_fault(
        "figures",
        "drawing-misspelt",
        "a drawing that does not exist",
        spans(FIGURES, r"drawing: ([\w-]+)\.svg", misspelt),
    ),
    data_fault("figures", "drawing-lost", "a drawing is missing", drawing_lost),
    data_fault(
        "figures",
        "figure-doubled",
        "two figures have one id",
        spans(FIGURES, r"^  - id: ([\w-]+)$", "weee-symbol"),
    ),
    data_fault(
        "figures",
        "part-misspelt",
        "a drawing uses a part that does not exist",
        spans(DRAWINGS, r'href="#(part-[\w-]+)"', misspelt),
    ),
    data_fault(
        "injection",
        "drawing-script",
        "a script in a drawing",
        spans(DRAWINGS, r"</svg>", "<script>alert(1)</script></svg>"),
    ),
    data_fault(
        "injection",
        "drawing-handler",
        "an event handler in a drawing",
        spans(DRAWINGS, r"<(?:rect|line|path)( )", ' onclick="alert(1)" '),
    ),
    data_fault(
        "injection",
        "drawing-outside",
        "a drawing loads a picture from elsewhere",
        spans(DRAWINGS, r"</svg>", '<image href="https://evil.example/x.png"/></svg>'),
    ),
    data_fault(
        "injection",
        "drawing-style",
        "a style in a drawing",
        spans(DRAWINGS, r"<(?:rect|line|path)( )", ' style="fill:red" '),
    ),
    data_fault(
        "injection", "drawing-entity", "an entity in a drawing", spans(DRAWINGS, r"(?s)\A.*\Z", _with_entity)
    ),
    data_fault("figures", "drawing-cut", "a drawing is cut off", spans(DRAWINGS, r"</svg>\s*\Z", "")),
)
