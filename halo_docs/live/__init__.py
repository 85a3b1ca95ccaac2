"""The live preview: one language in the browser, built anew on each save."""
