"""Ids that stand twice, references that lead nowhere, things that nothing uses."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.data.spans import appended, data_fault, fact_fault, misspelt, spans

MANUAL = r"docs/manual/"
TEXTS = r"docs/manual/|specifications\.yaml$|figures\.yaml$|axes\.yaml$"


def _id_of_another(match: re.Match[str], rng: Random) -> str | None:
    others: list[str] = re.findall(r"\bid: ([a-z][a-z0-9-]+)", match.string)
    return rng.choice([other for other in others if other != match[1]])


def role_target(kind: str) -> str:
    """Return the pattern of what a role of one kind names."""
    return rf"\{{{kind}\}}`([^`\n]+)`"


CLASSES = (
    data_fault(
        "references",
        "role-value-misspelt",
        "a role names a value that does not exist",
        spans(TEXTS, role_target("value"), misspelt),
    ),
    data_fault(
        "references",
        "role-ref-misspelt",
        "a role names a section or step that does not exist",
        spans(TEXTS, role_target("ref"), misspelt),
    ),
    data_fault(
        "references",
        "role-other-misspelt",
        "a role names something else that does not exist",
        spans(TEXTS, role_target("(?:ui|link|variant|products|footnote)"), misspelt),
    ),
    data_fault(
        "references", "role-unknown", "a role that does not exist", spans(TEXTS, r"\{([a-z]+)\}`", misspelt)
    ),
    data_fault(
        "references", "role-empty", "a role names nothing", spans(TEXTS, r"\{[a-z]+\}(`[^`\n]+`)", "``")
    ),
    data_fault(
        "references",
        "role-unclosed",
        "a role without its last backquote",
        spans(TEXTS, r"\{[a-z]+\}`[^`\n]+(`)", ""),
    ),
    fact_fault(
        "facts",
        "ref-exchanged",
        "a reference leads to another section",
        spans(MANUAL, role_target("ref"), "maintenance"),
    ),
    data_fault(
        "references",
        "figure-misspelt",
        "a figure that does not exist is placed",
        spans(MANUAL, r" figure: ([\w-]+)", misspelt),
    ),
    data_fault(
        "references",
        "snippet-misspelt",
        "a snippet that does not exist is used",
        spans(MANUAL, r"snippet: ([\w-]+)", misspelt),
    ),
    data_fault(
        "references",
        "step-misspelt",
        "a step of the snippets that does not exist is used",
        spans(MANUAL, r" use: ([\w-]+)", misspelt),
    ),
    data_fault(
        "references",
        "tool-misspelt",
        "a tool that does not exist is named",
        spans(MANUAL, r"tools: \[([\w-]+)", misspelt),
    ),
    data_fault(
        "references",
        "protected-misspelt",
        "a step that does not exist is protected",
        spans(MANUAL, r"protects: \[([\w-]+)", misspelt),
    ),
    data_fault(
        "references",
        "torque-misspelt",
        "a torque that does not exist is named",
        spans(MANUAL, r"torque: ([\w-]+)", misspelt),
    ),
    data_fault(
        "values",
        "torque-differs",
        "the torque of a step is not the one in its text",
        spans(
            MANUAL,
            r"torque: ([\w-]+)",
            lambda m, rng: "cover-screw-torque" if m[1] != "cover-screw-torque" else "cable-gland-torque",
        ),
    ),
    data_fault(
        "values",
        "torque-is-no-torque",
        "the torque of a step is a length",
        spans(MANUAL, r"torque: ([\w-]+)", "holder-distance"),
    ),
    data_fault(
        "references",
        "open-unknown",
        "an open input that does not exist is named",
        spans(TEXTS, r"open: \[([A-Z]-\d+)", "E-999"),
    ),
    data_fault(
        "ids",
        "id-doubled",
        "a block has the id of another",
        spans(MANUAL, r"\bid: ([a-z][a-z0-9-]+)$", _id_of_another),
    ),
    data_fault(
        "ids",
        "id-malformed",
        "an id with a capital or underscore",
        spans(MANUAL, r"\bid: ([a-z][a-z0-9-]+)$", lambda m, rng: m[1].replace("-", "_").capitalize()),
    ),
    data_fault(
        "unused",
        "snippet-unused",
        "a snippet that nothing uses",
        appended("docs/manual/snippets.yaml", "  - id: old-step\n    text: Save the data.\n"),
    ),
    data_fault(
        "unused",
        "link-unused",
        "an address that nothing uses",
        appended("docs/data/links.yaml", "  - id: old-shop\n    url: https://www.chargeamps.com/shop\n"),
    ),
    data_fault(
        "unused",
        "ui-label-unused",
        "a label that nothing uses",
        appended("docs/data/ui-labels.yaml", "  - {id: tab-old, label: Old}\n"),
    ),
    data_fault(
        "unused",
        "open-input-unused",
        "an open input that nothing points to",
        appended(
            "docs/data/open-inputs.yaml",
            "  - id: E-998\n    question: Why?\n    why: Nobody knows.\n    blocks_release: false\n",
        ),
    ),
    data_fault(
        "unused",
        "figure-unused",
        "a figure is placed nowhere",
        spans(MANUAL, r"^ +- type: figure\n +id: [\w-]+-pictograms-figure\n +figure: [\w-]+\n", ""),
    ),
    data_fault(
        "unused",
        "term-unused",
        "a term that no text uses",
        appended(
            "docs/data/terms.yaml",
            "  - id: flux\n    term: flux capacitor\n    definition: Device that nobody has.\n",
        ),
    ),
    data_fault(
        "references",
        "link-insecure",
        "an address without encryption",
        spans(r"links\.yaml$", r"url: (https)://", "http"),
    ),
    data_fault(
        "references",
        "link-language-unknown",
        "an address for a language that the manual does not have",
        spans(r"links\.yaml$", r"^      (fr): https", "xx"),
    ),
)
