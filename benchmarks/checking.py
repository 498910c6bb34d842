"""``vragenlijst controleer`` as a whole process: the big questionnaire, and the same with two hundred errors."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Row, ratio_row, timed
from samenspel.authoring import builtin_root

ROUNDS = 10
MISSPELT = ("onderwerp", "gesprek", "voorwaarde", "tijd", "wie", "blijvend")


def run() -> list[Row]:
    command = [Path(sys.executable).with_name("samenspel"), "vragenlijst", "controleer"]
    sound = builtin_root() / "samenwerking-jeugd"
    rows = []
    with tempfile.TemporaryDirectory() as place:
        broken = Path(shutil.copytree(sound, Path(place) / "broken"))
        for path in broken.glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            for key in MISSPELT:
                text = text.replace(f"    {key}: ", f"    {key[:-1]}x: ")
            path.write_text(text, encoding="utf-8")
        for what, folder, seconds in (("the big questionnaire", sound, 1), ("217 errors in it", broken, 2)):
            call = [*command, str(folder)]
            times = [
                timed(lambda call=call: subprocess.run(call, capture_output=True, check=False)) for _ in range(ROUNDS)
            ]
            name = f"`vragenlijst controleer`, {what}, as a share of {seconds} s"
            rows.append(ratio_row(name, 1, times, [float(seconds)] * ROUNDS))
    return rows
