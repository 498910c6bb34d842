"""One paper form while it is typed over: what comes after what, which key is which answer, and the form that it gives.

Who is asked what follows from the walk. What is typed stands in cells, as in a table of typed-in forms, and one reader
makes a form of either: so both give the same.
"""

from collections.abc import Collection, Iterator
from string import ascii_lowercase
from typing import Literal, NamedTuple

from msgspec import Struct

from samenspel import answering, hygiene, walk
from samenspel.exchange.receive.forms import (
    FORM,
    LASTED,
    PARTY,
    RESPONDENT,
    Fault,
    FormReader,
    FormsError,
    PaperForm,
    columns,
)
from samenspel.questionnaire.applicability import card_answers, fill, offered_answers
from samenspel.questionnaire.model import DONT_KNOW, LOWEST, OTHER_ROLE, OpenQuestion, Questionnaire
from samenspel.report.paper.printed import printed_numbers
from samenspel.response import Form, Response
from samenspel.taal import _, opsomming
from samenspel.walk import Step

KEYS = "123456789" + ascii_lowercase
"""What chooses the answers to a question without digits of its own, one after another."""
NUMBER_LIMIT = 6
"""So many digits has a number that is typed: with more, an Enter was forgotten, and these are answers."""

Kind = Literal["number", "party", "area", "experience", "meeting", "item", "card", "open", "check"]
_TYPED: dict[walk.Kind, Kind] = {
    "party": "party",
    "area": "area",
    "experience": "experience",
    "meeting": "meeting",
    "item": "item",
    "card": "card",
}
_COLUMNS: dict[Kind, str] = {"party": PARTY, "area": "gebied", "experience": "ervaring", "meeting": "overleg"}


class Printed(Struct, frozen=True):
    """Which form lies there: all statements or the short form, and for which party it was printed ('': for anyone)."""

    form: Form = "volledig"
    party: str = ""


def kinds_of(questionnaire: Questionnaire) -> tuple[Printed, ...]:
    """Return every form that can be printed of a questionnaire; a short one only where it is shorter."""
    asked = questionnaire.asked
    forms: tuple[Form, ...] = ("volledig", "kort")
    if all(item.short for item in asked.items) or not any(item.short for item in asked.items):
        forms = ("volledig",)
    parties = ("", *(party.id for party in asked.parties), OTHER_ROLE)
    return tuple(Printed(form, party) for form in forms for party in parties)


class Spot(NamedTuple):
    """Something to type, by its kind and (a statement or a card) its id; ``open`` is all open questions at once."""

    kind: Kind
    id: str = ""

    @property
    def column(self) -> str:
        """Where its answer stands."""
        return self.id or _COLUMNS.get(self.kind, "")


class Offer(NamedTuple):
    """A key, the answer that it gives, and its words."""

    key: str
    answer: str
    text: str


class TypingError(ValueError):
    """What was typed cannot be: ``str()`` says in Dutch why, and what helps."""


