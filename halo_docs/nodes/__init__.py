"""Manual and language in, docutils nodes out: pure functions that know nothing of Sphinx."""
