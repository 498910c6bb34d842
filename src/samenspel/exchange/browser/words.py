"""Every sentence that the form in a browser says; the script has none of its own, and puts in what stands in braces."""

from typing import Final

from samenspel.taal import _

WORDS: Final = {
    # The pages and the way through them.
    "page_over_u": _("Over u"),
    "page_kaarten": _("Wie doet wat?"),
    "page_vragen": _("Open vragen"),
    "page_nakijken": _("Bijna klaar"),
    "page_inleveren": _("Uw antwoorden inleveren"),
    "part": _("Deel {deel} van {delen}."),
    "progress": _("U beantwoordde {n} van de {van} stellingen."),
    "steps": _("Door het formulier"),
    "begin": _("Beginnen"),
    "on": _("Verder"),
    "back": _("Vorige"),
    "keep": _("Bewaar en ga later verder"),
    "keep_help": _(
        "U krijgt een bestand met alles wat u tot nu toe invulde. Houd dat voor uzelf. Later opent u dit formulier "
        "weer, en daarin dat bestand."
    ),
    # The first page.
    "what_happens": _("Wat er met uw antwoorden gebeurt"),
    "go_on": _("Was u al begonnen?"),
    "go_on_help": _("Kies het bestand dat u toen bewaarde:"),
    # The questions.
    "party_why": _("Deze vraag is nodig: uw stellingen hangen ervan af."),
    "party_needed": _("Kies eerst bij welke partij u hoort. Daarna gaat u verder."),
    "statements_help": _("Kies bij elke stelling wat het best past. U mag een stelling overslaan."),
    "clear": _("Wis antwoord"),
    "clear_of": _("Wis antwoord: {vraag}"),
    "cards_help": _(
        "Kies wat u denkt, zonder het op te zoeken. Uw eerste antwoord telt. Met ‘Verder’ ziet u eerst het goede "
        "antwoord. Daarna verandert u het niet meer."
    ),
    "your_answer": _("Uw antwoord: {antwoord}."),
    "right": _("✓ Goed."),
    "not_right": _("✗ Niet goed. {uitleg}"),
    "not_known": "{uitleg}",
    "cards_known": _("Kaarten: {goed} goed van de {totaal} die u beantwoordde."),
    "questions_help": _("Deze vragen mag u overslaan. Kies per vraag of uw groep het antwoord mag lezen."),
    "no_names": _("Schrijf geen namen op, ook niet van collega's."),
    "counter": _("{n} van {grens} tekens"),
    "too_long": _("Deze tekst heeft {lengte} tekens. Hooguit {grens} mag. Maak hem korter."),
    "too_long_here": _("Er is een tekst te lang. Maak die korter. Daarna gaat u verder."),
    "share": _("Mijn groep mag dit antwoord lezen, zonder mijn naam."),
    "lasted": _("gedaan, en er is iets van gebleven"),
    "done": _("gedaan, maar er is niets van gebleven"),
    # The last page before handing in.
    "review_help": _(
        "U beantwoordde {n} van de {van} stellingen. U kunt nog alles bekijken, en alles behalve de kaarten veranderen."
    ),
    "part_done": _("Beantwoord: {n} van de {van}."),
    "see_answers": _("Bekijk uw antwoorden"),
    "left_open": _("(niet ingevuld)"),
    "change": _("Ga naar: {deel}"),
    "goes_along": _("(ingevuld; gaat mee naar uw groep)"),
    "stays_here": _("(ingevuld; gaat niet mee)"),
    # Handing in.
    "blank": _("U beantwoordde nog geen enkele stelling. Zo telt u niet mee in een groep. Ga terug en vul er een in."),
    "hand_in_help": _("Kies één manier. Het formulier verstuurt zelf niets. Dit gaat mee naar de begeleider:"),
    "open_along": _("Open antwoorden: {n}. Daar koos u voor delen."),
    "open_none": _("Open antwoorden: geen. U koos bij geen enkel antwoord voor delen."),
    "way_file": _("Als bestand"),
    "way_file_help": _(
        "Bewaar het bestand en geef het aan de begeleider, zoals met de mail. Wie het in handen krijgt, kan het lezen. "
        "Wis het daarna."
    ),
    "save": _("Bewaar als bestand"),
    "saved": _("Uw browser bewaart nu {bestand}, meestal in de map Downloads."),
    "your_name": _("Uw kenmerk is {kenmerk}. Daarmee kunt u uw antwoorden terugnemen tot de uitslag is onthuld."),
    "saved_again": _(
        "Let op: u bewaarde al eerder, met andere antwoorden. Beide bestanden tellen als één persoon. Zeg tegen de "
        "begeleider welk bestand geldt."
    ),
    "way_code": _("Als code"),
    "way_code_help": _("Schrijf de code over of lees hem voor. Uw open antwoorden staan er niet in."),
    "show_code": _("Toon mijn code"),
    "code_help": _(
        "Hoofdletters of kleine letters maakt niet uit. Een 0 is een nul, een 1 is een één. Wie de code heeft, kan uw "
        "antwoorden lezen, en ze terugnemen tot de uitslag is onthuld."
    ),
    "way_print": _("Op papier"),
    "way_print_help": _(
        "U print een blad met uw antwoorden en uw code. De code neemt geen open antwoorden mee. Wilt u die delen? Geef "
        "dan het bestand."
    ),
    "print": _("Print mijn antwoorden"),
    "sheet_intro": _(
        "Dit zijn de antwoorden van één persoon. De begeleider typt de code over en vernietigt dit blad. Open "
        "antwoorden komen zo niet in de uitslag."
    ),
    "somebody_else": _(
        "Vult iemand anders hierna ook in? Sluit dit formulier dan, en open het opnieuw. Anders telt u als één persoon."
    ),
    # A file that was saved half-way.
    "kept": _("Uw browser bewaart nu {bestand}, meestal in de map Downloads. Dit is nog geen antwoord voor uw groep."),
    "taken": _("Het bestand is gelezen. U gaat verder waar u was."),
    "not_ours": _("Dit is geen bewaard formulier. Kies het bestand dat u met ‘Bewaar en ga later verder’ maakte."),
    "is_response": _("Dit bestand is al een antwoord voor uw groep. Geef het aan de begeleider."),
    "newer_file": _("Dit bestand is van een nieuwer formulier. Open het met dat formulier."),
    "other_version": _(
        "Dit bestand hoort bij een andere vragenlijst, of bij een andere versie. Open het met het formulier waarmee u "
        "het maakte."
    ),
    "other_form": _(
        "Dit bestand hoort bij een ander formulier: kort of volledig, of voor een andere partij. Open het met het "
        "formulier waarmee u het maakte."
    ),
    "damaged": _("Dit bestand is veranderd of beschadigd. Het formulier kan het niet lezen."),
}
"""Key → sentence; ``{uitleg}`` is what the questionnaire says of a right answer."""

