"""Faults put into finished outputs, and what the proof finds of them."""
