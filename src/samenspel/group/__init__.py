"""Several people's answers: figures, what of them may be shown, and what a group does with it."""
