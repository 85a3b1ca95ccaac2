"""Inline grammar, numbers and lists of a language."""
