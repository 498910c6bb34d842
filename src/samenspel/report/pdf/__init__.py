"""The document on paper, with reportlab."""
