"""The JSON Schema of a questionnaire's files, generated from the model: for editors, and for telling what is wrong.

``samenspel vragenlijst schema`` prints it; ``questionnaires/schema.json`` is that output.
"""

import json
import re
from collections import defaultdict
from functools import cache
from typing import Any

from msgspec.json import schema_components

from samenspel.questionnaire.labels import LabelFile
from samenspel.questionnaire.model import AdviceFile, EducationFile, QuestionnaireFile
from samenspel.taal import _


@cache
def schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12). Its root is ``vragenlijst.yaml``; ``$defs`` holds all files.

    The other files point an editor at ``schema.json#/$defs/AdviceFile``, ``…/EducationFile`` and ``…/LabelFile``.
    The same dictionary is returned each time: treat it as read-only.
    """
    files = (QuestionnaireFile, AdviceFile, EducationFile, LabelFile)
    (root, *_others), components = schema_components(files, ref_template="#/$defs/{name}")
    for name, words in _descriptions().items():
        # The types' docstrings are English and for developers; what an editor shows is for trainers.
        component = components[name]
        component["description"] = words[""]
        del component["title"]
        for key, part in component["properties"].items():
            part["description"] = words[key]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _("Een vragenlijst van samenspel"),
        **root,
        "$defs": components,
    }


def dumped() -> str:
    """Return the schema as it stands in ``schema.json``: the same text each time."""
    return json.dumps(schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


# What each key of the files is for, as an editor shows it to a trainer; "" describes the block itself. -----------


@cache
def known() -> frozenset[str]:
    """Return every name that the files can have."""
    blocks = [schema(), *schema()["$defs"].values()]
    return frozenset(name for block in blocks for name in block.get("properties", ()))


def belongs(name: str, above: str) -> bool:
    """Say whether a name of ours can stand under another; ``above`` is empty where it stands under none."""
    return name in _below()[above]


def is_list(name: str) -> bool:
    """Say whether a list of blocks can stand under a name, so that each begins with a dash."""
    return any(
        "$ref" in str(block.get("properties", {}).get(name, {}).get("items")) for block in schema()["$defs"].values()
    )


@cache
def _below() -> dict[str, set[str]]:
    files = (QuestionnaireFile, AdviceFile, EducationFile, LabelFile)
    found = defaultdict(set, {"": {name for file in files for name in file.__struct_encode_fields__}})
    blocks = schema()["$defs"]
    for block in blocks.values():
        for name, part in block.get("properties", {}).items():
            for other in re.findall(r"#/\$defs/(\w+)", str(part)):
                found[name].update(blocks[other].get("properties", ()))
    return found


def _descriptions() -> dict[str, dict[str, str]]:
    """Return the descriptions, by the name of the type and then by the key in the file."""
    an_id = _("vaste naam: kleine letters, cijfers, - en . (geen spaties)")
    return {
        "QuestionnaireFile": {
            "": _("vragenlijst.yaml: wat er wordt gevraagd en hoe het wordt geteld"),
            "id": an_id,
            "versie": _('drie getallen, zoals "1.0.0"'),
            "titel": _("de titel, zoals u die op het scherm en in het rapport ziet"),
            "samenvatting": _("in een paar zinnen: wat deze vragenlijst is"),
            "partijen": _("de twee partijen die samenwerken"),
            "context": _("de vier vragen vooraf"),
            "wij": _("uitleg van het woord wij, vóór de eerste stelling"),
            "schaal": _("de woorden bij de antwoorden"),
            "banden": _("de namen bij de scores, van laag naar hoog"),
            "onduidelijk_vanaf": _("vanaf welk deel weet ik niet het rapport dit noemt, van 0 tot en met 1"),
            "dimensies": _("de onderdelen die elk een score krijgen"),
            "stellingen": _("de stellingen, in de volgorde waarin ze komen"),
            "kennisvraag": _("de vraag boven elke kenniskaart"),
            "rolkennis": _("de kenniskaarten: wie doet dit?"),
            "rolkennis_bron": _("van wie deze verdeling van het werk is; het staat achter ‘volgens’; mag weg"),
            "rolkennis_bij": _("de id van de dimensie over rollen, naast de kaarten in het rapport; weglaten: rol"),
            "open_vragen": _("de open vragen na de stellingen"),
            "verantwoording": _("waar de vragenlijst vandaan komt en wat de grenzen zijn"),
        },
        "Party": {
            "": _("een van de twee partijen"),
            "id": an_id,
            "enkelvoud": _("de naam van één persoon; deze komt op de plek van {ander}"),
            "meervoud": _("de naam van meer personen; deze komt op de plek van {anderen}"),
        },
        "Context": {
            "": _("de vier vragen vooraf"),
            "partij": _("de vraag bij welke partij iemand hoort; de antwoorden zijn de partijen"),
            "gebied": _("de vraag in welk gebied iemand werkt"),
            "ervaring": _("de vraag hoe lang iemand al samenwerkt"),
            "overleg": _("de vraag of iemand meedoet aan een overleg"),
            "andere_rol": _("het antwoord voor wie bij geen van beide partijen hoort"),
        },
        "ContextQuestion": {
            "": _("een vraag vooraf"),
            "tekst": _("de vraag"),
            "uitleg": _("uitleg onder de vraag; mag weg"),
            "antwoorden": _("de antwoorden waaruit iemand kiest"),
            "suggesties": _("voorbeelden bij een vraag zonder vaste antwoorden"),
        },
        "Choice": {
            "": _("een antwoord op een vraag vooraf"),
            "id": an_id,
            "tekst": _("het antwoord"),
            "geen_overleg": _("true: wie dit kiest, krijgt geen stellingen over het overleg"),
        },
        "Condition": {
            "": _("waar u bij een dimensie naar kijkt"),
            "id": an_id,
            "tekst": _("de voorwaarde in een paar woorden"),
        },
        "Dimension": {
            "": _("een onderdeel dat een score krijgt"),
            "id": an_id,
            "naam": _("de naam op het scherm en in het rapport"),
            "uitleg": _("wat dit onderdeel is, in een of twee zinnen"),
            "voorwaarden": _("waar u bij deze dimensie naar kijkt"),
        },
        "Item": {
            "": _("een stelling"),
            "id": an_id,
            "tekst": _("de stelling; {ander} en {anderen} worden de naam van de andere partij"),
            "dimensie": _("de id van de dimensie waar de stelling bij hoort"),
            "voorwaarde": _("de id van een voorwaarde van die dimensie"),
            "onderwerp": _("het onderwerp in een paar woorden"),
            "gesprek": _("een vraag om samen over te praten"),
            "alleen": _("de id van de partij die deze stelling krijgt; weglaten: iedereen"),
            "bij_overleg": _("true: alleen voor wie meedoet aan een overleg"),
            "omgekeerd": _("true: helemaal eens is hier juist ongunstig"),
            "sterk_punt": _("false: een hoog antwoord zegt niet dat dit goed gaat; mag weg"),
            "weet_niet": _("false: weet ik niet kan hier niet worden gekozen"),
            "kort": _("true: ook in de korte vorm"),
            "onderzoek": _("wat het onderzoek hierover vond; mag weg"),
        },
        "Scale": {
            "": _("de woorden bij de antwoorden"),
            "antwoorden": _("vijf teksten, van helemaal oneens (1) tot helemaal eens (5)"),
            "weet_niet": _("de tekst bij antwoord 0"),
        },
        "Band": {
            "": _("een naam voor een stuk van de schaal, tot aan de volgende band"),
            "id": an_id,
            "naam": _("de naam in het rapport"),
            "vanaf": _("de laagste score van deze band; de eerste begint bij 1"),
            "uitleg": _("wat deze band betekent; mag weg"),
        },
        "Card": {
            "": _("een kenniskaart"),
            "id": an_id,
            "tekst": _("de taak waar het om gaat"),
            "wie": _("het goede antwoord: de id van een partij, of allebei"),
            "uitleg": _("waarom dat het goede antwoord is"),
        },
        "Activity": {
            "": _("een activiteit om aan te vinken"),
            "id": an_id,
            "tekst": _("de activiteit in een paar woorden"),
        },
        "OpenQuestion": {
            "": _("een open vraag"),
            "id": an_id,
            "tekst": _("de vraag"),
            "uitleg": _("uitleg onder de vraag; mag weg"),
            "activiteiten": _("activiteiten om aan te vinken; weglaten: een vrij antwoord"),
        },
        "AdviceFile": {
            "": _("adviezen.yaml: de adviezen en wat ze oproept"),
            "adviezen": _("de adviezen, in vaste volgorde"),
        },
        "Advice": {
            "": _("een advies"),
            "id": an_id,
            "titel": _("het advies in een paar woorden"),
            "wat": _("wat het is, in twee of drie zinnen"),
            "eerste_stap": _("wat iemand binnen een week kan doen"),
            "wie": _("wie het doet"),
            "tijd": _("hoeveel tijd het kost"),
            "blijvend": _("hoe het blijft werken"),
            "bewijs": _("wat het onderzoek erover zegt"),
            "bewijskracht": _("hoe sterk het onderzoek dit advies steunt, van 0 tot en met 1"),
            "triggers": _("welke antwoorden dit advies oproepen: de id van een stelling, kennis, ervaring of overleg"),
            "werkblad": _("een bladzijde om met de pen in te vullen; mag weg"),
        },
        "ContextTrigger": {
            "": _("hoe een vraag vooraf een advies oproept"),
            "gewicht": _("hoe zwaar het telt: meer dan 0 en hooguit 10"),
            "bij": _("welke antwoorden tellen, en hoeveel: van 0 tot en met 1"),
        },
        "Worksheet": {
            "": _("een werkblad van één bladzijde"),
            "titel": _("de titel van het werkblad"),
            "inleiding": _("hoe iemand het invult"),
            "delen": _("de stukken van het werkblad, van boven naar beneden"),
        },
        "WorksheetPart": {
            "": _("een stuk van een werkblad: tekst, vinkjes, vragen of een tabel"),
            "kop": _("het kopje; mag weg"),
            "tekst": _("een tekst; mag weg"),
            "vinkjes": _("regels met een vakje ervoor"),
            "vragen": _("vragen met schrijflijnen eronder"),
            "kolommen": _("de koppen van een tabel"),
            "eerste_kolom": _("vaste teksten in de eerste kolom, één per rij"),
            "rijen": _("het aantal lege rijen, hooguit 12"),
        },
        "EducationFile": {
            "": _("voorlichting.yaml: de theorie en de bronnen"),
            "theorie": _("per dimensie wat de literatuur zegt"),
            "bronnen": _("de bronnen, elk in één regel"),
            "onderzoek": _("waar de cijfers vandaan komen; staat onder elk cijfer; mag weg"),
            "logo": _("uw logo, voor de presentatie in een browser; mag weg"),
            "presentatie": _("de dia's, op volgorde; weglaten: dia's uit de theorie"),
        },
        "Theory": {
            "": _("wat de literatuur over een dimensie zegt"),
            "dimensie": _("de id van de dimensie"),
            "tekst": _("de uitleg, in gewone woorden"),
            "bron": _("waar dit staat"),
        },
        "LabelFile": {
            "": _("labels.yaml: de labels waarmee een groep begint te labelen; dit bestand mag weg"),
            "labels": _("per open vraag, met de id ervan, de labels op volgorde"),
        },
        "Label": {
            "": _("een label: antwoorden die hetzelfde zeggen, krijgen hetzelfde label"),
            "naam": _("het label zelf, in een paar woorden"),
            "uitleg": _("één regel: wat onder dit label valt; mag weg"),
            "sublabels": _("delen van dit label; mag weg"),
        },
        "SubLabel": {
            "": _("een deel van een label"),
            "naam": _("het sublabel zelf, in een paar woorden"),
            "uitleg": _("één regel: wat onder dit sublabel valt; mag weg"),
        },
        **_slide_descriptions(an_id),
    }


def _slide_descriptions(an_id: str) -> dict[str, dict[str, str]]:
    """Return the descriptions of what a slide may hold; ``an_id`` says what an id looks like."""
    party = _("de id van de partij")
    return {
        "Study": {
            "": _("het onderzoek waar de cijfers vandaan komen"),
            "naam": _("hoe de teksten het onderzoek noemen; waar dat staat, komen bron en grens erachter"),
            "bron": _("de schrijvers en het jaar"),
            "grens": _("één zin: over wie de cijfers gaan"),
        },
        "Slide": {
            "": _("een dia: laat zien wat erin staat, van boven naar beneden"),
            "id": an_id,
            "titel": _("de grote kop, in een paar woorden"),
            "dimensie": _("de id van de dimensie waar de dia over gaat; mag weg"),
            "tekst": _("een korte tekst; mag weg"),
            "punten": _("losse punten onder elkaar"),
            "stappen": _("stappen met een nummer ervoor"),
            "beeld": _("een eigen beeld; mag weg"),
            "cijfers": _("wat een onderzoek vond; elk cijfer krijgt een eigen scherm"),
            "vraag": _("een vraag aan de zaal; mag weg"),
            "advies": _("de id van een advies dat hierbij past; mag weg"),
            "raad": _("een cijfer dat de zaal raadt; mag weg"),
            "kaarten": _("id's van kaarten: de zaal zegt wie dat doet; mag weg"),
            "team": _("een verzonnen team waarvan de zaal de antwoorden verandert; mag weg"),
            "bron": _("waar dit staat; mag weg"),
            "notities": _("wat u erbij vertelt, hooguit 600 tekens; de zaal ziet dit pas na de toets n"),
            "minuten": _("hoeveel minuten u hiervoor neemt"),
            "kort": _("hoeveel minuten in het korte programma; weglaten: de dia komt daar niet in"),
        },
        "Figure": {
            "": _("een cijfer uit een onderzoek"),
            "vraag": _("de vraag die werd gesteld"),
            "stand": _("wat de partijen zeiden, met aantallen"),
            "toelichting": _("wat u bij het cijfer moet weten; mag weg"),
            "bron": _("waar dit cijfer vandaan komt, als het niet uit het onderzoek hierboven is"),
            "grens": _("één zin: over wie dit cijfer gaat; hoort bij een eigen bron"),
            "papier": _("true: alleen op het papier om uit te delen, niet op een dia"),
        },
        "Count": {
            "": _("hoeveel mensen iets zeiden of deden"),
            "partij": party,
            "wie": _("over welke mensen dit gaat, als het geen partij is: jongeren in uw stad"),
            "n": _("hoeveel mensen dit zeiden"),
            "van": _("op hoeveel mensen dat is; tot 60 worden zij een voor een getekend"),
            "tekst": _("wat zij zeiden, als vervolg op het cijfer"),
        },
        "Image": {
            "": _("een beeld: een bestand naast de vragenlijst"),
            "bestand": _("de naam van het bestand, op .png, .jpg of .svg"),
            "tekst": _("wat er te zien is, voor wie het niet kan zien"),
        },
        "Guess": {
            "": _("een cijfer om te raden"),
            "vraag": _("de vraag aan de zaal"),
            "partij": party,
            "n": _("het cijfer zelf"),
            "van": _("hoeveel mensen antwoord gaven, hooguit 60"),
            "daarna": _("wat u vertelt als het cijfer er staat"),
            "bron": _("waar dit cijfer vandaan komt, als het niet uit het onderzoek hierboven is"),
            "grens": _("één zin: over wie dit cijfer gaat; hoort bij een eigen bron"),
        },
        "Team": {
            "": _("een verzonnen team"),
            "stellingen": _("de id's van de stellingen die de zaal mag veranderen; weglaten: één per dimensie"),
            "antwoorden": _("de antwoorden van het team, per stelling; wat er niet staat, is een 3; weglaten: gemengd"),
        },
    }
