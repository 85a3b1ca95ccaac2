"""Pages for people who work on the pipeline: sphinx-build docs/project build/project."""

project = "Manual pipeline"
extensions = ["myst_parser"]
html_theme = "furo"
