"""How the workshop looks on a laptop and on a beamer."""

import pytest
from talker import Table, opened, write_action

from pilot import pasted

SIZES = {"80x24": (80, 24), "100x30": (100, 30)}
STEPS = {
    "comparison": ("v",),
    "striking": ("v", "w"),
    "item": ("1", "2", "plus"),
    "advice": ("right", "p", "n", "backspace", "7", "tab", "tab", "4", "f8"),
    "actions": ("right", "right"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("size", SIZES)
def test_workshop(step, size, tmp_path, real, snap_compare):
    table = Table(tmp_path, real)
    app = table.app(lambda: 0.0)

    async def walk(pilot) -> None:
        await opened(pilot, table)
        await pilot.press(*STEPS[step])
        if step == "actions":
            await pilot.press("n", "1")
            await write_action(pilot, "de teamleiders", "1-4-2026")
            await pilot.press("n", "z", pasted("Elke eerste dinsdag samen lunchen"))
            await write_action(pilot, "Joost", "7-4-2026")
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=walk)
