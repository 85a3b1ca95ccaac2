"""Runs Sphinx: one job a language, several at once."""