class TypedOver:
    """A form under way. ``cells`` holds what was typed, ``at`` is what comes now, ``number`` is still being typed."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        printed: Printed,
        taken: Collection[str] = (),
        *,
        least: int = 0,
        area: bool = True,
    ) -> None:
        """Begin; ``taken`` are the numbers of the other forms, ``area`` says whether the area is of use.

        ``least``: a form without a number gets a higher one.
        """
        self.questionnaire, self.printed = questionnaire, printed
        self._taken, self._area = taken, area
        self.free_number = next_number(taken, least)
        self._numbers = printed_numbers(questionnaire, printed.form, printed.party)
        self.number = ""
        self.cells: dict[str, str] = {PARTY: printed.party} if printed.party else {}
        self.shared: frozenset[str] = frozenset()
        self.at = Spot("number")

    @property
    def begun(self) -> bool:
        """Whether anything was typed, so that something would be lost."""
        return bool(self.number) or self.at.kind != "number"

    @property
    def number_is_taken(self) -> bool:
        """Whether what was typed of the number is that of another form."""
        return self.number in self._taken

    @property
    def party(self) -> str:
        """The party, as far as it is known."""
        return self.cells.get(PARTY, "")

    # What comes after what ---------------------------------------------------------------------------------------

    def spots(self) -> tuple[Spot, ...]:
        """Return what is to be typed of this form, in the order of the paper; what was typed so far decides."""
        so_far = Response(party=self.party, form=self.printed.form, meeting=self.cells.get("overleg", ""))
        steps = [step for step in walk.steps(self.questionnaire, so_far) if self._is_typed(step)]
        places = [Spot(kind, step.id) for step in steps if (kind := _TYPED.get(step.kind))]
        opens = [Spot("open")] if self.questionnaire.asked.open_questions else []
        return (Spot("number"), *places, *opens, Spot("check"))

    def _is_typed(self, step: Step) -> bool:
        match step.kind:
            case "party":
                return not self.printed.party
            case "area":
                return self._area
            case "experience" | "meeting":
                return bool(answering.allowed(self.questionnaire, step))
            case _:
                return True

    def printed_number(self, place: Spot) -> str:
        """Return the number that is printed before a statement or a card."""
        return self._numbers[place.id]

    def forth(self) -> None:
        """Go on, and leave what stands here as it is."""
        if self.at.kind == "number":
            self._see_number()
        if self.at.kind == "party" and not self.party:
            raise TypingError(_("Zonder partij telt een formulier niet mee. Kies een partij met een cijfer."))
        places = self.spots()
        self.at = places[min(places.index(self.at) + 1, len(places) - 1)]

    def back(self) -> None:
        """Take the last digit of the number away, or go back to what comes before this."""
        if self.at.kind == "number":
            self.number = self.number[:-1]
        else:
            places = self.spots()
            self.at = places[places.index(self.at) - 1]

    # What is typed -----------------------------------------------------------------------------------------------

    def offers(self, place: Spot | None = None) -> tuple[Offer, ...]:
        """Return what may be answered with which key; nothing where a number, a text or nothing at all is typed."""
        place = place or self.at
        asked = self.questionnaire.asked
        match place.kind:
            case "party":
                names = {party.id: party.singular for party in asked.parties} | {OTHER_ROLE: asked.context.other_role}
            case "experience" | "meeting":
                question = asked.context.experience if place.kind == "experience" else asked.context.meeting
                names = {choice.id: self.filled(choice.text) for choice in question.choices}
            case "item":
                words = {DONT_KNOW: asked.scale.dont_know, **dict(enumerate(asked.scale.labels, LOWEST))}
                offered = sorted(offered_answers(self.questionnaire.item(place.id)), key=lambda one: one or len(words))
                return tuple(Offer(str(one), str(one), words[one]) for one in offered)
            case "card":
                names = card_answers(self.questionnaire)
            case "area":
                names = {text: text for text in asked.context.area.suggestions}
            case _:
                return ()
        return tuple(Offer(key, answer, text) for key, (answer, text) in zip(KEYS, names.items(), strict=False))

    def press(self, key: str) -> None:
        """Type a digit: of the number, or the answer that it stands for, and go on.

        Raises:
            TypingError: it stands for nothing here, or the number is long enough.
        """
        if self.at.kind == "number":
            if key.isdecimal():
                self._type_number(key)
            return
        offers = self.offers()
        answer = next((one.answer for one in offers if one.key == key), "")
        if answer:
            self.put(answer)
            self.forth()
        elif self.at.kind == "item" and key == str(DONT_KNOW):
            raise TypingError(_("Bij deze stelling staat geen 0 op het papier. Kies 1 tot en met 5, of Enter."))
        elif offers:
            text = _("‘{toets}’ kan hier niet. Kies {toetsen}, of Enter.")
            if self.at.kind == "party":
                text = _("‘{toets}’ kan hier niet. Kies {toetsen}.")
            raise TypingError(text.format(toets=key, toetsen=opsomming([one.key for one in offers], _("of"))))

    def leave_open(self) -> None:
        """Leave what comes now open, and go on. Raises TypingError: it cannot be left open."""
        if self.at.column and self.at.kind != "party":
            self.cells.pop(self.at.column, None)
        self.forth()

    def put(self, text: str, column: str = "") -> None:
        """Put an answer where one is, or in ``column``; an empty text takes it away. Raises hygiene.TooLongError."""
        column = column or self.at.column
        text = hygiene.clean(text, hygiene.AREA_LIMIT) if column == "gebied" else hygiene.clean(text, lines=True)
        self.cells.pop(column, None)
        if text:
            self.cells[column] = text

    def share(self, question_id: str, *, on: bool) -> None:
        """Say what is ticked: whether the group may read this open answer."""
        self.shared = self.shared | {question_id} if on else self.shared - {question_id}

    def next_activity(self, question: OpenQuestion, activity_id: str) -> None:
        """Take the next of three for an activity: not done, done and something lasted, done and nothing did."""
        done = self.activities(question)
        state = {None: True, True: False, False: None}[done.get(activity_id)]
        done = {id_: lasted for id_, lasted in done.items() if id_ != activity_id}
        if state is not None:
            done[activity_id] = state
        order = [one.id for one in question.activities if one.id in done]
        self.put("|".join(f"{one}{LASTED if done[one] else ''}" for one in order), question.id)

    def activities(self, question: OpenQuestion) -> dict[str, bool]:
        """Return the activities that were done, and whether something of it lasted."""
        parts = [part for part in self.cells.get(question.id, "").split("|") if part]
        return {part.removesuffix(LASTED): part.endswith(LASTED) for part in parts}

    def _type_number(self, digit: str) -> None:
        if len(self.number) == NUMBER_LIMIT:
            text = _("Een nummer heeft hooguit {n} cijfers. Vergat u Enter? Haal met Backspace weg wat te veel is.")
            raise TypingError(text.format(n=NUMBER_LIMIT))
        self.number += digit

    def _see_number(self) -> None:
        if not self.number:
            self.number = self.free_number
        elif self.number_is_taken:
            text = _("Formulier {nummer} typte u al over. Geef elk formulier een eigen nummer, ook op het papier.")
            raise TypingError(text.format(nummer=self.number))

    def filled(self, text: str) -> str:
        """Put the name of the other party into ``text``."""
        return fill(self.questionnaire, self.party, text)

    # What it gives -----------------------------------------------------------------------------------------------

    def left_open(self) -> Iterator[Spot]:
        """Give what was left open; open questions are no gap."""
        for place in self.spots():
            if place.column and place.column not in self.cells:
                yield place

    def answered(self, kind: Kind) -> tuple[int, int]:
        """Return of how many of a kind there is an answer, and how many are asked."""
        if kind == "open":
            questions = [question.id for question in self.questionnaire.asked.open_questions]
        else:
            questions = [place.column for place in self.spots() if place.kind == kind]
        return sum(one in self.cells for one in questions), len(questions)

    def not_shared(self) -> int:
        """Return how many open answers nobody may share: to a group they do not go."""
        questions = self.questionnaire.asked.open_questions
        return sum(one.id in self.cells and one.id not in self.shared for one in questions)

    def form(self) -> PaperForm:
        """Return the form. What was typed where nothing is asked any more is left out: a party was corrected, say.

        Raises:
            FormsError: it cannot be read; what was typed here always can.
        """
        asked = {place.column for place in self.spots()} | {PARTY}
        asked |= {question.id for question in self.questionnaire.asked.open_questions}
        cells = {name: cell for name, cell in self.cells.items() if name in asked}
        cells |= {RESPONDENT: self.number, FORM: self.printed.form}
        reader = FormReader(self.questionnaire, cells, lambda name, told: Fault(self.number, told, column=name), "")
        form = reader.form(columns(self.questionnaire), {}, self.number)
        if reader.problems:
            raise FormsError(reader.problems)
        response = form.response
        for question in self.questionnaire.asked.open_questions:
            if question.id in self.shared and question.id in cells:
                response = answering.share(response, question.id, on=True)
        return PaperForm(form.respondent, response)


def next_number(taken: Collection[str], least: int = 0) -> str:
    """Return a number for a form that has none: the first after those that there are, and after ``least``."""
    return str(max((least, *(int(one) for one in taken if one.isdecimal()))) + 1)
