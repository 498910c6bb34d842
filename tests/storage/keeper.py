"""Somebody who does everything of which samenspel keeps something, in a process of its own; the tests kill it.

usage: keeper.py FOLDER OUT SEED     FOLDER: the data folder; OUT: where reports go

What is kept is told as a world: one line of text for each thing, by a name that is known before it is made. Before each
operation it prints ``? {name: text or null}``, what that will change, and ``! …`` as soon as it was acknowledged.
"""

import hashlib
import json
import random
import sys
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from samenspel.collecting.turn import Turn, deliver, take_back
from samenspel.exchange.give import report_file
from samenspel.first_step import FirstStep
from samenspel.group.fitting import Fitting
from samenspel.group.founding import checked_group
from samenspel.group.model import Contribution, Entry, contribution
from samenspel.response import Response
from samenspel.session import Session, change_step
from samenspel.storage import inventory, preferences
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups
from samenspel.storage.selftest import handed_in
from samenspel.storage.selftests import SelfTests
from samenspel.tui.themes import DARK, LIGHT

NOW, TODAY = datetime(2026, 1, 31, 9, 30), date(2026, 1, 31)  # noqa: DTZ001 - a person's own clock
WORD = "woord-"
"""With this each word begins that is put in an answer, to know it by."""
SOME = 4
"""There are never many more self-tests, groups, drafts or reports at once."""


# What there is. --------------------------------------------------------------------------------------------------


def world(folder, out):
    """Everything that is kept, whatever a kill left half-way completed as samenspel itself would."""
    store, groups = SelfTests(folder), Groups(folder)
    found = {_name_of(selftest): _of_selftest(selftest) for selftest in store.newest()}
    for stored in groups.all():
        found |= _of_group(groups, stored)
    if (theme := preferences.read(folder).theme) != "":
        found["voorkeur"] = theme
    for path in out.iterdir():
        if not report_file.is_leftover(path):
            found[f"rapport {path.read_text()}"] = ""
    assert store.notices == groups.notices == []
    return found


def _of_group(groups, stored):
    name, found = _name(stored), {}
    found[f"groep {name}"] = stored.group.name
    for wave in stored.waves:
        found[f"meting {name} {wave.number}"] = f"{wave.phase}:{wave.at}"
        for given in groups.contributions(stored, wave.number):
            _put(found, f"antwoord {name} {wave.number}", given, collecting=wave.phase == "verzamelen")
    drafts = groups.drafts(stored.id)
    for draft in drafts.newest():
        at = handed_in(draft)
        if at is None:
            found[f"bezig {name} {token(draft.response) or _digest(draft.response)}"] = _digest(draft.response)
        elif at.response_id not in groups.names(stored.id, at.wave):  # the next one who looks delivers it
            given = contribution(groups.questionnaire(stored), draft.response)
            _put(found, f"antwoord {name} {at.wave}", given, collecting=True)
    assert drafts.notices == []
    return found


def token(response):
    """The word by which the tests know whose these answers are; empty: of somebody in 0.1.0."""
    return next((text for text in response.open.values() if text.startswith(WORD)), "")


def _name(stored):
    return stored.group.area or stored.id


def _name_of(selftest):
    return f"zelftest {token(selftest.response) or selftest.id}"


def _of_selftest(selftest):
    return f"{selftest.finished is not None} {selftest.share_id != ''} {_digest((selftest.response, selftest.step))}"


def _digest(what):
    return hashlib.sha256(msgspec.json.encode(what, order="deterministic")).hexdigest()[:16]


def _put(found, place, given, *, collecting):
    bare = Contribution(replace(given.response, experience=""), given.knowledge)
    key = f"{place} {token(given.response) or _digest(bare)}"
    found[key] = found.get(key, "") + (f"{given.response.experience};" if collecting else ";")


# What is done. ---------------------------------------------------------------------------------------------------


