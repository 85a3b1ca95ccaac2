"""Texts of the manual as messages, and the catalogs that translate them."""
