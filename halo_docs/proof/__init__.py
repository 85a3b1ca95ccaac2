"""Proves finished outputs against the model: reads pages and PDFs as a reader would."""
