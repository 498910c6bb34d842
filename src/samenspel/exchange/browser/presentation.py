"""The presentation as one HTML file, for any browser: the pages of the deck in type that a whole room can read.

It holds what the terminal shows: the same pages, and nothing of a person; of a group only where its released result is
what is presented. Without the script all pages stand below each other, each figure open.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final, assert_never

from samenspel.authoring.pictures.picture import Embedded
from samenspel.exchange.browser.compared import compared
from samenspel.exchange.browser.sealed import data, sealed
from samenspel.presenting import play, sentences
from samenspel.presenting.deck import deck, for_room
from samenspel.presenting.pages import (
    Body,
    Compared,
    Deck,
    Fits,
    Question,
    Quiz,
    Riddle,
    Side,
    SlideEntry,
    SlidePage,
    StudyFinding,
    Tally,
    Words,
)
from samenspel.presenting.play import Picture
from samenspel.questionnaire.applicability import offered_answers
from samenspel.questionnaire.model import MOST_PEOPLE, Image, Item, Questionnaire, Team
from samenspel.report import wording
from samenspel.report.charts import Dot, Zone, dots, zones
from samenspel.report.html.charts import score_track
from samenspel.report.team_chart import team_chart
from samenspel.taal import _, getal

PRESENTATION: Final = "samenspel-presentatie"
"""How the file calls what made it."""
_PERSON: Final = (
    '<svg class="apart" aria-hidden="true"><symbol id="mens" viewBox="0 0 20 36"><circle cx="10" cy="6.5" r="5"/>'
    '<path d="M2 20a8 7 0 0 1 16 0v6h-3.500v8.500h-9v-8.500H2z"/></symbol></svg>'
)
"""Drawn once; each person in a figure is this one."""
_NONE: Final[Mapping[str, Embedded]] = {}
_CHANGED = {1: "↑ ", -1: "↓ ", 0: ""}
_BUTTONS: Final = {
    "back": ("←", _("terug")),
    "onward": ("→", _("verder")),
    "up": ("↑", _("vorige stelling")),
    "down": ("↓", _("volgende stelling")),
    "less": ("−", _("minder")),
    "more": ("+", _("meer")),
    "open": (_("Laat het zien"), ""),
    "overview": (_("Dia's"), ""),
    "notes": (_("Notities"), ""),
    "black": (_("Zwart"), ""),
    "colours": (_("Kleuren"), ""),
    "full": (_("Volledig scherm"), ""),
    "help": (_("Toetsen"), ""),
    "close": (_("Sluiten"), ""),
}
"""What a button does → what stands on it, and its name where that is no word."""
_OTHERWISE: Final = _("Steeds is één antwoord anders dan in het begin.")
_KEYS: Final = (
    (_("→, spatie of Page Down"), _("verder; een klikker werkt ook")),
    (_("← of Page Up"), _("terug")),
    (_("↑ en ↓"), _("schuiven, als een bladzijde niet past")),
    (_("cijfers, ↑ en ↓"), _("wat de zaal zegt, bij ‘Raad het cijfer’ en bij kaarten")),
    (_("Enter"), _("het cijfer of het antwoord laten zien")),
    (_("↑ en ↓, 0 tot 5"), _("een stelling kiezen en het antwoord veranderen, bij ‘Wat als’")),
    (_("o"), _("alle dia's zien en er een kiezen")),
    (_("n"), _("uw notities tonen of verbergen; de zaal ziet ze ook")),
    (_("b of punt"), _("zwart scherm; elke toets brengt de bladzijde terug")),
    (_("k"), _("lichte of donkere kleuren")),
    (_("f of F11"), _("volledig scherm")),
    (_("Home en End"), _("naar de eerste of de laatste bladzijde")),
    (_("h"), _("deze uitleg")),
)


def presentation(
    questionnaire: Questionnaire,
    made: Deck | None = None,
    *,
    short: bool = False,
    pictures: Mapping[str, Embedded] = _NONE,
) -> str:
    """Return a presentation as a page: ``made``, or else the questionnaire's, whole or its ``short`` programme.

    Every text in it is escaped. ``pictures``: those of the questionnaire, by the name of their file. Without one the
    page says what it shows.
    """
    made = made or deck(questionnaire, short=short)
    drawn, once, logo = _logo(questionnaire.education.logo, pictures)
    pages = "\n".join(_page(questionnaire, made, place, pictures, logo) for place in range(len(made.pages)))
    body = f"""{_PERSON}{drawn}
