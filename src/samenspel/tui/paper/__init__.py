"""Typing paper forms over: which form lies there, one form after another, and what was written on it by hand."""
