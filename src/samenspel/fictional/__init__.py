"""Fictional people, to show and to practise with: a professional, and a group of sixteen in two waves."""
