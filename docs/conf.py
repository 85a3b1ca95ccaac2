"""Sphinx's settings; all of them come from the extension and from docs/data/manual.yaml."""

extensions = ["halo_docs.sphinx_ext"]
