"""Multilingual product manuals from structured YAML.

    docs/data, docs/manual   -- data:       YAML with positions -> typed, frozen Manual
    locales                  -- messages:   texts -> messages; catalogs -> translations
                             -- text:       inline grammar, quantities, typography
                             -- nodes:      Manual + language -> docutils nodes (pure functions)
                             -- rules:      what can be wrong, one module a rule
                             -- outputs:    print page, PDF, language chooser
                             -- sphinx_ext: the edge to Sphinx: directives, roles, builders
                             -- builds:     one job a language, in parallel, with progress

Data flows in that order only; ``docs/project/architecture.md`` has the picture.
"""

__version__ = "0.1.0"