<header>{once}<h1>{escape(made.title)}</h1><p>{escape(_about(made))}</p></header>
<main>
{pages}
</main>
{_bar()}
{_overview(made)}
{_help()}
{data("woorden", _words(questionnaire))}"""
    title = _("Presentatie: {titel}").format(titel=made.title)
    return sealed(title, "presentation", PRESENTATION, body, pictures="data:image/" in body)


def _about(made: Deck) -> str:
    return _("{dias} dia's, {minuten} minuten.").format(dias=len(made.slides), minuten=made.minutes)


def _words(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return what the script says, and the points that can be had."""
    scale = questionnaire.asked.scale
    return {
        "type": sentences.TYPE,
        "tooHigh": sentences.TOO_HIGH,
        "says": sentences.SAYS,
        "guessed": sentences.GUESSED,
        "points": [sentences.in_points(got) for got in range(play.MOST + 1)],
        "score": sentences.SCORE,
        "choose": sentences.CHOOSE,
        "noChoice": sentences.NO_CHOICE,
        "chosen": sentences.CHOSEN,
        "right": sentences.RIGHT,
        "otherwise": sentences.OTHERWISE,
        "cards": sentences.CARDS,
        "scale": [scale.dont_know, *scale.labels],
        "notHere": sentences.NOT_HERE.format(weet_niet=scale.dont_know),
        "more": _("▼ er is meer"),
        "last": _("dit is de laatste"),
    }


# One page: its title, what it shows, where that comes from, and what is said with it. ------------------------------


def _page(
    questionnaire: Questionnaire, made: Deck, place: int, pictures: Mapping[str, Embedded] = _NONE, logo: str = ""
) -> str:
    page = made.pages[place]
    first = made.slides[page.slide].first == place
    below = "".join(f"<p>{escape(line)}</p>" for line in page.below)
    notes, name = page.notes or sentences.NO_NOTES, _("notities")
    title = f'<h2 id="titel-{place + 1}">{escape(page.title)}</h2>'
    head = f'<div class="head">{title}{logo}</div>' if logo else title
    return (
        f'<article class="page {_kind(page.body)}" id="bladzijde-{place + 1}" aria-labelledby="titel-{place + 1}"'
        f"{_rules(page)}>{head}"
        f'<div class="body">{_body(questionnaire, page.body, pictures)}</div>'
        f"{f'<footer>{below}</footer>' if below else ''}"
        f'<aside class="notes{"" if first else " again"}" aria-label="{escape(name)}">'
        f"<p>{escape(notes)}</p></aside>"
        f'<p class="place">{place + 1}/{len(made.pages)}</p></article>'
    )


def _kind(body: Body) -> str:
    return type(body).__name__.lower()


def _rules(page: SlidePage) -> str:
    """Return what the script needs of a figure or a card: the points for each thing that the room may say, from 0."""
    if isinstance(page.body, Quiz):
        points = " ".join(str(int(said == page.body.right)) for said in range(len(page.body.choices) + 1))
        return f' data-points="{points}"'
    if not isinstance(page.body, Riddle):
        return ""
    points = " ".join(str(play.points(page.body, guess)) for guess in range(page.body.of + 1))
    return f' data-points="{points}" data-party="{escape(page.body.party)}"'


def _body(questionnaire: Questionnaire, body: Body, pictures: Mapping[str, Embedded]) -> str:
    match body:
        case Words():
            return _told(body)
        case Image():
            return _image(body, pictures.get(body.file))
        case StudyFinding():
            return _found(body)
        case Question():
            return f'{_label(sentences.FOR_ROOM)}<p class="asked">{escape(body.question)}</p>'
        case Fits():
            return _fits(body)
        case Riddle():
            return _riddle(body)
        case Quiz():
            return _quiz(body)
        case Team():
            return _team(questionnaire, body)
        case Compared():
            return compared(body)
        case _:
            assert_never(body)


