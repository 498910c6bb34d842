"""The typed code: one person's answers in characters that can be read aloud, and typed over without a mistake.

A code is a row of groups: four characters of Crockford's base32 and the check character of those four (Luhn mod 32), so
that a mistake is pointed out in the group where it was made. Luhn finds every wrong character and every swap of
neighbours but one (``0`` and ``Z``); a check over the whole finds that one, and groups in another order.
"""

from hashlib import sha256
from math import prod
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from stdnum import luhn
from stdnum.exceptions import ValidationError

from samenspel.exchange.handover import derived
from samenspel.group.model import Contribution, Entry
from samenspel.questionnaire.applicability import applicable_items, offered_answers
from samenspel.questionnaire.edition import edition, editions
from samenspel.questionnaire.model import OTHER_ROLE, Item, Questionnaire
from samenspel.refusals import RefusalError
from samenspel.response import Form, Response
from samenspel.scoring import Knowledge, knowledge
from samenspel.taal import _, meervoud, opsomming

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O and U
GROUP = 5
"""Characters in a group, its check character included."""
LONGEST = 2_000
"""More characters than any code has, however it is spaced; a text that is longer is none."""

_BITS = 5
_DATA = GROUP - 1
_FORMS: tuple[str, ...] = ("volledig", "kort")
_HASH_BITS, _CHECK_BITS = 16, 23
_SEAL: Final = "samenspel code 1 {groups} {number}"
"""What the check over the whole is the digest of."""
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, "–": None, "—": None})


class CodeError(RefusalError):
    """A code cannot be made, or is not right: ``str()`` says it in Dutch; ``groups`` are the wrong ones (1-based)."""

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


def encode(questionnaire: Questionnaire, response: Response) -> str:
    """Return the code of ``response``: upper case, groups separated by ``-``; without any text that was typed.

    Raises:
        CodeError: there is no party yet, without which an answer belongs nowhere.
    """
    if not response.party:
        raise CodeError(_("Kies eerst bij welke partij u hoort. Daarna kunt u een code maken."))
    groups = _groups(questionnaire, response.form)
    content = _FORMS.index(response.form) << (_content_bits(groups) - 1) | _pack(questionnaire, response)
    number = _sealed(content << _HASH_BITS | _hash_bits(edition(questionnaire)), groups)
    data = [ALPHABET[number >> shift & 31] for shift in range(_BITS * (_DATA * groups - 1), -1, -_BITS)]
    fours = ["".join(data[start : start + _DATA]) for start in range(0, len(data), _DATA)]
    return "-".join(four + luhn.calc_check_digit(four, ALPHABET) for four in fours)


class Recipe(Struct, frozen=True):
    """What :func:`encode` knows beside the answers: with this the form for a browser makes the same code.

    Attributes:
        start: the form, as the highest bit of the content; a decimal number, for it is larger than a script counts.
        hash: the end of the edition's hash, in ``hash_bits`` bits.
        check_bits: so many bits of the digest come last.
        seal: what the digest is made of, but for ``{number}``.
        length: characters, check characters apart.
        group: data characters in a group, of ``character_bits`` bits each.
        alphabet: the characters.
    """

    start: str
    hash: int
    hash_bits: int
    check_bits: int
    seal: str
    length: int
    group: int
    character_bits: int
    alphabet: str


def recipe(questionnaire: Questionnaire, form: Form) -> Recipe:
    """Return what makes a code of answers in this form, the answers apart."""
    groups = _groups(questionnaire, form)
    return Recipe(
        start=str(_FORMS.index(form) << (_content_bits(groups) - 1)),
        hash=_hash_bits(edition(questionnaire)),
        hash_bits=_HASH_BITS,
        check_bits=_CHECK_BITS,
        seal=_SEAL.format(groups=groups, number="{number}"),
        length=_DATA * groups,
        group=_DATA,
        character_bits=_BITS,
        alphabet=ALPHABET,
    )


def wrong_groups(text: str) -> tuple[int, ...]:
    """Return the numbers (1-based) of the groups that are wrong in what was typed so far.

    A group that is not complete yet is not judged, unless a character stands in it that no code has.
    """
    typed = as_read(text)
    groups = [typed[start : start + GROUP] for start in range(0, len(typed), GROUP)]
    return tuple(number for number, group in enumerate(groups, start=1) if not _right(group))


