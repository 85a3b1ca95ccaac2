"""``build/preview/<lang>/index.html``: every message beside its block, to be searched."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from halo_docs.data.manual import Manual
from halo_docs.design import PREVIEW, STATIC
from halo_docs.design.fonts import font_files
from halo_docs.files import write_bytes, write_text
from halo_docs.messages.classes import TextClass
from halo_docs.nodes.fragments import FragmentWriter
from halo_docs.nodes.marking import MarkingScope
from halo_docs.nodes.scope import Scope
from halo_docs.preview.findings import Findings
from halo_docs.preview.groups import Sorter
from halo_docs.preview.rows import STATES
from halo_docs.project import Project
from halo_docs.rules.verdict import Verdict

_ROOT = "../../../"
"""From the page to the root of the repository."""


def write_preview(project: Project, scope: Scope, verdict: Verdict) -> Path:
    """Write the page of one language; returns it.

    :param verdict: what the checks found in the manual and in this language.
    """
    language = str(scope.language.id)
    folder = project.preview(language)
    marking = MarkingScope(scope.manual, scope.translation, scope.drawings)
    findings = Findings(verdict, project.relative(project.catalogs(language)))
    parts = Sorter(project, marking, _pages(project, scope.manual, language)).parts(findings)
    writer = FragmentWriter()
    shown = [[(group, Markup(writer.write(group.shown))) for group in part.groups] for part in parts]
    rows = [row for part in parts for group in part.groups for row in group.rows]
    templates = Environment(
        loader=FileSystemLoader(PREVIEW),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["path"] = lambda path: _ROOT + quote(path)
    style, script = _style(scope.manual), (PREVIEW / "preview.js").read_text("utf-8")
    text = templates.get_template("index.html").render(
        product=scope.manual.identity.product,
        source_language=scope.manual.languages[scope.manual.identity.source_language],
        language=scope.language,
        parts=[*zip(parts, shown, strict=True)],
        rows=rows,
        states=STATES,
        state_counts=Counter(row.state for row in rows),
        classes=list(TextClass),
        class_counts=Counter(row.text_class for row in rows),
        with_findings=sum(bool(row.findings) for row in rows),
        loose=[*findings.rest()],
        style=Markup(style),
        script=Markup(script),
        policy="; ".join(_policy(style, script, writer.styles)),
    )
    target = folder / "index.html"
    for path in font_files().values():
        write_bytes(folder / path.name, path.read_bytes())
    write_text(target, text + "\n")
    return target


def _policy(style: str, script: str, attributes: set[str]) -> Iterator[str]:
    """Yield a content security policy: this very style and script, own fonts and pictures, nothing else."""
    yield "default-src 'none'"
    yield f"script-src {_hash(script)}"
    hashes = " ".join(_hash(text) for text in (style, *sorted(attributes)))
    yield f"style-src 'unsafe-hashes' {hashes}"
    yield "img-src data:"
    yield "font-src 'self'"
    yield "base-uri 'none'"
    yield "form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


_ADDRESS = re.compile(r"url\((symbols/[\w.-]+)\)")


def _style(manual: Manual) -> str:
    """Return the style sheets of the manual and of the page as one, with the signs inside."""
    names = [STATIC / name for name in ("tokens.css", "figure.css", "signs.css", "manual.css")]
    sheets = [path.read_text("utf-8") for path in (*names, PREVIEW / "preview.css")]
    sheets.append(manual.design.style_sheet())
    return "\n" + _ADDRESS.sub(lambda match: f"url({_data(STATIC / match[1])})", "".join(sheets))


def _data(path: Path) -> str:
    return f"data:image/svg+xml;base64,{b64encode(path.read_bytes()).decode('ascii')}"


_CHAPTER = re.compile(r"^`{3,}\{chapter\} +(\S+)", re.MULTILINE)


def _pages(project: Project, manual: Manual, language: str) -> Mapping[str, str]:
    """Return chapter -> the built page that shows it, relative to the preview."""
    html = project.relative(project.html(language))
    found: dict[str, str] = {}
    for path in sorted(project.docs.rglob("*.md")):
        page = path.relative_to(project.docs).with_suffix(".html").as_posix()
        for name in _CHAPTER.findall(path.read_text("utf-8")):
            if name in manual.places:
                found.setdefault(name, f"{_ROOT}{quote(html)}/{quote(page)}")
    return found