def _told(body: Words) -> str:
    kind = "ol" if body.numbered else "ul"
    points = f"<{kind}>{''.join(f'<li>{escape(one)}</li>' for one in body.points)}</{kind}>" if body.points else ""
    return (f"<p>{escape(body.text)}</p>" if body.text else "") + points


def _image(body: Image, picture: Embedded | None) -> str:
    if picture is None:
        return f'{_label(sentences.PICTURE)}<p class="strong">{escape(body.text)}</p>'
    clear = " clear" if picture.clear else ""
    return (
        f'<img class="shown{clear}" src="{picture.address}" alt="{escape(body.text)}" width="{picture.width}" '
        f'height="{picture.height}">'
    )


def _logo(logo: Image | None, pictures: Mapping[str, Embedded]) -> tuple[str, str, str]:
    """Return the logo, drawn once; and what shows it, above the whole and on each page. Nothing where there is none."""
    if logo is None or (picture := pictures.get(logo.file)) is None:
        return "", "", ""
    wide, high = picture.width, picture.height
    edge = min(wide, high) // 12 if picture.clear else 0
    whole = f'x="{-edge}" y="{-edge}" width="{wide + 2 * edge}" height="{high + 2 * edge}"'
    # What can be seen through is made for white paper: on a dark page it brings that along.
    paper = f'<rect {whole} rx="{edge}" fill="#fff"/>' if picture.clear else ""
    image = f'{paper}<image href="{picture.address}" width="{wide}" height="{high}"/>'
    box = f'viewBox="{-edge} {-edge} {wide + 2 * edge} {high + 2 * edge}"'
    drawn = f'<svg class="apart" aria-hidden="true"><symbol id="logo" {box}>{image}</symbol></svg>'
    begins = f'<svg class="logo" {box} preserveAspectRatio="xMaxYMin"'
    shows = f'<use href="#logo" {whole}/></svg>'
    # Named once: on each page it would be read out before the title.
    return (
        drawn,
        f'{begins} role="img" aria-label="{escape(logo.text)}">{shows}',
        f'{begins} aria-hidden="true">{shows}',
    )


def _fits(body: Fits) -> str:
    sheet = escape(sentences.WORKSHEET.format(titel=body.worksheet)) if body.worksheet else ""
    return (
        f'{_label(body.label or sentences.ADVICE)}<p class="strong">{escape(body.title)}</p><p>{escape(body.what)}</p>'
        f"{_label(sentences.FIRST_STEP)}<p>{escape(body.first_step)}</p>"
        + (f'<p class="soft">{sheet}</p>' if sheet else "")
    )


def _label(text: str) -> str:
    return f'<p class="label">{escape(text)}</p>'


# Figures: people one by one. ---------------------------------------------------------------------------------------


def _found(body: StudyFinding) -> str:
    kinds = ("first", "second")
    sides = "".join(_side(side, kind) for side, kind in zip(body.sides, kinds, strict=False))
    remark = f'<p class="soft">{escape(body.remark)}</p>' if body.remark else ""
    return f'<p class="strong">{escape(body.question)}</p><div class="sides">{sides}</div>{remark}'


def _side(side: Side, kind: str) -> str:
    party = side.party[:1].upper() + side.party[1:]
    return f'<section class="{kind}"><h3>{escape(party)}</h3>{"".join(map(_tally, side.tallies))}</section>'


def _tally(tally: Tally) -> str:
    said = sentences.out_of(tally.n, tally.of)
    number = tally.n if tally.apart else ""
    return (
        f'<div class="tally"><p class="number" aria-hidden="true">{number}</p><div>{people(tally.n, tally.of)}'
        f"<p><strong>{escape(said)}</strong> {escape(tally.text)}</p></div></div>"
    )


_SEEN: Final = 0.5
"""So wide a part of a bar can still be seen, of a hundred."""


