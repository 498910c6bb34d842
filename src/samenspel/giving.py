"""A finished self-test on its way to a group: what goes along, and how, as a file or as a code.

The app and the commands give through here, so that both show the same and give the same. What is shown as going along
is read off the very contribution that the file or the code holds.
"""

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from samenspel.exchange.code import decode, encode
from samenspel.exchange.handover import FILE_NAME, to_file
from samenspel.group.model import Contribution, contribution
from samenspel.questionnaire.applicability import fill, is_blank
from samenspel.questionnaire.model import Choice, OpenQuestion, Questionnaire
from samenspel.refusals import RefusalError
from samenspel.report.wording import activities_done, party_name
from samenspel.response import Response
from samenspel.storage.selftests import SelfTest, SelfTests
from samenspel.taal import _, meervoud, opsomming
from samenspel.walk import Step, is_answered

MAY_BE_READ = _("Mag de groep dit antwoord lezen, zonder uw naam?")
"""What is asked of each open answer, beside its text."""
REREAD = _(
    "Lees uw open antwoorden nog eens. Staat er een naam in? Of is te merken dat u het schreef? "
    "Deel dat antwoord dan niet."
)
FILE_READER = _("Wie dit bestand in handen krijgt, kan het lezen.")
CODE_READER = _("Wie deze code heeft, kan uw antwoorden lezen.")
FILE_NEXT = _(
    "Geef het bestand zelf aan de begeleider, en wis het daarna. De begeleider kiest bij ‘Antwoorden verzamelen’ "
    "voor ‘Bestanden of een map inlezen’."
)
CODE_NEXT = _(
    "Schrijf de code over, of lees hem voor. De begeleider kiest bij ‘Antwoorden verzamelen’ voor "
    "‘Een code overtypen’. Gooi het briefje weg als de code is overgetypt."
)
"""What happens with it, and what the facilitator must do."""


class GivingError(RefusalError):
    """This self-test cannot be given to a group: ``str()`` says in Dutch why."""


class OpenAnswer(Struct, frozen=True):
    """The answer to an open question, as it can be reread: ``shared`` says whether it goes along in a file."""

    id: str
    question: str
    text: str
    shared: bool


class Given(Struct, frozen=True):
    """What is given: ``name`` takes it back, ``contribution`` is what stands in it, ``day`` is the self-test's."""

    name: str
    contribution: Contribution
    day: date


class GivenFile(Given, frozen=True):
    """A response file: the name that is suggested, without its ending, and its content."""

    file_name: str
    content: bytes


class GivenCode(Given, frozen=True):
    """A code to type over."""

    code: str


# What goes along, and what of it is chosen. ----------------------------------------------------------------------


def to_give(store: SelfTests, selftest: SelfTest) -> Questionnaire:
    """Return the questionnaire of a self-test that can be given.

    Raises:
        GivingError: it is not finished, or it answers nothing.
        StorageError: its questionnaire is gone.
    """
    questionnaire = store.questionnaire(selftest)
    if selftest.finished is None or not selftest.response.party:
        raise GivingError(_("Deze zelftest is nog niet af. Maak hem eerst af."))
    if is_blank(questionnaire, selftest.response):
        raise GivingError(
            _(
                "In deze zelftest is geen enkele stelling beantwoord. Zo telt u niet mee in een groep. "
                "Doe de zelftest opnieuw."
            )
        )
    return questionnaire


def open_answers(questionnaire: Questionnaire, response: Response) -> tuple[OpenAnswer, ...]:
    """Return what was answered to open questions, as it is reread before it is shared."""
    return tuple(
        OpenAnswer(
            question.id,
            fill(questionnaire, response.party, question.text),
            _text(questionnaire, response, question),
            question.id in response.shared,
        )
        for question in questionnaire.asked.open_questions
        if is_answered(questionnaire, response, Step("open", question.id))
    )


def share(store: SelfTests, selftest: SelfTest, shared: Collection[str]) -> SelfTest:
    """Choose that these open answers may be read by the group, and no other; it is on the disk then.

    Returns:
        ``selftest`` with that choice, and for the rest as it was shown: not what another window made of it.

    Raises:
        StorageError: nothing was changed.
    """

    def chosen(stored: SelfTest) -> SelfTest:
        questions = store.questionnaire(stored).asked.open_questions
        ids = tuple(question.id for question in questions if question.id in shared)
        return replace(stored, response=replace(stored.response, shared=ids))

    kept = store.update(selftest.id, chosen)
    return replace(selftest, response=replace(selftest.response, shared=kept.response.shared))


