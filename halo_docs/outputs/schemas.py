"""JSON Schemas of the YAML files for editors: fields, known ids, and what an id stands for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from halo_docs.data.blocks import Section, Snippets
from halo_docs.data.design import Design
from halo_docs.data.editorial import Editorial
from halo_docs.data.identity import Languages
from halo_docs.data.load import DATA_FILES
from halo_docs.data.manual import Manual
from halo_docs.data.waivers import Waivers
from halo_docs.data.writing import LanguageTerms, Writing
from halo_docs.files import write_text
from halo_docs.text.quantities import format_value

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(manual: Manual) -> Mapping[str, Mapping[str, Any]]:
    """Return file name -> schema; references offer the ids of the manual with what they stand for."""
    models: dict[str, type[BaseModel]] = {Path(name).stem: model for name, model in DATA_FILES.items()}
    models |= {"chapter": Section, "snippets": Snippets, "languages": Languages}
    models |= {"design": Design, "waivers": Waivers, "writing": Writing, "language-terms": LanguageTerms}
    models |= {"editorial": Editorial}
    known = _known_ids(manual)
    return {
        f"{name}.json": {"$schema": DRAFT, **_with_ids(model.model_json_schema(), known)}
        for name, model in models.items()
    }


def write_schemas(manual: Manual, folder: Path) -> None:
    """Write every schema to ``folder``; one that has not changed keeps its date."""
    for name, schema in schemas(manual).items():
        write_text(folder / name, json.dumps(schema, indent=1, ensure_ascii=False) + "\n")


def _known_ids(manual: Manual) -> Mapping[str, Mapping[str, str]]:
    """Return kind of reference -> id -> what an editor shows when the id is pointed at."""
    source = manual.languages[manual.identity.source_language]
    return {
        "value": {n: format_value(v, manual.units, source) for n, v in manual.values.items()},
        "unit": {n: ", ".join(unit.kinds) for n, unit in manual.units.items()},
        "axis": {n: axis.name.source for n, axis in manual.axes.items()},
        "axis value": {n: value.name.source for n, value in manual.axis_values.items()},
        "open input": {n: str(entry.question) for n, entry in manual.open_inputs.items()},
        "figure": {n: figure.title.source for n, figure in manual.figures.items()},
        "tool": {n: tool.name.source for n, tool in manual.tools.items()},
        "link": {n: str(link.url) for n, link in manual.links.items()},
        "block": {n: f"in {place.section.title.source}" for n, place in manual.places.items()},
    }


def _with_ids(schema: dict[str, Any], known: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Replace every mark ``x-refers-to`` by the ids of its kind, defined once."""
    used: set[str] = set()

    def visit(node: Any) -> Any:
        if isinstance(node, dict):
            kind = str(node.get("x-refers-to"))
            if kind in known:
                used.add(kind)
                rest = {k: visit(v) for k, v in node.items() if k not in ("x-refers-to", "type")}
                return {**rest, "$ref": f"#/$defs/{_name(kind)}"}
            return {key: visit(value) for key, value in node.items()}
        if isinstance(node, list):
            return [visit(item) for item in node]
        return node

    visited: dict[str, Any] = visit(schema)
    definitions = visited.setdefault("$defs", {})
    for kind in sorted(used):
        definitions[_name(kind)] = {
            "type": "string",
            "oneOf": [{"const": str(name), "description": text} for name, text in known[kind].items()],
        }
    return visited


def _name(kind: str) -> str:
    return f"known-{kind.replace(' ', '-')}"
