"""A picture of one's own beside a questionnaire: which ones it names, reading them, and making them fit to embed.

They are no part of what is asked: what is wrong with one stops no self-test and no group, and the terminal shows the
words that go with it.
"""
