extensions = ["halo_docs.sphinx_ext"]
