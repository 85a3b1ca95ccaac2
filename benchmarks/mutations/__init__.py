"""Injects single faults into the manual's own data and catalogs, and measures which are found.

A *class* of faults (``catalog/``, ``data/``) yields every edit that it can make in the material at
hand; ``generate`` draws a seeded sample; ``run`` gives each to the checks in process, ``tools`` to
the programs that others use; ``report`` writes docs/project/mutations.md. The word tables of
``words/`` serve to make faults and were written without the lists of the checks, so that the
measurement does not go in a circle.
"""
