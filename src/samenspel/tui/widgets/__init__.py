"""What the pages are made of. A widget in which a person does something tells its page so by a :class:`Deed`."""

from textual.message import Message


class Deed(Message):
    """A person did something here: the message of every such widget of ours, so that a page knows it as one."""
