"""What the report of one person tells."""
