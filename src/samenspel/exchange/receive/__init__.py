"""Answers in: paper forms typed over or filled in on a screen, and all that a facilitator brings."""
