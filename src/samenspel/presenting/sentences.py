"""What every front end says around the texts of a page: each sentence stands once."""

from typing import Final

from samenspel.presenting.pages import Quiz, Riddle
from samenspel.presenting.play import points
from samenspel.taal import _, geheel, meervoud

FOR_ROOM: Final = _("Vraag aan de zaal")
ADVICE: Final = _("Een advies dat hierbij past")
FIRST_STEP: Final = _("Eerste stap")
WORKSHEET: Final = _("Werkblad: {titel}")
NO_NOTES: Final = _("Bij deze dia staan geen notities.")
OF: Final = _("{n} van {van}")
OF_PARTY: Final = _("{n} van {van} {partij}")

TYPE: Final = _("Typ het cijfer van de zaal. Enter laat zien wat het is.")
TOO_HIGH: Final = _("Er zijn {van} {partij}. Typ een getal dat niet hoger is.")
SAYS: Final = _("De zaal denkt: {gok}")
GUESSED: Final = _("De zaal raadde {gok}: {punten}.")
SCORE: Final = _("Score van de zaal: {score} van {hoogste} punten")

CHOOSE: Final = _("Typ het nummer dat de zaal kiest. Enter laat het antwoord zien.")
NO_CHOICE: Final = _("Typ een nummer van 1 tot en met {hoogste}.")
CHOSEN: Final = _("De zaal kiest: {keuze}")
RIGHT: Final = _("De zaal koos dat ook: {keuze}.")
OTHERWISE: Final = _("De zaal koos iets anders: {keuze}.")
CARDS: Final = _("Kaarten met hetzelfde antwoord: {goed} van {van}")
PICTURE: Final = _("Een beeld. Dit is te zien:")

TEAM: Final = _("Een verzonnen team. Kies met ↑ ↓ een stelling en met 0-5 een antwoord.")
NOT_HERE: Final = _("‘{weet_niet}’ kan hier niet. Kies 1 tot en met 5.")
ANSWERS: Final = _("Antwoorden")
SCORES: Final = _("Scores")
WAS: Final = _("(was {score})")
FIRST_ADVICES: Final = _("Eerste adviezen")
NEW: Final = _("(nieuw)")
NO_ADVICE: Final = _("Deze antwoorden geven geen advies. Houd vast wat goed gaat.")


def out_of(n: int, of: int) -> str:
    """Say ``n`` of ``of`` people."""
    return OF.format(n=geheel(n), van=geheel(of))


def guessed(riddle: Riddle, guess: int) -> str:
    """Say what the room guessed, once the figure is open, and the points for it."""
    return GUESSED.format(gok=guess, punten=in_points(points(riddle, guess)))


def chosen(quiz: Quiz, choice: int) -> str:
    """Say what the room chose, once the answer is there: the same, or something else."""
    return (RIGHT if choice == quiz.right else OTHERWISE).format(keuze=quiz.choices[choice - 1])


def in_points(got: int) -> str:
    """Say so many points."""
    return meervoud("{n} punt", "{n} punten", got).format(n=got)
