"""What can be wrong with a file before any rule looks at it; told while files are read.

These have no module of their own: the YAML reader, the model, the readers of catalogs and drawings
find them. Each has its page here, in the form of a rule's docstring.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from halo_docs.rules.drawing import DRAWING
from halo_docs.rules.exchanging import EXCHANGING

READING: Mapping[str, str] = MappingProxyType(
    {
        "alternatives-coverage": """Alternatives have one case for each value of their axis.

        A reader whose variant has no case finds nothing at all.

        Bad:  `axis: drive` with cases for mains only
        Good: a case for mains and a case for solar
        """,
        "catalog-duplicate": """A message stands in a catalog once.

        Of two translations, nobody can say which one is shown.

        Bad:  two entries with msgctxt "cover.text"
        Good: one entry for each message
        """,
        "catalog-syntax": """A catalog is a PO file from its first to its last line.

        An editor's conflict marks or a lost quotation mark hide every message behind them.

        Bad:  <<<<<<< HEAD
        Good: msgid "Open the cover."
        """,
        "colour": """A colour is written as six hexadecimal digits.

        Bad:  accent: red
        Good: accent: "#0b6e8f"
        """,
        "control-character": """A file has no control characters.

        They are not seen, and other programs stop at them.

        Bad:  a text with the character U+0007
        Good: the text without it
        """,
        "csv-syntax": """A table is CSV from its first to its last line: commas, quotes doubled inside quotes.

        A stray quote makes one cell of all that follows.

        Bad:  rcd,fr,preferred,"DDR" externe,,,
        Good: rcd,fr,preferred,"DDR, externe",,,
        """,
        "duplicate-id": """An id names one thing.

        A reference to an id that stands twice leads to either of the two.

        Bad:  two values `torque`
        Good: `cover-torque` and `gland-torque`
        """,
        "duplicate-key": """A key stands in a mapping once.

        YAML readers keep the last one silently; the first is lost.

        Bad:  number: 2
              number: 3
        Good: number: 2
        """,
        "empty-applicability": """A condition names the values that it is met by.

        What applies to no value is never shown.

        Bad:  applies_to: {drive: []}
        Good: applies_to: {drive: [mains]}
        """,
        "empty-file": """A file says something.

        An empty file is one that was not saved, or is not needed.

        Bad:  a tools.yaml without a line
        Good: tools: []
        """,
        "empty-row": """A row of the technical data has lines or a figure.

        Bad:  {id: weight, label: Weight}
        Good: {id: weight, label: Weight, lines: [{id: weight-value, text: "{value}`weight`"}]}
        """,
        "empty-safety": """A safety message states a hazard, a consequence or what to do.

        A signal word alone warns of nothing.

        Bad:  {type: safety, level: warning, kind: mandatory}
        Good: the same with `avoidance: Switch off the power supply.`
        """,
        "empty-text": """A text has characters.

        Without a text, leave the key out.

        Bad:  title: ""
        Good: title: Mounting
        """,
        "factor": """A factor of a product is a number, or a value.

        `alternative` says which figure of a value with several is meant.

        Bad:  product_of: [{number: 3, value: voltage}]
        Good: product_of: [{number: 3}, {value: voltage, alternative: 1}]
        """,
        "flag": """A flag is written `true` or `false`.

        YAML readers do not agree on `yes`, `on` and `1`.

        Bad:  numbered: no
        Good: numbered: false
        """,
        "identity": """Each field of the document's identity has a value, or the open input that asks for it.

        A manual without identity cannot be controlled; nothing is made up.

        Bad:  revision: {}
        Good: revision: {open: [G-07]}
        """,
        "language-named": """A language that is retired is named nowhere any more.

        Addresses, labels, artwork and waivers of one language would lead nowhere without it.

        Bad:  halo-docs retire-language sv, and a link with `urls: {sv: …}`
        Good: the same, once the link has no address for sv
        """,
        "list-form": """languages.yaml is a list of entries, each with lines of its own.

        Commands add entries and take them out, and leave every other byte as it is.

        Bad:  languages: [{id: en}, {id: fr}]
        Good: each entry from a dash on a line of its own
        """,
        "malformed-id": """An id is made of letters, digits and hyphens.

        Ids of blocks are anchors on pages, and part of addresses: lower case only.

        Bad:  id: Cover torque
        Good: id: cover-torque
        """,
        "missing-cell": """A row of a table has a cell for each column.

        Bad:  columns `part` and `number`, a row with `part` only
        Good: a row with `part` and `number`
        """,
        "missing-field": """What the model asks for is there.

        docs/schema tells editors which keys an object has.

        Bad:  {id: voltage, unit: V, number: 230}
        Good: {id: voltage, kind: voltage, unit: V, number: 230}
        """,
        "missing-file": """Each chapter that manual.yaml lists is a file in docs/manual.

        Bad:  chapters: [safty.yaml]
        Good: chapters: [safety.yaml]
        """,
        "not-utf8": """Files are UTF-8.

        In another encoding, every letter beyond A to Z is guessed.

        Bad:  a file saved as Windows-1252
        Good: the file saved as UTF-8
        """,
        "number": """A number has digits and one point as decimal mark.

        Commas, underscores, exponents and leading zeros are read differently by different programs;
        each language's own form is made when a page is.

        Bad:  number: 2,5
        Good: number: 2.5
        """,
        "range-upside-down": """A range goes from the smaller to the larger number.

        Bad:  range: {min: 2.0, max: 1.5}
        Good: range: {min: 1.5, max: 2.0}
        """,
        "scalar": """A text, number or name is a single text.

        Bad:  title: [Mounting, Connection]
        Good: title: Mounting and connection
        """,
        "signal-words": """The four signal words of a language differ, and are its own.

        Danger, warning, caution and notice tell how bad it can get; two that are the same tell nothing.
        Words that nobody has decided yet are listed as `undecided`, and the pages mark them.

        Bad:  warning: VARO, caution: VARO
        Good: warning: VAROITUS, caution: VARO
        """,
        "space": """A space before a mark is a no-break space.

        At a plain space the line may end, and the mark begins the next one.

        Bad:  space_before: {":": " "}
        Good: space_before: {":": "\\u00a0"}
        """,
        "term-table": """A table of terms says of each concept and language what its words are, each once.

        A concept has one preferred term in a language; what the table does not say is lost when it is
        taken over.

        Bad:  two rows `rcd,fr,preferred`, or a word that is allowed and forbidden
        Good: one row `preferred`, and a row for each word that is `allowed` or `forbidden`
        """,
        "too-deep": """A file is nested as deeply as a manual needs, not deeper.

        Such a file is broken, or made to stop the reader.

        Bad:  a thousand lists in each other
        Good: chapter, section, procedure, step
        """,
        "too-few": """A list has as many items as it needs.

        An axis needs two values, a table two columns, a procedure one step.

        Bad:  steps: []
        Good: steps: [{id: open-cover, text: Open the cover.}]
        """,
        "too-large": """A file has a size that a person can have written.

        Such a file is not what its name says, or made to stop the reader.

        Bad:  a catalog of 200 MB
        Good: a catalog of 100 kB
        """,
        "too-many": """A file has few enough problems to read.

        After a hundred, the rest is only counted; most follow from the first.

        Bad:  a file of another program
        Good: mend the first ones and check again
        """,
        "undecided": """A language that is reviewed has nothing undecided.

        What nobody has decided is provisional: signal words of the source language, no word lists.

        Bad:  status: reviewed, undecided: [signal_words]
        Good: status: draft, undecided: [signal_words]
        """,
        "unit-kind": """A unit measures the kind of quantity of its value.

        Bad:  {id: torque, kind: torque, unit: V, number: 2}
        Good: {id: torque, kind: torque, unit: N·m, number: 2}
        """,
        "unknown-key": """A key is one that the model knows.

        A key that is misspelt would be left out silently.

        Bad:  titel: Mounting
        Good: title: Mounting
        """,
        "unknown-language": """A language code is listed in locales/languages.yaml.

        Bad:  urls: {fx: "https://example.org/fr/"}
        Good: urls: {fr: "https://example.org/fr/"}
        """,
        "unknown-reference": """A reference leads to something that exists.

        A reference that leads nowhere sends the reader nowhere.

        Bad:  figure: covr
        Good: figure: cover
        """,
        "unknown-type": """A block's type is one that the model knows.

        Bad:  type: saftey
        Good: type: safety
        """,
        "unlisted-chapter": """Every chapter file is listed in manual.yaml.

        A chapter that is not listed is missing in every output.

        Bad:  docs/manual/12-annex.yaml, and `chapters` ends at 11
        Good: chapters: […, 11-warranty.yaml, 12-annex.yaml]
        """,
        "unreadable-file": """A file that is needed can be read.

        Bad:  a values.yaml that only another user may read
        Good: a values.yaml that everybody may read
        """,
        "value-forms": """A value has exactly one form.

        A number, a range, alternatives, dimensions, a code or a literal; only numbers have units, only
        a number is a product.

        Bad:  {id: weight, kind: mass, number: 4, code: 4 kg}
        Good: {id: weight, kind: mass, unit: kg, number: 4}
        """,
        "waiver-unused": """Every waiver covers a finding.

        A waiver that covers nothing hides the next fault in that place.

        Bad:  a waiver for a text that has long been mended
        Good: the waiver is taken out with the fault
        """,
        "wrong-axis": """A value of an axis is named under its own axis.

        Bad:  applies_to: {drive: [blue]}
        Good: applies_to: {colour: [blue]}
        """,
        "wrong-type": """A list is a list, and a mapping a mapping.

        Bad:  steps: Open the cover.
        Good: steps: [{id: open-cover, text: Open the cover.}]
        """,
        "sign-kind": """A statement's sign is of the statement's kind.

        A sign that forbids beside an order says two things at once (ISO 3864-1).

        Bad:  {kind: mandatory, sign: do-not-touch}
        Good: {kind: prohibition, sign: do-not-touch}
        """,
        "wrong-value": """A key that takes one of several words has one of them.

        Bad:  level: warnig
        Good: level: warning
        """,
        "yaml-alias": """A text stands where it is read, not behind an anchor.

        Aliases make one line depend on another far away, and can blow up a file; snippets.yaml is for
        what stands twice.

        Bad:  text: *open-cover
        Good: {type: use, id: open-cover-here, snippet: open-cover}
        """,
        "yaml-syntax": """A file is YAML, one document, with plain text as keys.

        A colon and a space, or a leading brace or quotation mark, need quotation marks around the text.

        Bad:  text: Note: open the cover.
        Good: text: "Note: open the cover."
        """,
        **DRAWING,
        **EXCHANGING,
        "yaml-tag": """A file has no YAML tags.

        Tags make programs build objects; data need none.

        Bad:  number: !!float 2
        Good: number: 2
        """,
    }
)
"""Id -> page."""
