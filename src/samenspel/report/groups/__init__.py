"""What the report of a group tells; it accepts only what was released."""
