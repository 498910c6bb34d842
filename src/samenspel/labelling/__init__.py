"""Labelling open answers as the study did: labels attached by one or two people, their agreement, and the scheme."""
