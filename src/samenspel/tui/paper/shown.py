"""What stands on the page for a form that is typed over: where one is, what is asked, the answers, and the check."""

from collections.abc import Iterator

from samenspel.collecting.typed_over import Pile, objections, warnings
from samenspel.exchange.receive.typed_over import KEYS, NUMBER_LIMIT, Spot, TypedOver
from samenspel.questionnaire.model import OpenQuestion
from samenspel.taal import _, meervoud, opsomming
from samenspel.tui.widgets.choices import Option

OTHER = "anders"
"""What stands for an area that is written by hand."""
_FEW = 2
"""So many numbers that follow each other are named one by one."""


def whose(form: TypedOver) -> str:
    """Say which form is typed, and of which party as soon as that is known."""
    if form.at.kind == "number":
        return _("Papieren formulieren overtypen")
    names = {offer.answer: offer.text for offer in form.offers(Spot("party"))}
    number = _("Formulier {nummer}").format(nummer=form.number)
    return " · ".join(filter(None, (number, names.get(form.party, ""))))


def where(form: TypedOver) -> str:
    """Say how much is still to come; no other number than the printed one stands on the page."""
    kind = form.at.kind
    if kind not in {"item", "card"}:
        return _("korte vorm") if form.printed.form == "kort" else _("volledige vorm")
    same = [spot for spot in form.spots() if spot.kind == kind]
    left = len(same) - same.index(form.at)
    if kind == "item":
        return meervoud("nog {n} stelling", "nog {n} stellingen", left).format(n=left)
    return meervoud("nog {n} kaart", "nog {n} kaarten", left).format(n=left)


def question(form: TypedOver) -> str:
    """Return what is asked, with the number that is printed before it."""
    asked = form.questionnaire.asked
    match form.at.kind:
        case "number":
            return _("Welk nummer staat er op het formulier?") + f"\n\n{form.number}▏"
        case "party" | "area" | "experience" | "meeting":
            return form.filled(getattr(asked.context, form.at.kind).text)
        case "item":
            text = form.questionnaire.item(form.at.id).text
        case "card":
            text = form.questionnaire.card(form.at.id).text
        case "open":
            return _("Open vragen: staat er iets?")
        case _:
            return _("Klopt dit?")
    return f"{form.printed_number(form.at)}  {form.filled(text)}"


def options(form: TypedOver) -> list[Option]:
    """Return the answers, each with its key; none where a number is typed."""
    match form.at.kind:
        case "open":
            questions = form.questionnaire.asked.open_questions
            return [Option(key, one.id, _told(form, one)) for key, one in zip(KEYS, questions, strict=False)]
        case "area":
            options = [Option(key.key, key.answer, key.text) for key in form.offers()]
            written = form.cells.get("gebied", "")
            other = _("iets anders: ‘{tekst}’").format(tekst=written) if written else _("iets anders, zelf typen")
            return [*options, Option(KEYS[len(options)], OTHER, other)]
        case "item" if len(keys := form.offers()) == len(form.questionnaire.asked.scale.labels):
            # An empty place, so that nothing jumps where 0 is not offered.
            return [*(Option(key.key, key.answer, key.text) for key in keys), Option("", "", "")]
        case _:
            return [Option(key.key, key.answer, key.text) for key in form.offers()]


def _told(form: TypedOver, question_: OpenQuestion) -> str:
    """Say what was typed so far at an open question."""
    written = form.cells.get(question_.id, "")
    text = form.filled(question_.text)
    if question_.activities:
        count = len(form.activities(question_))
        return _("{vraag} ({n} aangekruist)").format(vraag=text, n=count) if count else text
    return _("{vraag} (getypt)").format(vraag=text) if written else text


