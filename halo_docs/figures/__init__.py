"""Drawings: SVG files that are read with suspicion, filled with words and values, and measured."""
