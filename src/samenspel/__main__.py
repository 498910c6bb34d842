"""Where it begins: the command ``samenspel``, and ``python -m samenspel``, which is the same."""

import signal
import sys

_STOPPED = 130
"""The exit code after Ctrl-C, as a shell gives it."""


def main() -> None:
    """Load the command and run it; a Ctrl-C while it is loaded ends it without a word."""
    usual = signal.getsignal(signal.SIGINT)
    try:
        if usual is signal.default_int_handler:  # else somebody wants that Ctrl-C does nothing, or something else
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        from samenspel import cli  # here: loading it is what takes long

        signal.signal(signal.SIGINT, usual)
        cli.main()
    except KeyboardInterrupt:  # before the command takes care of it
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
