"""Presenting to a room: slides become pages, the room guesses figures, a fictional team changes its answers.

Pure, and of nobody in particular: it knows a questionnaire and what the room says, never a stored answer.
"""
