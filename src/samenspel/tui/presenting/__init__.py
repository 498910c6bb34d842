"""How a page of a presentation is drawn in characters: a page and a width in, lines out."""
