"""Practising a workshop on a fictional group: it stands in the store as any group does, and says that it is made up.

Its people are there from the start, ready to be revealed. In a later wave they answer when they are asked to.
"""

from datetime import date
from hashlib import sha256

from samenspel.fictional.people import expected, fictional
from samenspel.group.founding import checked_group
from samenspel.group.model import Entry, Group, contribution
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.group_names import new_response_id
from samenspel.storage.groups import Groups, StoredGroup
from samenspel.taal import _


def practise(groups: Groups, questionnaire: Questionnaire, today: date) -> StoredGroup:
    """Make a fresh group to practise on, with everyone's answers in its first wave: a whole group or, killed, none.

    Raises:
        StorageError: it could not be stored.
    """
    people = fictional(questionnaire, 1)
    entries = [Entry(new_response_id(), contribution(questionnaire, one)) for one in people]
    return groups.create(_group(groups, questionnaire), questionnaire, today, entries)


def may_answer(stored: StoredGroup, people: int) -> bool:
    """Say whether the fictional people may still answer in the wave under way, in which ``people`` have answered."""
    wave, everyone = stored.wave, sum(stored.group.expected.values())
    return stored.group.practice and wave.number > 1 and wave.phase == "verzamelen" and people < everyone


def answer(groups: Groups, stored: StoredGroup) -> int:
    """Let the fictional people answer in the wave under way; who did so already does not count twice.

    Returns:
        How many answers were added.

    Raises:
        StorageError: the wave takes no answers any more, or the disk refuses. What was added stays; asking again
            adds the rest.
    """
    questionnaire, number = groups.questionnaire(stored), stored.wave.number
    people = enumerate(fictional(questionnaire, number))
    entries = [Entry(_name(stored, place), contribution(questionnaire, one)) for place, one in people]
    return [*groups.add(stored.id, entries).values()].count("added")


def _group(groups: Groups, questionnaire: Questionnaire) -> Group:
    """Return the first group of *Oefengroep*, *Oefengroep 2* … whose name is free."""
    taken = {stored.group.name.casefold() for stored in groups.all()}
    names = (_("Oefengroep"), *(_("Oefengroep {n}").format(n=number) for number in range(2, len(taken) + 2)))
    found = (checked_group(name, expected=expected(questionnaire), practice=True) for name in names)
    return next(group for group in found if group.name.casefold() not in taken)


def _name(stored: StoredGroup, place: int) -> str:
    """Return the name of an answer: in each wave of each group another one, and the same when asked again."""
    return sha256(f"oefenen {stored.id} {stored.wave.number} {place}".encode()).hexdigest()[:32]