def people(n: int, of: int) -> str:
    """Return ``of`` people beside each other, ``n`` of them filled; words beside them say the same.

    More people than can be drawn one by one are a bar, filled for as large a part as they are.
    """
    if of > MOST_PEOPLE:
        # A few are not none, and nearly all not all.
        part = min(max(100 * n / of, _SEEN if n else 0), 100 if n == of else 100 - _SEEN)
        return (
            '<svg class="part" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect class="no" width="100" height="5"/><rect class="yes" width="{part:.2f}" height="5"/></svg>'
        )
    drawn = "".join(f'<svg class="{"yes" if place < n else "no"}"><use href="#mens"/></svg>' for place in range(of))
    return f'<div class="people" aria-hidden="true">{drawn}</div>'


def _riddle(body: Riddle) -> str:
    figure = sentences.OF_PARTY.format(n=body.n, van=body.of, partij=body.party)
    closed = sentences.OF_PARTY.format(n="?", van=body.of, partij=body.party)
    return (
        f'<p class="strong">{escape(body.question)}</p>'
        f'<p class="figure"><span class="while-open">{escape(figure)}</span>'
        f'<span class="while-closed">{escape(closed)}</span></p>{people(body.n, body.of)}'
        f'<div class="beneath"><p class="while-open">{escape(body.after)}</p><p class="while-closed asking"></p></div>'
        f'<div class="game"><p class="label guess" role="status"></p><p class="label score"></p>'
        f'<p class="keys while-closed">{_buttons("less", "more", "open")}</p></div>'
    )


def _quiz(body: Quiz) -> str:
    choices = "".join(
        f'<li data-choice="{number}"{_RIGHT if number == body.right else ""}>{escape(choice)}</li>'
        for number, choice in enumerate(body.choices, start=1)
    )
    return (
        f'<p class="soft">{escape(body.question)}</p><p class="strong">{escape(body.task)}</p>'
        f'<ol class="choices">{choices}</ol>'
        f'<div class="beneath"><p class="while-open">{escape(body.after)}</p><p class="while-closed asking"></p></div>'
        f'<div class="game"><p class="label guess" role="status"></p><p class="label score"></p>'
        f'<p class="keys while-closed">{_buttons("less", "more", "open")}</p></div>'
    )


_RIGHT: Final = ' class="right"'

# A fictional team. What each single answer would do is worked out here, by the product's own rules. ----------------


def _team(questionnaire: Questionnaire, team: Team) -> str:
    begun = play.begin(questionnaire, team)
    before = play.picture(questionnaire, begun)
    items = play.offered(questionnaire, team)
    shown = dict(_parts(questionnaire, before, before))
    rows = "".join(_item(questionnaire, item, begun.answers[item.id]) for item in items)
    changes = "".join(
        _change(item.id, given, parts, shown)
        for item in items
        for given in offered_answers(item)
        if given != begun.answers[item.id]
        for parts in [_parts(questionnaire, play.picture(questionnaire, play.answer(begun, item, given)), before)]
    )
    scores = "".join(part for name, part in shown.items() if name != _ADVICES)
    return (
        f'<div class="only-script"><p class="keys">{_buttons("up", "down", "less", "more")}</p>'
        f'<p class="soft">{escape(sentences.TEAM)} {escape(_OTHERWISE)}</p></div>'
        f'<h3 class="label no-script">{escape(sentences.ANSWERS)}</h3><ul class="items">{rows}</ul>'
        f'<p class="label refused" role="status"></p>'
        f'<div class="picture"><h3 class="label no-script">{escape(sentences.SCORES)}</h3>'
        f'<ul class="scores" aria-label="{escape(sentences.SCORES)}">{scores}</ul>'
        f'<h3 class="label">{escape(sentences.FIRST_ADVICES)}</h3>{shown[_ADVICES]}</div>{changes}'
    )


_ADVICES: Final = "adviezen"


def _item(questionnaire: Questionnaire, item: Item, given: int) -> str:
    offered = " ".join(map(str, offered_answers(item)))
    return (
        f'<li data-item="{escape(item.id)}" data-given="{given}" data-offered="{offered}">'
        f"‘{escape(for_room(item.text))}’ – "
        f'<strong class="given">{escape(wording.answer_label(questionnaire, given))}</strong></li>'
    )


