"""The app: Textual screens over the same walk as line mode."""
