"""What can be wrong with a file that comes back from a translation program, or with older translations.

Each has its page here, in the form of a rule's docstring; see ``reading.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXCHANGING: Mapping[str, str] = MappingProxyType(
    {
        "catalog-behind": """A language is exchanged when its catalogs are up to the manual.

        Otherwise the file would hold texts for which the catalogs have no place yet.

        Bad:  a new step in the manual, then `halo-docs export fr`
        Good: `halo-docs update-po fr`, then `halo-docs export fr`
        """,
        "exchange-conflict": """A message is translated in one place at a time.

        A message that was translated in the returned file and, since the export, in the catalog as well
        would lose one of the two. The same holds when the file has lost its metadata, so that nobody can
        tell. Take one of the two into both, or export again.

        Bad:  a file exported in March, a catalog corrected in April, both for one message
        Good: the file has the correction, too
        """,
        "exchange-language": """A file says the languages that it was exported with.

        Bad:  a file that was exported for French, with German as its trgLang
        Good: the file with trgLang as it was
        """,
        "exchange-markup": """A segment holds words, placeholders and emphasis.

        Other elements would be lost or shown as they stand; emphasis begins and ends at a word.

        Bad:  <target>Serrez<pc id="1"> les vis </pc>.</target>
        Good: <target>Serrez <pc id="1">les vis</pc>.</target>
        """,
        "exchange-placeholder": """A translation has the placeholders of its source, each once, unaltered.

        A placeholder stands for a value, a reference or a literal; they may change places.

        Bad:  <target>Serrez à 2 N·m.</target>
        Good: <target>Serrez à <ph id="1"/>.</target>
        """,
        "exchange-source": """A file translates the text that the manual has now.

        A translation of an older text may say what no longer holds. Export again; the translation
        program's memory fills in what has stayed.

        Bad:  <source>Tighten two screws.</source>, and the manual says four
        Good: the file is exported anew and translated by the memory
        """,
        "exchange-target": """A translation is replaced, never taken away.

        Bad:  an empty <target/> where the catalog has a translation
        Good: the segment as it was exported
        """,
        "exchange-unit": """A unit of a file is a message of the manual, and stands there once.

        Bad:  <unit id="betrieb:cover.txet">
        Good: <unit id="betrieb:cover.text">
        """,
        "memory-format": """Older translations are a PO, TMX or XLIFF file.

        Bad:  pretranslate fr --from memory.xlsx
        Good: pretranslate fr --from memory.tmx
        """,
        "memory-language": """Older translations are in the language that is to be filled.

        Bad:  pretranslate fr --from german.tmx
        Good: pretranslate de --from german.tmx
        """,
        "xliff-structure": """An XLIFF file keeps the rules of its standard (XLIFF 2.1), and its segments.

        A file that breaks them was changed by hand or by a program that does not know the standard; what
        it means can only be guessed.

        Bad:  <segment state="translated"> without a <target>
        Good: <segment state="translated"> with one
        """,
        "xml-syntax": """A file that is XML is well-formed, and declares no entities.

        Bad:  <target>Serrez & vérifiez</target>
        Good: <target>Serrez &amp; vérifiez</target>
        """,
    }
)
"""Id -> page."""
