"""What people in the study named, labelled by two people's keys: the scheme gives the study's numbers back."""

import sys
from collections import Counter

import pytest
from study_labels import DOWN, keys, other, said_in_a_group, study

from samenspel.authoring import builtin_root, load_labels
from samenspel.labelling.agreement import agreement
from samenspel.storage.groups import Groups

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from terminal import Terminal

pytestmark = pytest.mark.campaign(sample=0)  # the keys by themselves are tested in test_labelling
SENT = {"enter": "\r", DOWN: "\x1b[B", "escape": "\x1b", "right": "\x1b[C"}


class Labelled:
    """A terminal in which the group's answers are labelled."""

    def __init__(self, data, said):
        self.said = {one.answer: one for one in said}
        self.app = Terminal(data, size=(120, 40))
        self.seen = ""

    def press(self, *pressed):
        self.app.press(*(SENT.get(key, key) for key in pressed))

    def opened(self):
        """From the start screen to *Antwoorden labelen*."""
        for key, then in (
            ("2", "Wijkteam Enschede"),
            ("\r", "Meting 1"),
            ("\r", "Hoe kijken wij"),
            ("o", "Open antwoorden laten zien"),
            ("j", "Lees eerst zelf"),
            ("l", "Antwoorden labelen"),
        ):
            self.app.press(key)
            self.app.sees(then)

    def answer(self, number):
        """Read which answer stands there, being the one with this number."""
        for _nth in range(50):
            lines = self.app.shown().splitlines()
            if any(number in line for line in lines):
                (found,) = [text for text in self.said if any(text in line for line in lines)]
                return self.said[found]
        raise AssertionError("\n".join([f"{number} did not come", *lines]))

    def attaches(self, scheme, one, chosen):
        """Attach a label and go on; one that was made is looked for by its first letters, as it has no digit."""
        choosing = chosen.label[:4] if one.new and chosen == one.one else keys(scheme, one, chosen)
        self.press(*choosing, "enter", "enter")

    def makes(self, one):
        """Make a label, which is attached at once, and go on."""
        self.press("n")
        self.app.sees("Nieuw label")
        self.app.shown()  # it takes keys only once it has been painted
        self.press(*one.one.label, "enter")
        self.app.sees("bewaard ✓")
        self.press("enter")


def test_two_people_label_what_the_study_found(tmp_path, real):
    said, scheme = study(), load_labels(builtin_root() / real.id, real)
    groups = Groups(tmp_path)
    stored = said_in_a_group(groups, real, said)
    odd = {one.answer for one in said[::5]}  # the second person sees something else in every fifth
    table = Labelled(tmp_path, said)
    table.app.sees("Samen vergelijken")
    table.opened()
    for coder in ("1", "2"):
        table.press(coder)
        table.app.sees(f"antwoord 1 van {len(said)} ")
        for number in range(1, len(said) + 1):
            one = table.answer(f"antwoord {number} van {len(said)} ")
            chosen = other(scheme, one) if coder == "2" and one.answer in odd else one.one
            if one.new and chosen == one.one and coder == "1":
                table.makes(one)
            else:
                table.attaches(scheme, one, chosen)
        table.app.sees("Antwoorden labelen")
    labelling = groups.labels.read(stored.id, 1)
    both = agreement(labelling, stored.wave.released.open_answers)
    assert (both.same, both.partly + both.none) == (len(said) - len(odd), len(odd))
    assert both.open == len(odd)
    table.press("3")
    table.app.sees(f"verschil 1 van {len(odd)} ")
    for number in range(1, len(odd) + 1):
        one = table.answer(f"verschil {number} van {len(odd)} ")
        table.attaches(scheme, one, one.one)
    table.app.sees("alle verschillen zijn besproken")
    table.press("4")
    table.app.sees("Bij elk label het aantal")
    told = groups.labels.schemes(groups.read(stored.id), 1)
    found = {(one.question, label.name, ""): label.n for one in told for label in one.labels if label.n}
    found |= {
        (one.question, label.name, sub.name): sub.n
        for one in told
        for label in one.labels
        for sub in label.sublabels
        if sub.n
    }
    wanted = Counter((one.question, one.one.label, "") for one in said)
    wanted += Counter((one.question, one.one.label, one.one.sub) for one in said if one.one.sub)
    assert found == wanted
    shown = table.app.shown()
    first = told[0].labels[0]
    assert f"{first.name} – {first.n} antwoord" in shown
    table.app.kill()
