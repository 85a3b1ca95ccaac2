"""Translations on their way to other programs and back: XLIFF, TMX, older catalogs."""
