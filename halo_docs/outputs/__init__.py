"""What is written for readers: the print page and its PDF, the language chooser."""
