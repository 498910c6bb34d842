"""The message of every widget of ours in which a person does something, so that a screen knows such a message."""

from textual.message import Message


class Deed(Message):
    """A person did something here."""