def _parts(questionnaire: Questionnaire, now: Picture, before: Picture) -> list[tuple[str, str]]:
    """Return what stands on the page of a team, each under a name: its scores, and its first advices."""
    chart = team_chart(questionnaire, now, before)
    drawn = (_scored(dot, one.id, zones(chart)) for dot, one in zip(dots(chart), now.scores.dimensions, strict=True))
    names = (one.id for one in now.scores.dimensions)
    return [*zip(names, drawn, strict=True), (_ADVICES, _advices(questionnaire, now, before))]


def _scored(dot: Dot, name: str, bands: tuple[Zone, ...]) -> str:
    row, began = dot.row, dot.row.previous
    change = 0 if row.value is None or began is None else play.moved(began, row.value)
    said = row.band if row.value is None else f"{getal(row.value)} {_CHANGED[change]}{row.band}"
    was = sentences.WAS.format(score=getal(began)) if change and began is not None else ""
    return (
        f'<li data-is="{escape(name)}"><span>{escape(row.label)}</span>{score_track(dot, bands)}'
        f"<span><strong>{escape(said)}</strong> <small>{escape(was)}</small></span></li>"
    )


def _advices(questionnaire: Questionnaire, now: Picture, before: Picture) -> str:
    known = {one.id for one in before.advices}
    titles = (
        for_room(questionnaire.advice(one.id).title) + ("" if one.id in known else f" {sentences.NEW}")
        for one in now.advices
    )
    rows = "".join(f"<li>{escape(title)}</li>" for title in titles)
    inside = rows or f"<li>{escape(sentences.NO_ADVICE)}</li>"
    return f'<ol data-is="{_ADVICES}">{inside}</ol>'


def _change(item: str, given: int, parts: Iterable[tuple[str, str]], shown: dict[str, str]) -> str:
    """Return what is other than in the beginning when ``item`` has the answer ``given``."""
    other = "".join(part for name, part in parts if part != shown[name])
    return f'<template data-for="{escape(item)} {given}">{other}</template>'


# What stands around the pages. -------------------------------------------------------------------------------------


def _buttons(*does: str) -> str:
    return "".join(_button(one, *_BUTTONS[one]) for one in does)


def _button(does: str, text: str, name: str) -> str:
    named = f'aria-label="{escape(name)}" title="{escape(name)}"' if name else ""
    return f'<button type="button" data-do="{does}" {named}>{escape(text)}</button>'


def _bar() -> str:
    name = escape(_("bladeren"))
    more = _buttons("overview", "notes", "black", "colours", "full", "help")
    return (
        f'<nav class="bar" aria-label="{name}">{_buttons("back", "onward")}<p id="plaats"></p><span>{more}</span></nav>'
    )


def _overview(made: Deck) -> str:
    rows = "".join(
        f'<li><button type="button" data-page="{entry.first}"><b>{number}</b> <span>{escape(_entry(made, entry))}'
        f"</span></button></li>"
        for number, entry in enumerate(made.slides, start=1)
    )
    title = _("Naar welke dia? Typ het nummer, of kies met de pijltjes.")
    return (
        f'<dialog id="dias" aria-labelledby="dias-titel"><h2 id="dias-titel">{escape(title)}</h2><ol>{rows}</ol>'
        f"<p>{_buttons('close')}</p></dialog>"
    )


def _entry(made: Deck, entry: SlideEntry) -> str:
    """Return a slide in the list; where figures are guessed, the question with it: such slides share a title."""
    title = _("{titel} ({minuten} min)").format(titel=entry.title, minuten=entry.minutes)
    body = made.pages[entry.first].body
    return f"{title}: {body.question}" if isinstance(body, Riddle) else title


def _help() -> str:
    rows = "".join(f"<div><dt>{escape(key)}</dt><dd>{escape(does)}</dd></div>" for key, does in _KEYS)
    title = escape(_("De toetsen"))
    return (
        f'<dialog id="toetsen" aria-labelledby="toetsen-titel"><h2 id="toetsen-titel">{title}</h2>'
        f"<dl>{rows}</dl><p>{_buttons('close')}</p></dialog>"
    )
