"""A picture as a page holds it, and why a file cannot be one."""

from base64 import b64encode

from msgspec import Struct

from samenspel.refusals import RefusalError


class Embedded(Struct, frozen=True):
    """A picture that a page may hold as it stands: it runs nothing, fetches nothing, and tells nothing but itself.

    ``clear``: what is behind it can be seen through it.
    """

    kind: str
    data: bytes
    width: int
    height: int
    clear: bool

    @property
    def address(self) -> str:
        """All of it, as the address that a page gives to a browser."""
        return f"data:image/{self.kind};base64,{b64encode(self.data).decode()}"


class PictureError(RefusalError):
    """A file cannot be shown as a picture: why, what to do, and perhaps the name that was meant."""

    def __init__(self, message: str, remedy: str, suggestion: str = "") -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy
        self.suggestion = suggestion
