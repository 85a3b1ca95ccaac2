"""The translator's page: every message of a language beside the block that it stands in."""
