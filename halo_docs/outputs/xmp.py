"""The metadata of a PDF (XMP): what it claims to be, and which document it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

_UA_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A allows a property that it does not know, as PDF/UA's, when the file describes it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Which document a PDF is; standard properties only, so that every archive can read them."""

    title: str
    language: str
    authors: Sequence[str]
    keywords: Sequence[str]
    """The product numbers."""
    producer: str
    """As the file's information dictionary names it; the two must agree."""
    document_number: str | None
    """None when it is not assigned: the property is left out then."""
    revision: str | None
    issue_date: str | None
    """Written when it is a year, month or day as ISO 8601 has it."""


def rdf(metadata: Metadata) -> bytes:
    """Return the RDF of a file that is both PDF/UA-1 and PDF/A-3a."""
    lines = [
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "</rdf:Description>",
        _UA_SCHEMA,
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">',
        *_properties(metadata),
        f"<pdf:Producer>{escape(metadata.producer)}</pdf:Producer>",
        "</rdf:Description>",
        "</rdf:RDF>",
    ]
    return "\n".join(lines).encode("utf-8")


def _properties(metadata: Metadata) -> Iterator[str]:
    title = escape(metadata.title)
    yield (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
        f'<rdf:li xml:lang="{escape(metadata.language)}">{title}</rdf:li></rdf:Alt></dc:title>'
    )
    yield _list("dc:creator", "Seq", metadata.authors)
    yield _list("dc:language", "Bag", [metadata.language])
    if metadata.keywords:
        yield _list("dc:subject", "Bag", metadata.keywords)
        yield f"<pdf:Keywords>{escape(', '.join(metadata.keywords))}</pdf:Keywords>"
    if metadata.document_number is not None:
        yield f"<dc:identifier>{escape(metadata.document_number)}</dc:identifier>"
    if metadata.revision is not None:
        yield f"<xmpMM:VersionID>{escape(metadata.revision)}</xmpMM:VersionID>"
    if metadata.issue_date is not None and _DATE.fullmatch(metadata.issue_date):
        yield _list("dc:date", "Seq", [metadata.issue_date])


def _list(name: str, kind: str, items: Iterable[str]) -> str:
    entries = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{entries}</rdf:{kind}></{name}>"