HAPPENS: Final = (
    _("Dit formulier verstuurt niets. Het heeft geen internet nodig."),
    _("Wij vragen uw naam niet."),
    _("Uw antwoorden staan alleen in dit venster. Sluit u het, dan zijn ze weg. Bewaar dus op tijd."),
    _("De uitslag staat niet in dit formulier. Wie samenspel heeft, maakt van uw bestand een rapport voor u."),
    _("U kiest zelf wanneer u uw antwoorden aan de begeleider geeft. De uitslag van een groep laat geen persoon zien."),
)
"""What happens with the answers."""

HELD: Final = _("Erin staan: uw partij, ervaring en overleg, de stellingen, en hoeveel kaarten u goed had.")
HELD_WITHOUT_CARDS: Final = _("Erin staan: uw partij, ervaring en overleg, en de stellingen.")
NOT_HELD: Final = _("Niet erin: uw naam, de datum en wat u bij elke kaart antwoordde.")
NOT_HELD_WITHOUT_CARDS: Final = _("Niet erin: uw naam en de datum.")

WITHOUT_SCRIPT: Final = (
    _("Dit formulier werkt hier nog niet."),
    _("Bewaar het bestand eerst op uw computer. Dubbelklik er daarna op, zodat het in uw browser opent."),
    _(
        "Werkt het dan nog niet? Dan staat JavaScript uit, of uw browser is te oud. Vraag de begeleider om het "
        "formulier op papier of als PDF."
    ),
)
"""What stands in the page where no script runs: in a preview of the mail, or because it was switched off."""