class Keeper:
    """Each operation gives what it will change, then does it."""

    def __init__(self, folder, out, seed):
        sys.path.insert(0, str(Path(__file__).parent.parent))
        from conftest import small_questionnaire

        self.folder, self.out = folder, out
        self.store, self.groups = SelfTests(folder), Groups(folder)
        self.small, self.chance = small_questionnaire(), random.Random(seed)
        self.seed, self.number = seed, 0

    def new(self):
        self.number += 1
        return f"{WORD}{self.seed}-{self.number}"

    def one_of(self, things):
        things = list(things)
        return self.chance.choice(things) if things else None

    def filled(self, questionnaire, word):
        asked = questionnaire.asked
        question = next(one.id for one in asked.open_questions if not one.activities)
        items = self.chance.sample([item.id for item in asked.items if not item.only], 2)
        return Response(
            party=self.chance.choice(asked.parties).id,
            experience=self.chance.choice(asked.context.experience.choices).id,
            answers={item: self.chance.randint(1, 5) for item in items},
            open={question: word},
            shared=(question,),
        )

    # Of one's own.

    def begin(self):
        if len(self.store.ids()) > SOME:
            return
        response = self.filled(self.small, word := self.new())
        yield {f"zelftest {word}": f"False False {_digest((response, None))}"}
        self.store.create(self.small, response, at="item:rol-eigen", now=NOW)

    def _selftest(self):
        return self.one_of(self.store.newest())

    def answer(self):
        if (one := self._selftest()) is None:
            return
        answers = {**one.response.answers, "rol-eigen": self.chance.randint(1, 5)}
        changed = replace(one, response=replace(one.response, answers=answers))
        yield {_name_of(one): _of_selftest(changed)}
        self.store.update(one.id, lambda _stored: changed)

    def finish(self):
        if (one := self._selftest()) is None:
            return
        yield {_name_of(one): _of_selftest(replace(one, finished="nu"))}
        Session.reopen(self.store, one).finish(NOW)

    def share(self):
        if (one := self._selftest()) is None:
            return
        yield {_name_of(one): _of_selftest(replace(one, share_id="naam"))}
        self.store.shared(one.id)

    def choose_step(self):
        if (one := self._selftest()) is None:
            return
        step = FirstStep(f"Bel {token(one.response)}", f"2026-02-{self.chance.randint(1, 28):02}")
        yield {_name_of(one): _of_selftest(replace(one, step=step))}
        change_step(self.store, one.id, lambda _before: step)

    def erase_selftest(self):
        if (one := self._selftest()) is None:
            return
        yield {_name_of(one): None}
        self.store.delete(one.id)

    def colours(self):
        yield {"voorkeur": (theme := self.chance.choice((DARK, LIGHT)))}
        preferences.keep(self.folder, theme=theme)

    def report(self):
        if len([*self.out.iterdir()]) > SOME:
            return
        yield {f"rapport {(word := self.new())}": ""}
        report_file.write_free(word.encode(), "rapport", ".pdf", self.out)

    # A group and its waves.

    def make(self):
        if len(self.groups.all()) > SOME:
            return
        word, name = self.new(), self.new()
        people = [self.filled(self.small, self.new()) for _person in range(self.chance.randrange(4))]
        yield {
            f"groep {word}": name,
            f"meting {word} 1": "verzamelen:",
            **{f"antwoord {word} 1 {token(one)}": f"{one.experience};" for one in people},
        }
        entries = [Entry(new_response_id(), contribution(self.small, one)) for one in people]
        self.groups.create(checked_group(name, area=word), self.small, TODAY, entries)

    def _group(self, *, collecting=None):
        everyone = self.groups.all()
        return self.one_of(s for s in everyone if collecting in {None, s.wave.phase == "verzamelen"})

    def rename(self):
        if (stored := self._group()) is None:
            return
        yield {f"groep {_name(stored)}": (name := self.new())}
        self.groups.change(stored.id, lambda group: replace(group, name=name))

    def erase_group(self):
        if (stored := self._group()) is None:
            return
        yield {key: None for key in world(self.folder, self.out) if key.split()[1:2] == [_name(stored)]}
        if self.chance.random() < 0.5:
            self.groups.delete(stored.id)
        else:
            inventory.erase(self.folder, self.folder / "groepen" / stored.id)

    def reveal(self):
        stored = self._group(collecting=True)
        if stored is None or not self.groups.names(stored.id, stored.wave.number):
            return
        deliver(self.groups, stored)
        place = f"{_name(stored)} {stored.wave.number}"
        kept = world(self.folder, self.out).items()
        inside = {key: ";" * value.count(";") for key, value in kept if key.startswith(f"antwoord {place} ")}
        yield {f"meting {place}": f"vergelijken:{stored.wave.at}", **inside}
        self.groups.reveal(stored.id, TODAY)

    def next_wave(self):
        if (stored := self._group(collecting=False)) is None:
            return
        yield {f"meting {_name(stored)} {stored.wave.number + 1}": "verzamelen:"}
        self.groups.new_wave(stored.id, TODAY)

    def place(self):
        if (stored := self._group()) is None:
            return
        number, at = stored.wave.number, self.new()
        yield {f"meting {_name(stored)} {number}": f"{stored.wave.phase}:{at}"}
        self.groups.update_wave(stored.id, number, lambda wave: replace(wave, at=at))

    # What people give.

    def add(self):
        if (stored := self._group(collecting=True)) is None:
            return
        asked = self.groups.questionnaire(stored)
        people = [self.filled(asked, self.new()) for _person in range(self.chance.choice((1, 1, 3)))]
        place = f"antwoord {_name(stored)} {stored.wave.number}"
        yield {f"{place} {token(one)}": f"{one.experience};" for one in people}
        self.groups.add(stored.id, [Entry(new_response_id(), contribution(asked, one)) for one in people])

    def withdraw(self):
        if (stored := self._group(collecting=True)) is None:
            return
        responses = self.groups._folders.responses(stored.id, stored.wave.number)
        given = responses.read(Fitting(self.groups.questionnaire(stored))).good
        name = self.one_of(name for name, one in given.items() if token(one.response))
        if name is None:
            return
        yield {f"antwoord {_name(stored)} {stored.wave.number} {token(given[name].response)}": None}
        take_back(self.groups, stored, name)  # not without delivering: what waits to be erased would come in anew

    def sit_down(self):
        stored = self._group(collecting=True)
        if stored is None or len(self.groups.drafts(stored.id).ids()) > SOME:
            return
        asked = self.groups.questionnaire(stored)
        response = self.filled(asked, word := self.new())
        yield {f"bezig {_name(stored)} {word}": _digest(response)}
        self.groups.drafts(stored.id).create(asked, response, at="item:rol-eigen", now=NOW)

    def _busy(self, *, collecting=None):
        if (stored := self._group(collecting=collecting)) is None:
            return None, None
        drafts = self.groups.drafts(stored.id).newest()
        return stored, self.one_of(one for one in drafts if token(one.response) and handed_in(one) is None)

    def go_on(self):
        stored, draft = self._busy()
        if draft is None:
            return
        item = self.one_of(draft.response.answers)
        answers = {**draft.response.answers, item: self.chance.randint(1, 5)}
        changed = replace(draft, response=replace(draft.response, answers=answers))
        yield {f"bezig {_name(stored)} {token(draft.response)}": _digest(changed.response)}
        self.groups.drafts(stored.id).update(draft.id, lambda _stored: changed)

    def hand_in(self):
        stored, draft = self._busy(collecting=True)
        if draft is None:
            return
        word = token(draft.response)
        given = {f"antwoord {_name(stored)} {stored.wave.number} {word}": f"{draft.response.experience};"}
        yield {f"bezig {_name(stored)} {word}": None, **given}
        Turn.go_on(self.groups, stored, draft).hand_in(NOW)

    def throw_away(self):
        stored, draft = self._busy()
        if draft is None:
            return
        yield {f"bezig {_name(stored)} {token(draft.response)}": None}
        Turn.go_on(self.groups, stored, draft).throw_away()

    def without_end(self):
        does = [
            *(self.begin, self.answer, self.answer, self.finish, self.share, self.choose_step, self.erase_selftest),
            *(self.colours, self.report, self.make, self.rename, self.erase_group, self.reveal, self.next_wave),
            *(self.place, self.add, self.add, self.withdraw, self.sit_down, self.go_on, self.hand_in, self.throw_away),
        ]
        while True:
            operation = self.chance.choice(does)()
            for change in operation:  # none, when there is nothing to do it with
                told = json.dumps(change)
                print("?", told, flush=True)
                next(operation, None)
                print("!", told, flush=True)


def main(folder, out, seed):
    Keeper(Path(folder), Path(out), int(seed)).without_end()


if __name__ == "__main__":
    main(*sys.argv[1:])
