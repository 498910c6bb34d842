"""A bound on how long a piece of work on a file of unknown making may take, in any thread, on any system.

The work is interrupted as a key press would interrupt it: by an exception that nothing in it takes for its own.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TimeUp(BaseException):
    """The work took too long. No ``Exception``, so that no library takes it for one of its own troubles."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeUp inside the block when it is not done after ``seconds``."""
    worker, lock = threading.get_ident(), threading.Lock()
    done = False

    def interrupt() -> None:
        with lock:
            if not done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(worker), ctypes.py_object(TimeUp))

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:  # from here on nothing comes any more
            done = True
        timer.cancel()
