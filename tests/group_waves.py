"""Waves to report on: the fictional group, and groups of any size and make-up."""

from datetime import date

from msgspec.structs import replace

from samenspel.fictional.group import demo_responses, story
from samenspel.group import workshop
from samenspel.group.anonymity import release
from samenspel.group.model import Wave, contribution
from samenspel.group.results import results
from samenspel.questionnaire import model as m
from samenspel.response import Response

DAY = date(2026, 6, 15)
HOSTILE = (
    "[/]",
    "<b>",
    "=1+1",
    "links \u202e om \u2066 rechts",
    "x" * 300,
    "🦄 en 😀",
    '<img src="/etc/passwd">',
    "&amp; &",
)


def wave_of(
    questionnaire: m.Questionnaire, responses, minimum: int = 5, *, open_table: bool = False, number: int = 2
) -> Wave:
    """A revealed wave of these responses, its figures made the one way they are made."""
    given = [contribution(questionnaire, one) for one in responses]
    found = results(questionnaire, given, story().waves[0].experience, 1 if open_table else minimum)
    released = release(questionnaire, found, minimum, open_table=open_table)
    return workshop.reveal(Wave(number, "2026-06-08"), released, DAY)


def people(first: int, second: int, others: int = 0) -> list[Response]:
    """So many of each party, with the answers of the fictional group in turn; others answer as the first party."""
    known = demo_responses(1)
    one, two = known[:9], known[9:]
    return [
        *(one[n % len(one)] for n in range(first)),
        *(two[n % len(two)] for n in range(second)),
        *(replace(one[n % len(one)], party=m.OTHER_ROLE) for n in range(others)),
    ]


def equal(first: int, second: int, answer: int = 3) -> list[Response]:
    """People who all gave the same answer everywhere."""
    return [replace(one, answers=dict.fromkeys(one.answers, answer)) for one in people(first, second)]
