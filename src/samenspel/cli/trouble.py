"""What can go wrong in any command becomes one clear Dutch message and exit code 1, never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from samenspel.refusals import RefusalError, not_done


class Refused(click.ClickException):
    """The work could not be done: ``message`` is the clear Dutch line; the exit code is 1."""


class WrongPlaceError(Refused):
    """The call cannot work here, such as the app without a terminal; the exit code is 2."""

    exit_code = 2


class Declined(Refused):
    """The person said no when asked: nothing happened, which is no fault. The exit code is 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so, without calling it a fault."""
        click.echo(self.format_message(), file=file, err=True)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn every known trouble inside into :class:`Refused`, with a message that says what to do."""
    try:
        yield
    except RefusalError as error:
        raise Refused(_as_list(str(error))) from error
    except BrokenPipeError:
        raise  # somebody looked at the first lines only (`| head`): click ends quietly
    except OSError as error:
        raise Refused(not_done(error)) from error


def _as_list(message: str) -> str:
    """Put several faults under each other, so that they read as one message."""
    lines = message.split("\n")
    return message if len(lines) == 1 else "\n  ".join(["", *lines])
