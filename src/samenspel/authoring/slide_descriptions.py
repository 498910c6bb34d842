"""What each key of a slide is for, as an editor shows it to a trainer; "" describes the block itself."""

from samenspel.taal import _


def slide_descriptions(an_id: str) -> dict[str, dict[str, str]]:
    """Return the descriptions by type and key; ``an_id`` says what an id looks like."""
    party, people = _("de id van de partij"), _("hoeveel mensen antwoord gaven, hooguit 60")
    return {
        "Slide": {
            "": _("een dia: laat zien wat erin staat, van boven naar beneden"),
            "id": an_id,
            "titel": _("de grote kop, in een paar woorden"),
            "dimensie": _("de id van de dimensie waar de dia over gaat; mag weg"),
            "tekst": _("een korte tekst; mag weg"),
            "punten": _("losse punten onder elkaar"),
            "stappen": _("stappen met een nummer ervoor"),
            "cijfers": _("wat een onderzoek vond; elk cijfer krijgt een eigen scherm"),
            "vraag": _("een vraag aan de zaal; mag weg"),
            "advies": _("de id van een advies dat hierbij past; mag weg"),
            "raad": _("een cijfer dat de zaal raadt; mag weg"),
            "team": _("een verzonnen team waarvan de zaal de antwoorden verandert; mag weg"),
            "bron": _("waar dit staat; mag weg"),
            "notities": _("wat u erbij vertelt, hooguit 600 tekens; de zaal ziet dit pas na de toets n"),
            "minuten": _("hoeveel minuten u hiervoor neemt"),
        },
        "Figure": {
            "": _("een cijfer uit een onderzoek"),
            "vraag": _("de vraag die werd gesteld"),
            "stand": _("wat de partijen zeiden, met aantallen"),
            "toelichting": _("wat u bij het cijfer moet weten; mag weg"),
        },
        "Count": {
            "": _("hoeveel mensen van een partij iets zeiden"),
            "partij": party,
            "n": _("hoeveel mensen dit zeiden"),
            "van": people,
            "tekst": _("wat zij zeiden, als vervolg op het cijfer"),
        },
        "Guess": {
            "": _("een cijfer om te raden"),
            "vraag": _("de vraag aan de zaal"),
            "partij": party,
            "n": _("het cijfer zelf"),
            "van": people,
            "daarna": _("wat u vertelt als het cijfer er staat"),
        },
        "Team": {
            "": _("een verzonnen team"),
            "stellingen": _("de id's van de stellingen die de zaal mag veranderen; weglaten: één per dimensie"),
            "antwoorden": _("de antwoorden van het team, per stelling; wat er niet staat, is een 3; weglaten: gemengd"),
        },
    }
