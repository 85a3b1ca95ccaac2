"""Measurements that a person starts; none is part of the pipeline."""
