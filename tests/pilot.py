"""Textual's pilot, but it waits for what there is to wait for: the one way to press and to wait in all tests.

Textual's own sleeps until the process takes little time of the processor: at least 60 ms for each key, and on a busy
machine a process looks idle while it still has work. To see whether something is still to come one must look into
Textual, and into the event loop: that is done here and nowhere else.
"""

import asyncio
from collections.abc import Callable
from math import inf

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

PASTE = "paste:"
LONG = 60
"""Seconds after which what is waited for does not come any more."""


def pasted(text: str) -> str:
    """Return what to press to paste ``text``: as much as ten keys would do, or a hundred."""
    return PASTE + text


class Person(Pilot[None]):
    """Presses keys, each after the screen has caught up with the one before."""

    async def press(self, *keys: str) -> None:
        await self.pause()
        for key in keys:
            if key.startswith(PASTE):
                self.app.post_message(events.Paste(key.removeprefix(PASTE)))
            else:
                await self.app._press_keys([key])
            await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Wait until all that was on its way is done and painted; a question that waits for an answer may wait."""
        if delay:
            await asyncio.sleep(delay)
        async with asyncio.timeout(LONG):
            while await self._painting() or await self._working():
                pass

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait for what only a clock brings."""
        async with asyncio.timeout(LONG):
            while not there():
                await self.pause(0.01)

    async def glance(self) -> None:
        """Wait until the screen stands still, though work may go on in the background."""
        async with asyncio.timeout(LONG):
            while await self._painting():
                pass

    async def _wait_for_screen(self, timeout: float = LONG) -> bool:  # noqa: ASYNC109, ARG002 - Textual's own signature
        """Textual sends each widget a message and waits until all came back."""
        await self.glance()
        return True

    @property
    def _over(self) -> bool:
        """Whether the app has stopped, or stops."""
        return bool(self.app._exit or self.app._exception or not self.app.is_running)

    async def _painting(self) -> bool:
        """Let all go on that can; return whether there was something to paint."""
        app, loop = self.app, asyncio.get_running_loop()
        while loop._ready:  # noqa: ASYNC110 - nobody sets an event when nothing happens
            await asyncio.sleep(0)
        if self._over:
            return False
        if not app.animator._complete_event.is_set():
            await app.animator.wait_until_complete()
        elif app._resize_timer is not None:
            app._check_resize()  # what a timer does, 8 ms later
        elif unpainted(app.screen):
            app.screen._on_timer_update()  # what a timer does, 17 ms later
            if not loop._ready:  # it waits for something else: let time go by
                await asyncio.sleep(0.001)
        else:
            return False
        return True

    async def _working(self) -> bool:
        """Wait for the work in the background; return whether there was any."""
        if self._over:
            return False
        if workers := [one for one in self.app.workers if one.group != "ask" and not one.is_finished]:
            await asyncio.wait([one._task for one in workers])
        elif _threads_work():  # for a question that is to be asked
            await asyncio.sleep(0.001)
        else:
            return False
        return True


def _threads_work() -> bool:
    """Whether a thread works for the app."""
    pool = asyncio.get_running_loop()._default_executor
    return pool is not None and (not pool._work_queue.empty() or pool._idle_semaphore._value < len(pool._threads))


def unpainted(screen: Screen[object]) -> bool:
    """Whether something is still to be painted, or to be done when it is."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
        or getattr(screen, "seen_since", 0) == inf
    )


def undrawn(screen: Screen[object]) -> None:
    """Count what stands on ``screen`` as painted: in place of ``Screen._compositor_refresh``."""
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()
        screen._compositor._dirty_regions.clear()
        screen.app._update_mouse_over(screen)