def goes_along(questionnaire: Questionnaire, given: Contribution) -> Iterator[str]:
    """Give a line for each thing that ``given`` holds: nothing else goes along."""
    response, known, context = given.response, given.knowledge, questionnaire.asked.context
    yield _("uw partij: {partij}").format(partij=party_name(questionnaire, response.party))
    yield _("de korte vorm") if response.form == "kort" else _("de volledige vorm")
    if response.experience:
        words = _words(questionnaire, response, context.experience.choices, response.experience)
        yield _("uw ervaring: {antwoord}").format(antwoord=words)
    if response.meeting:
        words = _words(questionnaire, response, context.meeting.choices, response.meeting)
        yield _("overleg: {antwoord}").format(antwoord=words)
    number = len(response.answers)
    yield meervoud("uw antwoord op {n} stelling", "uw antwoorden op {n} stellingen", number).format(n=number)
    if known is not None:
        yield _("rolkennis: {goed} van de {van} kaarten goed, {niet} keer ‘weet ik niet’").format(
            goed=known.right, van=known.of, niet=known.unknown
        )
    for answer in open_answers(questionnaire, response):
        yield _("uw open antwoord bij ‘{vraag}’: {tekst}").format(vraag=answer.question, tekst=answer.text)


def stays_behind(questionnaire: Questionnaire, response: Response, *, as_code: bool) -> str:
    """Say what does not go along; ``as_code``: in a code, which holds no text."""
    shared = [answer.shared and not as_code for answer in open_answers(questionnaire, response)]
    parts = [_("uw naam"), _("gebied"), _("toelichtingen"), _("de datum"), _("uw eerste stap")]
    if questionnaire.asked.cards:
        parts.append(_("wat u bij elke kaart antwoordde"))
    if not any(shared):
        parts.append(_("alle open antwoorden"))
    elif not all(shared):
        parts.append(_("uw andere open antwoorden"))
    return _("Niet erin: {wat}.").format(wat=opsomming(parts))


def _text(questionnaire: Questionnaire, response: Response, question: OpenQuestion) -> str:
    done = activities_done(questionnaire, response, question)
    return "\n".join(filter(None, (*done, response.open.get(question.id))))


def _words(questionnaire: Questionnaire, response: Response, choices: tuple[Choice, ...], answer: str) -> str:
    text = next((choice.text for choice in choices if choice.id == answer), answer)
    return fill(questionnaire, response.party, text)


# Giving. ---------------------------------------------------------------------------------------------------------


def as_file(store: SelfTests, selftest_id: str, shown: Response | None = None) -> GivenFile:
    """Return the response file of a self-test. Made again it has the same name: nobody counts twice by it.

    Args:
        store: where it is kept.
        selftest_id: its name.
        shown: what the person was shown of it, if anything: nothing else is given.

    Raises:
        GivingError: see :func:`to_give`, or it is not as it was shown any more.
        StorageError: the name could not be kept.
    """
    questionnaire = _to_give_as(store, store.read(selftest_id), shown)
    selftest = store.shared(selftest_id)
    return GivenFile(
        selftest.share_id,
        contribution(questionnaire, selftest.response),
        selftest.day,
        f"{FILE_NAME}-{selftest.share_id[:8]}",
        to_file(questionnaire, selftest.response, selftest.share_id),
    )


def as_code(store: SelfTests, selftest_id: str, shown: Response | None = None) -> GivenCode:
    """Return the code of a self-test; that it was given out is on the disk then. All as with :func:`as_file`."""
    selftest = store.read(selftest_id)
    questionnaire = _to_give_as(store, selftest, shown)
    if not selftest.coded:
        selftest = store.update(selftest_id, lambda stored: replace(stored, coded=True))
    code = encode(questionnaire, selftest.response)
    entry = decode(questionnaire, code)
    return GivenCode(entry.id, entry.contribution, selftest.day, code)


def _to_give_as(store: SelfTests, selftest: SelfTest, shown: Response | None) -> Questionnaire:
    questionnaire = to_give(store, selftest)
    if shown is not None and shown != selftest.response:
        raise GivingError(
            _(
                "Deze zelftest is intussen veranderd, misschien in een ander venster. Ga terug, en lees opnieuw wat er "
                "meegaat."
            )
        )
    return questionnaire
