"""JSON Schemas of the YAML files, for editors; generated from the model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from halo_docs.data.blocks import Section, Snippets
from halo_docs.data.identity import Languages
from halo_docs.data.load import DATA_FILES
from halo_docs.files import write_text


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return file name -> schema."""
    models: dict[str, type[BaseModel]] = {Path(name).stem: model for name, model in DATA_FILES.items()}
    models |= {"chapter": Section, "snippets": Snippets, "languages": Languages}
    return {
        f"{name}.json": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(),
        }
        for name, model in models.items()
    }


def write_schemas(folder: Path) -> None:
    """Write every schema to ``folder``."""
    for name, schema in schemas().items():
        write_text(folder / name, json.dumps(schema, indent=1, ensure_ascii=False) + "\n")
