"""*Voorlichting*: a presentation for a room, and how its pages are drawn in characters."""
