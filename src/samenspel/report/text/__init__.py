"""The document as plain text, for a terminal or a screen reader."""
