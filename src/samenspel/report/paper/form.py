"""The questionnaire as a paper form: every question in the order of the walk, and nothing of the key."""

from samenspel import hygiene, walk
from samenspel.questionnaire.applicability import card_answers, dimension_items, fill, offered_answers
from samenspel.questionnaire.model import (
    DONT_KNOW,
    LOWEST,
    OTHER_ROLE,
    ContextQuestion,
    Item,
    OpenQuestion,
    Questionnaire,
)
from samenspel.report.paper import field_names
from samenspel.report.paper.printed import printed_items, printed_numbers
from samenspel.report.paper.sheet import Block, Choose, Column, Grid, Head, Line, Points, Say, Sheet, Together, Write
from samenspel.response import Form
from samenspel.taal import _, meervoud, opsomming

_AREA_LINES, _TEXT_LINES = 1, 4


def paper_sheet(questionnaire: Questionnaire, form: Form = "volledig", party: str = "") -> Sheet:
    """Return the paper form.

    Args:
        questionnaire: what is asked.
        form: all statements, or the short form.
        party: for whom it is: the statements are worded for them and the party is not asked. Empty: for anyone.
    """
    asked = questionnaire.asked
    name = _("formulier op papier, korte vorm") if form == "kort" else _("formulier op papier")
    blocks = (
        *_opening(questionnaire, form, party),
        *_context(questionnaire, party),
        *_statements(questionnaire, form, party),
        *_cards(questionnaire, party),
        *_open_questions(questionnaire, party),
        Say(_("Dit was het. Dank u wel."), boxed=True),
    )
    return Sheet(
        title=asked.title,
        subtitle=name,
        footer=_("{id} {versie}, {naam}").format(id=asked.id, versie=asked.version, naam=name),
        marks=field_names.marks(questionnaire, form, party),
        note_limit=hygiene.NOTE_LIMIT,
        blocks=blocks,
    )


def _opening(questionnaire: Questionnaire, form: Form, party: str) -> tuple[Block, ...]:
    """Return the privacy text and the directions."""
    time = walk.minutes(questionnaire, form)
    minutes = meervoud("Invullen kost ongeveer {n} minuut.", "Invullen kost ongeveer {n} minuten.", time).format(n=time)
    needed = _("Vul altijd in bij welke partij u hoort.")
    audience = _("Dit formulier is voor: {wie}.").format(wie=_plural(questionnaire, party)) if party else needed
    return (
        Say(" ".join(questionnaire.asked.summary.split())),
        Head(2, _("Wat er met dit formulier gebeurt")),
        Points(
            (
                _("Wie dit formulier in handen heeft, kan uw antwoorden lezen, ook uw toelichtingen."),
                _("Zet uw naam er niet op. Schrijf ook geen namen van anderen op."),
                _(
                    "Geef het alleen aan de begeleider van wie u het kreeg. Die leest uw antwoorden in op een "
                    "computer. Er gaat niets naar internet."
                ),
                _("Vraag de begeleider om het formulier daarna te vernietigen of aan u terug te geven."),
                _(
                    "De uitslag van een groep laat geen persoon zien. Uw toelichtingen gaan niet naar de groep. Een "
                    "open antwoord gaat alleen naar de groep als u daar ‘ja’ aankruist."
                ),
                _("U mag vragen openlaten. U mag ook stoppen, en het formulier zelf houden."),
            )
        ),
        Head(2, _("Zo vult u het in")),
        Points(
            (
                f"{audience} {minutes}",
                _(
                    "Met een pen: zet bij elke vraag één kruis. Vergist u zich? Maak dat vakje helemaal zwart en "
                    "kruis een ander vakje aan."
                ),
                _(
                    "Op een computer: klik in een vakje of typ. Kies daarna ‘Opslaan’ of ‘Downloaden’. Kies niet "
                    "‘Afdrukken naar PDF’: dan gaan uw antwoorden verloren."
                ),
                *_two_names(questionnaire, party),
            )
        ),
    )


def _two_names(questionnaire: Questionnaire, party: str) -> tuple[str, ...]:
    if party:
        return ()
    one, other = questionnaire.asked.parties
    text = _("Leest u ‘{een} of {ander}’, of ‘{enen} en {anderen}’? Denk dan aan de partij waar u zelf niet bij hoort.")
    return (text.format(een=one.singular, ander=other.singular, enen=one.plural, anderen=other.plural),)


def _plural(questionnaire: Questionnaire, party: str) -> str:
    """Return the name of a party, in the plural; or of those who belong to neither."""
    if party == OTHER_ROLE:
        return _("mensen met een andere rol")
    return questionnaire.party(party).plural


