"""``python -m halo_docs``: the same as ``halo-docs``."""

from halo_docs.cli import main

main()