def as_read(text: str) -> str:
    """Return what was typed as it is read: capitals, without spaces and dashes, O as 0, I and L as 1."""
    return "".join(text[:LONGEST].upper().translate(_READ_AS).split())


def decode(questionnaire: Questionnaire, text: str) -> Entry:
    """Return what a code holds, under a name that follows from it: the same code is recognised.

    Args:
        questionnaire: the one that the group answers.
        text: as it was typed: capitals or not, spaces and dashes anywhere, O for 0, I and L for 1.

    Raises:
        CodeError: a group is wrong, it is too short or too long, or it belongs to another questionnaire.
    """
    if len(text) > LONGEST:
        raise CodeError(_("Dit is geen code: er staan {n} tekens.").format(n=len(text)))
    typed = as_read(text)
    if wrong := wrong_groups(text):
        raise CodeError(_wrong(wrong), wrong)
    if not typed:
        raise CodeError(_("Typ de code over: groepen van {n} tekens.").format(n=GROUP))
    number, groups = _number(typed), len(typed) // GROUP
    whole = len(typed) % GROUP == 0 and _sealed(number >> _CHECK_BITS, groups) == number
    ours = {_hash_bits(one) for one in editions(questionnaire)}
    if whole and number >> _CHECK_BITS & (1 << _HASH_BITS) - 1 not in ours:
        raise CodeError(
            _(
                "Deze code hoort bij een andere vragenlijst, of bij een andere versie van deze vragenlijst. "
                "Vraag die persoon om een bestand. Daarvan telt mee wat in beide versies staat."
            )
        )
    form = _FORMS[ALPHABET.index(typed[0]) >> _BITS - 1]  # the first bit
    if short := _groups(questionnaire, form) * GROUP - len(typed):
        raise CodeError(_length(short))
    content = number >> _CHECK_BITS + _HASH_BITS & (1 << _content_bits(groups) - 1) - 1
    given = _unpack(questionnaire, form, content) if whole else None
    if given is None:
        raise CodeError(
            _(
                "Deze code klopt niet, maar elke groep apart wel. Staan de groepen in de goede volgorde? "
                "Zijn ergens een 0 en een Z verwisseld? Typ hem nog eens."
            )
        )
    return as_code(given)


def as_code(given: Contribution, nth: int = 1) -> Entry:
    """Return what a code holds under its name, or that of the ``nth`` person who gave the very same answers."""
    return Entry(derived("code", given, nth), given, from_answers=True)


def held(questionnaire: Questionnaire, given: Contribution) -> Contribution:
    """Return what a code holds of ``given``, but for the experience, which a stored response lacks too.

    Two responses with the same are one person's that came in by two ways, or those of two people of one mind.
    """
    response = given.response
    asked = {item.id for item in applicable_items(questionnaire, response)}
    answers = {item: answer for item, answer in response.answers.items() if item in asked}
    bare = Response(party=response.party, form=response.form, meeting=response.meeting, answers=answers)
    return Contribution(bare, given.knowledge)


def _right(group: str) -> bool:
    if any(character not in ALPHABET for character in group):
        return False
    try:
        return len(group) < GROUP or bool(luhn.validate(group, ALPHABET))
    except ValidationError:
        return False


def _number(typed: str) -> int:
    number = 0
    for start in range(0, len(typed), GROUP):
        for character in typed[start : start + _DATA]:
            number = number << _BITS | ALPHABET.index(character)
    return number


