"""Talking about a revealed wave: comparing, advice and votes, actions, the report."""