def _context(questionnaire: Questionnaire, party: str) -> tuple[Block, ...]:
    asked = questionnaire.asked
    area = asked.context.area
    examples = _("Bijvoorbeeld: {voorbeelden}.").format(voorbeelden=opsomming([*area.suggestions], _("of")))
    parties = (*((one.id, one.singular) for one in asked.parties), (OTHER_ROLE, asked.context.other_role))
    question = asked.context.party
    number = _("Nummer van dit formulier")
    number_help = _("Gaf de begeleider u een nummer? Schrijf het hier op. Anders laat u dit leeg.")
    return (
        Head(1, _("Over u")),
        Write(field_names.NUMBER, number, _AREA_LINES, hygiene.RESPONDENT_LIMIT, number_help),
        *(() if party else (Choose(field_names.PARTY, question.text, parties, question.help),)),
        Write(
            field_names.AREA,
            area.text,
            _AREA_LINES,
            hygiene.AREA_LIMIT,
            " ".join(filter(None, [area.help, examples if area.suggestions else ""])),
        ),
        *_choice(questionnaire, party, field_names.EXPERIENCE, asked.context.experience),
        *_choice(questionnaire, party, field_names.MEETING, asked.context.meeting),
    )


def _choice(questionnaire: Questionnaire, party: str, name: str, question: ContextQuestion) -> tuple[Block, ...]:
    options = tuple((choice.id, fill(questionnaire, party, choice.text)) for choice in question.choices)
    text, help_ = (fill(questionnaire, party, text) for text in (question.text, question.help))
    return (Choose(name, text, options, help_),) if options else ()


def _statements(questionnaire: Questionnaire, form: Form, party: str) -> tuple[Block, ...]:
    asked = questionnaire.asked
    items, numbers = printed_items(questionnaire, form, party), printed_numbers(questionnaire, form, party)
    labels = enumerate(asked.scale.labels, start=LOWEST)
    columns = [Column(str(answer), str(answer), label) for answer, label in labels]
    unknown = Column(str(DONT_KNOW), str(DONT_KNOW), asked.scale.dont_know)

    def line(item: Item) -> Line:
        return Line(
            name=field_names.field(item.id),
            text=fill(questionnaire, party, item.text),
            values=tuple(map(str, offered_answers(item))),
            number=numbers[item.id],
            remark=_remark(questionnaire, item, party),
            note=field_names.note_field(item.id),
        )

    grids = []
    for dimension in asked.dimensions:
        if found := dimension_items(items, dimension):
            offered = [*columns, unknown] if any(item.dont_know for item in found) else columns
            grids.append(Grid(dimension.name, tuple(offered), tuple(map(line, found))))
    intro = _("Zet bij elke stelling één kruis. Onder een stelling is ruimte voor een toelichting. Die hoeft niet.")
    return (
        Head(1, _("De stellingen")),
        Say(fill(questionnaire, party, asked.we), boxed=True),
        Say(intro),
        *grids,
    )


def _remark(questionnaire: Questionnaire, item: Item, party: str) -> str:
    """Say in words for whom a statement is; empty when everybody answers it (or this form is for those people)."""
    only = () if party else item.only
    who = opsomming([_plural(questionnaire, one) for one in only])
    if who and item.needs_meeting:
        return _("alleen voor {wie} die meedoen aan een overleg").format(wie=who)
    if who:
        return _("alleen voor {wie}").format(wie=who)
    return _("alleen als u meedoet aan een overleg") if item.needs_meeting else ""


def _cards(questionnaire: Questionnaire, party: str) -> tuple[Block, ...]:
    asked = questionnaire.asked
    if not asked.cards:
        return ()
    answers = card_answers(questionnaire)
    columns = tuple(Column(value, "", label) for value, label in answers.items())
    lines = tuple(
        Line(field_names.field(card.id), fill(questionnaire, party, card.text), tuple(answers), number=str(number))
        for number, card in enumerate(asked.cards, start=1)
    )
    help_ = _("Kruis aan wat u denkt, zonder het op te zoeken. U mag ook ‘weet ik niet’ kiezen.")
    return (Head(1, _("Wie doet wat?")), Grid(fill(questionnaire, party, asked.card_question), columns, lines, help_))


def _open_questions(questionnaire: Questionnaire, party: str) -> tuple[Block, ...]:
    questions = questionnaire.asked.open_questions
    if not questions:
        return ()
    intro = _("Deze vragen mag u overslaan. Kruis per vraag aan of uw groep het antwoord mag lezen, zonder uw naam.")
    parts = [_open_question(questionnaire, party, question) for question in questions]
    return (Head(1, _("Open vragen")), Say(intro), *parts)


def _open_question(questionnaire: Questionnaire, party: str, question: OpenQuestion) -> Block:
    text, help_ = (fill(questionnaire, party, text) for text in (question.text, question.help))
    share = Choose(
        field_names.share_field(question.id),
        _("Mag uw groep dit antwoord lezen, zonder uw naam?"),
        ((field_names.NO, _("nee")), (field_names.YES, _("ja"))),
        aside=True,
    )
    if not question.activities:
        return Together((Write(field_names.field(question.id), text, _TEXT_LINES, hygiene.NOTE_LIMIT, help_), share))
    columns = (
        Column(field_names.LASTED, "", _("gedaan, en er is iets van gebleven")),
        Column(field_names.DONE, "", _("gedaan, maar er is niets van gebleven")),
    )
    values = tuple(column.value for column in columns)
    lines = tuple(
        Line(field_names.activity_field(activity.id), fill(questionnaire, party, activity.text), values)
        for activity in question.activities
    )
    return Together((Grid(text, columns, lines, help_), share))