def _groups(questionnaire: Questionnaire, form: str) -> int:
    bits = 1 + _largest(questionnaire, form).bit_length() + _HASH_BITS + _CHECK_BITS
    return -(-bits // (_BITS * _DATA))


def _content_bits(groups: int) -> int:
    """Return how many bits of a code are not hash or check; the first of them is the form."""
    return _BITS * _DATA * groups - _HASH_BITS - _CHECK_BITS


def _hash_bits(hash_: str) -> int:
    return int(hash_, 16) & (1 << _HASH_BITS) - 1


def _sealed(number: int, groups: int) -> int:
    """Put the check over the whole behind ``number``."""
    digest = sha256(_SEAL.format(groups=groups, number=number).encode()).digest()
    return number << _CHECK_BITS | int.from_bytes(digest) & (1 << _CHECK_BITS) - 1


def _wrong(groups: tuple[int, ...]) -> str:
    if len(groups) == 1:
        return _("Groep {n} klopt niet. Vergelijk die groep met het briefje.").format(n=groups[0])
    named = opsomming([str(number) for number in groups])
    return _(
        "De groepen {namen} kloppen niet. Begin bij groep {eerste}: misschien staat daar een teken te veel "
        "of te weinig."
    ).format(namen=named, eerste=groups[0])


def _length(short: int) -> str:
    if short > 0:
        text = meervoud("Er ontbreekt nog {n} teken.", "Er ontbreken nog {n} tekens.", short)
    else:
        text = meervoud("Er staat {n} teken te veel.", "Er staan {n} tekens te veel.", -short)
    return text.format(n=abs(short))


# One person's answers as one number, and back: mixed radix, so that nothing takes more room than it needs. -------
# First (as the least) come party, meeting and experience, because they decide which statements are asked; then how the
# knowledge cards went; then an answer for each statement that is asked of this person, *not answered* among them.

_NOTHING: Final = 1
"""Beside the answers that are offered: not answered."""


def _pack(questionnaire: Questionnaire, response: Response) -> int:
    """Return ``response`` as a number; the form and all that was typed are not in it."""
    heads = _heads(questionnaire)
    places = [(len(of), of.index(given)) for of, given in zip(heads, _head(response), strict=True)]
    counts = _counts(questionnaire)
    places.append((len(counts), counts.index(knowledge(questionnaire, response))))
    for item in applicable_items(questionnaire, response):
        offered = offered_answers(item)
        answer = response.answers.get(item.id)
        places.append((_choices(item), 0 if answer is None else 1 + offered.index(answer)))
    number = 0
    for radix, place in reversed(places):
        number = number * radix + place
    return number


def _unpack(questionnaire: Questionnaire, form: str, number: int) -> Contribution | None:
    """Return what :func:`_pack` made a number of; None when it made no such number."""
    head = []
    for of in _heads(questionnaire):
        number, place = divmod(number, len(of))
        head.append(of[place])
    chosen: Form = "kort" if form == "kort" else "volledig"
    response = Response(party=head[0], form=chosen, meeting=head[1], experience=head[2])
    counts = _counts(questionnaire)
    number, place = divmod(number, len(counts))
    known = counts[place]
    answers = {}
    for item in applicable_items(questionnaire, response):
        number, place = divmod(number, _choices(item))
        if place:
            answers[item.id] = offered_answers(item)[place - 1]
    if number:
        return None
    return Contribution(replace(response, answers=answers), known)


def _largest(questionnaire: Questionnaire, form: str) -> int:
    """Return the largest number that :func:`_pack` can make for this form, whoever answers."""
    chosen: Form = "kort" if form == "kort" else "volledig"
    parties, meetings, experiences = _heads(questionnaire)
    people = [Response(party=party, form=chosen, meeting=meeting) for party in parties for meeting in meetings]
    most = max(prod(map(_choices, applicable_items(questionnaire, one))) for one in people)
    return len(parties) * len(meetings) * len(experiences) * len(_counts(questionnaire)) * most - 1


def _heads(questionnaire: Questionnaire) -> tuple[list[str], list[str], list[str]]:
    asked = questionnaire.asked
    return (
        [*(party.id for party in asked.parties), OTHER_ROLE],
        ["", *(choice.id for choice in asked.context.meeting.choices)],
        ["", *(choice.id for choice in asked.context.experience.choices)],
    )


def _head(response: Response) -> tuple[str, str, str]:
    return response.party, response.meeting, response.experience


def _choices(item: Item) -> int:
    return len(offered_answers(item)) + _NOTHING


def _counts(questionnaire: Questionnaire) -> list[Knowledge | None]:
    """Return every way in which the cards can go: none answered, or so many right and unknown out of so many."""
    most = len(questionnaire.asked.cards)
    return [
        None,
        *(
            Knowledge(right, of, unknown)
            for of in range(1, most + 1)
            for right in range(of + 1)
            for unknown in range(of - right + 1)
        ),
    ]
