"""YAML with positions, read into a typed, frozen manual."""