def remark(form: TypedOver, pile: Pile) -> str:
    """Say which key does what here."""
    match form.at.kind:
        case "number" if form.number_is_taken:
            return _("Typ verder, of haal cijfers weg met Backspace.")
        case "number" if len(form.number) == NUMBER_LIMIT:
            return _("Klopt het nummer? Druk dan op Enter.")
        case "number" if form.number:
            return _("Druk op Enter.")
        case "number":
            text = _("Staat er geen nummer? Druk op Enter: het wordt {nummer}. Schrijf dat op het papier.")
            return text.format(nummer=form.free_number)
        case "party" if form.party:
            return _("Klopt de partij? Druk op Enter.")
        case "party":
            return _("De partij is nodig. Staat er geen? Leg het formulier dan apart en druk op Esc.")
        case "open":
            return _("Druk op Enter als er niets (meer) staat. Een cijfer opent een antwoord.")
        case "check" if cannot(form, pile):
            return _("Ga terug met Backspace, of gooi dit formulier weg met Esc.")
        case "check":
            return _("Klopt het? Druk op Enter: dan komt dit formulier erbij. Klopt het niet? Ga terug met Backspace.")
        case _:
            return _("Niets ingevuld? Druk op Enter of spatie.")


def before(form: TypedOver, pile: Pile) -> str:
    """Say what was typed last; at the end, what there is."""
    if form.at.kind == "check":
        return "\n".join(_check(form, pile))
    spots = form.spots()
    last = spots[spots.index(form.at) - 1]
    if last.kind not in {"item", "card"}:
        return ""
    given = form.cells.get(last.column)
    words = next((f"{key.key}  {key.text}" for key in form.offers(last) if key.answer == given), _("open"))
    return _("vorige: {nummer} → {antwoord}").format(nummer=form.printed_number(last), antwoord=words)


def cannot(form: TypedOver, pile: Pile) -> tuple[str, ...]:
    """Say why a form cannot be added as it is."""
    return tuple(objections(pile, form.form()))


def _check(form: TypedOver, pile: Pile) -> Iterator[str]:
    """Say what was typed and what was left open, and what stands in the way."""
    counts = (
        (_("{n} van {aantal} stellingen"), form.answered("item")),
        (_("{n} van {aantal} kaarten"), form.answered("card")),
        (_("{n} van {aantal} open vragen"), form.answered("open")),
    )
    answered = opsomming([text.format(n=number, aantal=of) for text, (number, of) in counts if of])
    yield _("Beantwoord: {wat}.").format(wat=answered)
    if unshared := form.not_shared() if pile.to_a_group else 0:
        yield meervoud(
            "{n} open antwoord wordt niet gedeeld. Dat gaat niet mee naar de groep.",
            "{n} open antwoorden worden niet gedeeld. Die gaan niet mee naar de groep.",
            unshared,
        ).format(n=unshared)
    if gaps := [*form.left_open()]:
        yield _("Open gebleven: {wat}.").format(wat="; ".join(_gaps(form, gaps)))
    yield from (f"! {one}" for one in (*cannot(form, pile), *warnings(pile, form.form())))


def _gaps(form: TypedOver, gaps: list[Spot]) -> Iterator[str]:
    names = {"party": _("partij"), "area": _("gebied"), "experience": _("ervaring"), "meeting": _("overleg")}
    yield from (names[spot.kind] for spot in gaps if spot.kind in names)
    for kind, one, more in (("item", _("stelling"), _("stellingen")), ("card", _("kaart"), _("kaarten"))):
        if numbers := [form.printed_number(spot) for spot in gaps if spot.kind == kind]:
            yield f"{one if len(numbers) == 1 else more} {opsomming(_runs(numbers))}"


def _runs(numbers: list[str]) -> list[str]:
    """Return numbers that follow each other as one: ``2``, ``5 tot en met 9``."""
    runs: list[list[int]] = []
    for number in map(int, numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named: list[str] = []
    for run in runs:
        many = len(run) > _FEW
        named += [_("{eerste} tot en met {laatste}").format(eerste=run[0], laatste=run[-1])] if many else map(str, run)
    return named
