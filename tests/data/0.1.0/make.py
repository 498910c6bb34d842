"""Makes ``gegevens.tar.xz``, the data folder of somebody who worked with samenspel 0.1.0, and what that said of it.

    PYTHONPATH=src:tests python …/make.py OUT    in a working copy of commit e1ad224, the last with its store as it was

Everybody in it is made up. It was run once; it stands here to say how the files came about.
"""

import io
import shutil
import sys
import tarfile
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace
from samenspel.group.contribution import Entry, contribution
from samenspel.turn import Turn

from commands import run
from samenspel.authoring import builtin_root, load
from samenspel.fictional.people import expected, fictional
from samenspel.fictional.professional import ANSWERS
from samenspel.group import workshop
from samenspel.group.model import Action, Group
from samenspel.session import Session
from samenspel.storage import preferences
from samenspel.storage.groups import Groups, new_response_id
from samenspel.storage.selftests import SelfTests
from samenspel.walk import Step

NOW = datetime(2026, 5, 4, 9, 30)  # noqa: DTZ001 - a person's own clock, as the app has it
REVEALED, SECOND = date(2026, 5, 11), date(2026, 11, 2)
KLEIN = Path("tests/authoring/klein")


def self_tests(data: Path) -> None:
    """One that is finished and was handed over, and one of her own questionnaire that is open."""
    store, real, klein = SelfTests(data), load(builtin_root() / "samenwerking-jeugd"), load(KLEIN)
    session = Session.start(store, real, "volledig", NOW)
    filled = replace(ANSWERS, notes={"rol-ander": "Dat is mij nooit verteld.\nIk vraag het na."})
    store.update(session.selftest.id, lambda stored: replace(stored, response=filled, at="review"))
    session = Session.reopen(store, store.read(session.selftest.id))
    session.finish(NOW)
    store.shared(session.selftest.id)
    session = Session.start(store, klein, "volledig", NOW.replace(day=5))
    for answer in ("bakker", "noord", "1-3", "ja"):
        while session.step.kind == "welcome":
            session.forward(NOW)
        session.answer(answer, NOW)
    session.go(Step("item", "rol-eigen"), NOW)
    session.answer("4", NOW)


def group(data: Path) -> None:
    """A revealed wave that was talked about, and a second one with seven answers and two people in turn.

    One of them is busy; the other handed in, and was killed just before the answers were added.
    """
    groups, real = Groups(data), load(builtin_root() / "samenwerking-jeugd")
    made = groups.create(Group("Wijkteam West", 5, "Zuid-West", expected(real)), real, NOW.date())
    groups.add(made.id, [Entry(new_response_id(), contribution(real, one)) for one in fictional(real, 1)])
    advices = [one.id for one in groups.reveal(made.id, REVEALED).wave.released.advice]

    def change(made_of) -> None:
        groups.update_wave(made.id, 1, made_of)

    change(lambda wave: workshop.go_to(wave, "adviezen"))
    for _person in range(6):
        change(lambda wave: workshop.vote(wave, [advices[0], advices[0], advices[1]]))
    change(lambda wave: workshop.pin(wave, advices[1], on=True))
    change(lambda wave: workshop.dismiss(wave, advices[2], "Daar gaan wij niet over."))
    action = Action("Bij elkaar op bezoek", "alle teams", "2026-06-01", "2026-09-01", advices[0], ("rol",))
    change(lambda wave: workshop.put_action(wave, real, action))
    change(lambda wave: workshop.close(wave, REVEALED))
    stored = groups.new_wave(made.id, SECOND)
    groups.add(made.id, [Entry(new_response_id(), contribution(real, one)) for one in fictional(real, 2)[4:11]])
    busy = replace(fictional(real, 2)[0], form="kort", open={}, activities={}, shared=())
    killed = replace(fictional(real, 2)[1], open={}, activities={}, shared=())
    for response, at in ((busy, "item:rol-ander"), (killed, f"gegeven:2:{new_response_id()}")):
        turn = Turn.begin(groups, stored, response.form, NOW)
        draft = {"response": response, "at": at, "finished": NOW.isoformat() if at.startswith("gegeven") else None}
        groups.drafts(made.id).update(turn.selftest.id, lambda kept, draft=draft: replace(kept, **draft))


def packed(data: Path) -> bytes:
    """The folder as a tar, the files in the order of their names."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:xz") as tar:
        for path in sorted(data.rglob("*")):
            tar.add(path, str(path.relative_to(data)), recursive=False, filter=_nobodys)
    return file.getvalue()


def _nobodys(info: tarfile.TarInfo) -> tarfile.TarInfo:
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    return info


def main(out: Path) -> None:
    data = out / "gegevens"
    shutil.rmtree(data, ignore_errors=True)
    self_tests(data)
    group(data)
    shutil.copytree(KLEIN, data / "eigen-vragenlijsten" / "klein")
    preferences.keep(data, theme="samenspel-licht", questionnaire="eigen-vragenlijsten/klein")
    (out / "gegevens.tar.xz").write_bytes(packed(data))
    finished = SelfTests(data).latest().id
    for name, call in (
        ("zelftest.json", ["uitslag", finished, "--json"]),
        ("groep.json", ["groep", "uitslag", "Wijkteam West", "--meting", "1", "--json"]),
    ):
        done = run(*call, data=data)
        assert done.returncode == 0, done.stderr
        (out / name).write_text(done.stdout, encoding="utf-8")
    assert run("delen", "-o", str(out / "antwoord.json"), data=data).returncode == 0
    code = run("code", data=data).stdout.splitlines()[0]
    (out / "code.txt").write_text(f"{code}\n", encoding="utf-8")
    shutil.rmtree(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
