"""Saving one answer, through the session as the front ends do, against write + fsync + replace of the same bytes."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.people import NOW, filled_store
from benchmarks.table import Row, in_turn, ratio_row, timed
from samenspel.session import Session
from samenspel.storage import inventory
from samenspel.walk import Step

ROUNDS = 300


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as many:
        save_one, file = saver(Path(one), 1)
        save_many, _ = saver(Path(many), 10_000)
        content = file.read_bytes()
        ours, bare = in_turn(save_one, lambda: timed(lambda: bare_write(Path(one), content)), ROUNDS)
        alone = ratio_row("save one answer / bare write + fsync + replace + folder fsync", 1.35, ours, bare)
        without, plain = in_turn(
            save_one, lambda: timed(lambda: bare_write(Path(one), content, sync_folder=False)), ROUNDS
        )
        strict = ratio_row("save one answer / bare write + fsync + replace (folder not synced)", 1.5, without, plain)
        crowd, single = in_turn(save_many, save_one, ROUNDS)
        return [alone, strict, ratio_row("save at 10,000 self-tests / at 1", 1.2, crowd, single)]


def saver(folder: Path, count: int) -> tuple[Callable[[], float], Path]:
    store, selftest = filled_store(folder, count)
    session = Session.reopen(store, selftest)
    step = Step("item", "rel-sfeer")
    answers = iter(range(10**9))

    def save() -> float:
        session.go(step, NOW)
        answer = str(1 + next(answers) % 5)
        started = time.perf_counter()
        session.answer(answer, NOW, stay=True)
        return time.perf_counter() - started

    return save, next(path for path in inventory.files(store.folder) if path.stem == selftest.id)


def bare_write(folder: Path, content: bytes, *, sync_folder: bool = True) -> None:
    temporary = folder / "kaal.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, content)
    os.fsync(handle)
    os.close(handle)
    temporary.replace(folder / "kaal.json")
    if sync_folder:
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
