"""The term base as a table: what every language may and must not call each concept."""
