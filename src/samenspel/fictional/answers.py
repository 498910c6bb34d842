"""What sixteen fictional people answer: a digit for each, nine of the one party, then seven of the other.

0 is *weet ik niet*; ``-`` was not asked or not answered.
"""

from typing import Final

from samenspel.taal import _

PARTIES: Final = ("wijkcoach",) * 9 + ("jongerenwerker",) * 7
MEETING: Final = (*("ja",) * 6, "soms", "soms", "collega", *("ja",) * 4, "soms", "soms", "geen")

FIRST_WAVE: Final[dict[str, str]] = {
    "rol-eigen": "442443254 5445353",
    "rol-generalist": "353231432 -------",
    "rol-ander": "221241132 4233332",
    "rol-expertise": "222211232 3234322",
    "rol-verdeling": "342233322 3332222",
    "rol-aansluiting": "330241303 3230231",
    "rol-overdracht": "242122201 2022121",
    "org-missie": "453353404 5345043",
    "org-ander": "231221142 2244131",
    "org-doel-ander": "342333222 3323232",
    "org-resultaat": "331242203 4334332",
    "org-afspraken": "232131121 3232222",
    "org-nakomen": "330340302 4434343",
    "org-terugkoppeling": "221121201 2133121",
    "org-privacy": "122122011 3231132",
    "org-leiding": "331332243 3234221",
    "pro-overleg": "45544334- 324313-",
    "pro-actiepunten": "45335440- 443533-",
    "pro-leiding": "44444444- 444434-",
    "pro-structuur": "43343345- 324423-",
    "pro-tijd": "45435443- 534333-",
    "pro-zelf": "231151142 5254433",
    "pro-team": "333231302 3223032",
    "pro-balans": "342242342 4344323",
    "bel-eigen": "442442353 4245333",
    "bel-ander": "342333222 4333132",
    "bel-jongere": "443350454 5355454",
    "bel-tijd": "231221131 3334242",
    "bel-gesprek": "331332233 4233222",
    "bel-voordeel": "330330202 3224031",
    "bel-onderhandelen": "300342302 4433234",
    "amb-organisatie": "442452354 5234433",
    "amb-persoonlijk": "454444443 4444443",
    "amb-gezamenlijk": "231232132 4233233",
    "amb-bekend": "120121031 3230222",
    "amb-meerwaarde": "343253322 4433334",
    "amb-zonder": "544454455 5235342",
    "rel-kennen": "342231123 3343242",
    "rel-bereikbaar": "452444444 3232232",
    "rel-vertrouwen": "332232202 3233222",
    "rel-feedback": "232222231 5343334",
    "rel-misverstand": "201301202 4033031",
    "rel-treffen": "232221221 2131121",
    "rel-sfeer": "453354454 5435344",
    "rel-gelijken": "432433353 2133222",
}
SECOND_WAVE: Final[dict[str, str]] = {
    "rol-ander": "443353354 5445434",
    "rol-expertise": "333322343 4244332",
    "rol-verdeling": "353344332 4343233",
    "rol-aansluiting": "342342443 4334342",
    "rol-overdracht": "343232302 3232232",
    "org-ander": "342332243 3244232",
    "org-afspraken": "242231222 3232232",
    "org-terugkoppeling": "331231301 3233131",
    "org-privacy": "132122011 3231122",
    "pro-overleg": "45544343- 334323-",
    "pro-zelf": "342252243 5254443",
    "bel-tijd": "232221132 3334242",
    "bel-gesprek": "341343333 4334323",
    "amb-gezamenlijk": "341242243 4333333",
    "amb-bekend": "230231041 3233232",
    "rel-kennen": "454342344 4354353",
    "rel-bereikbaar": "453454454 4344343",
    "rel-vertrouwen": "443343443 4344333",
    "rel-feedback": "343333342 5444334",
    "rel-misverstand": "332302343 4244342",
    "rel-treffen": "454342443 3343332",
    "rel-sfeer": "554455454 5545445",
    "rel-gelijken": "443443454 3244333",
}
"""What is another answer in the second wave."""

KNOWLEDGE: Final = ((9, 8, 8, 7, 8, 9, 6, 8, 9, 10, 9, 9, 8, 10, 9, 8), (11, 10, 11, 10, 10, 11, 9, 10, 11, *(11,) * 7))
"""For each wave: how many of the thirteen cards each has right; the others are *weet ik niet*."""

FIRST_WORDS: Final[tuple[dict[str, str], ...]] = (
    {"toe-goed": _("De sfeer is goed. Bij het overleg vinden we elkaar snel.")},
    {"toe-minder": _("Ik hoor zelden terug wat er met een melding is gedaan.")},
    {},
    {"toe-tips": _("Een dag met elkaar meelopen. Dan weet je wie je belt.")},
    {"toe-minder": _("Ik weet niet wat ik mag vertellen, dus vertel ik soms maar niets.")},
    {},
    {},
    {},
    {},
    {"toe-minder": _("Het duurt lang voordat iemand opneemt of terugbelt.")},
    {"toe-goed": _("Iedereen wil hetzelfde: dat het beter gaat.")},
    {},
    {"toe-tips": _("Kom ook eens een dag bij ons kijken.")},
)
SECOND_WORDS: Final[tuple[dict[str, str], ...]] = (
    {"toe-goed": _("Ik heb een middag meegelopen. Nu bel ik veel sneller.")},
    {},
    {"toe-minder": _("Over het delen van informatie is nog steeds niets afgesproken.")},
    {},
    {},
    {"toe-goed": _("De maandelijkse lunch werkt: we kennen elkaar nu echt.")},
    {},
    {},
    {},
    {"toe-goed": _("Ze zijn een stuk beter bereikbaar dan eerst.")},
    {},
    {"toe-tips": _("Laat nieuwe collega's meteen in de eerste maand meelopen.")},
)
ACTIVITIES: Final[tuple[dict[str, bool], ...]] = (
    {"lunch": True, "kennismaking": False},
    {"lunch": True},
    {"kennismaking": False},
    {"lunch": False, "afspraken": False},
    {"meelopen": True},
    {},
    {},
    {},
    {},
    {"lunch": True, "uitleg": True},
    {"kennismaking": False},
    {"lunch": True, "meelopen": True},
)
