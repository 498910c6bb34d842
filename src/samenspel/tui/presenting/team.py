"""The fictional team, drawn: its statements with their answers, and the scores and advice that go with them."""

from msgspec import Struct
from textual.content import Content

from samenspel.presenting import sentences
from samenspel.presenting.deck import for_room
from samenspel.presenting.play import Picture, moved
from samenspel.questionnaire.model import DONT_KNOW, HIGHEST, Item, Questionnaire
from samenspel.report import wording
from samenspel.report.charts import dots
from samenspel.report.document import ScoreChart
from samenspel.report.team_chart import team_chart
from samenspel.response import Response
from samenspel.taal import getal
from samenspel.tui.presenting.draw import FAINT, HERE, LABEL, NO, STRONG, YES, Lines, beside, hanging, spaced, wrapped

_BESIDE = 70
_GAP = 3
_SIGNS = HIGHEST + 1
_NUMBER = len("2,5 ↑ ")
_CHANGED = {1: "↑", -1: "↓", 0: " "}


class Play(Struct, frozen=True):
    """The team as it stands: what may be changed, where the room is, and how it began.

    ``refused``: the room chose *weet ik niet* where a statement does not take that.
    """

    questionnaire: Questionnaire
    items: tuple[Item, ...]
    here: int
    response: Response
    now: Picture
    before: Picture
    refused: bool = False


def team(play: Play, width: int) -> Lines:
    """Draw the team: the statement where one is in full, the answers beside the scores, the advice below."""
    item = play.items[play.here]
    answer = wording.answer_label(play.questionnaire, play.response.answers[item.id])
    refused = sentences.NOT_HERE.format(weet_niet=play.questionnaire.asked.scale.dont_know)
    about = [
        *(wrapped(refused, width, LABEL) if play.refused else wrapped(sentences.TEAM, width, FAINT)),
        *wrapped(f"‘{for_room(item.text)}’ – {answer}", width, STRONG),
    ]
    if width >= _BESIDE:
        column = _left(play, width)
        answers, scores = _answers(play, column), _scores(play, width - column - _GAP)
        middle = beside(answers, scores, column + _GAP)
    else:
        middle = spaced([_answers(play, width), _scores(play, width)])
    return spaced([about, middle, _advices(play, width)])


def _left(play: Play, width: int) -> int:
    """Return how wide the answers are beside the scores: no wider than needed, and the scores keep what they need."""
    wanted = max(Content(item.topic).cell_length for item in play.items) + len(HERE) + 2 + _SIGNS
    chart = _chart(play)
    scores = max(len(row.label) for row in chart.rows) + 2 + _NUMBER + max(len(name) for _from, name in chart.bands)
    return max(min(wanted, width - _GAP - scores), width // 3)


def _answers(play: Play, width: int) -> Lines:
    lines: Lines = [Content.styled(sentences.ANSWERS, LABEL)]
    signs = _SIGNS
    for place, item in enumerate(play.items):
        given = play.response.answers[item.id]
        sign = HERE if place == play.here else " "
        shown = "?".ljust(HIGHEST) if given == DONT_KNOW else YES * given + NO * (HIGHEST - given)
        name = Content(item.topic).truncate(width - signs - 3, ellipsis=True)
        row = Content.assemble((sign + " ", LABEL), name)
        row += Content(" " * (width - signs - row.cell_length)) + Content.styled(shown, STRONG)
        lines.append(row.stylize("bold") if place == play.here else row)
    return lines


def _scores(play: Play, width: int) -> Lines:
    chart = _chart(play)
    label = max(len(row.label) for row in chart.rows) + 2
    lines: Lines = [Content.styled(sentences.SCORES, LABEL)]
    for dot in dots(chart):
        row = dot.row
        name = row.label.ljust(label)
        if row.value is None or dot.mark is None:
            lines.append(Content(f"{name}–  {row.band}").truncate(width, ellipsis=True))
            continue
        before = row.value if row.previous is None else row.previous
        change = moved(before, row.value)
        sign = _CHANGED[change]
        said = Content.assemble(name, (getal(row.value), STRONG))
        was = " " + sentences.WAS.format(score=getal(before)) if change else ""
        ends = (
            Content.assemble(" ", (sign, LABEL), " ", (row.band, STRONG), (was, FAINT)),
            Content.assemble(" ", (sign, LABEL), " ", (row.band, STRONG)),
            Content.assemble(" ", (sign, LABEL)),
        )
        lines.append(next((said + end for end in ends if said.cell_length + end.cell_length <= width), said))
    return lines


def _chart(play: Play) -> ScoreChart:
    return team_chart(play.questionnaire, play.now, play.before)


def _advices(play: Play, width: int) -> Lines:
    known = {one.id for one in play.before.advices}
    lines: Lines = [Content.styled(sentences.FIRST_ADVICES, LABEL)]
    for number, ranked in enumerate(play.now.advices, start=1):
        title = for_room(play.questionnaire.advice(ranked.id).title)
        new = "" if ranked.id in known else " " + sentences.NEW
        lines += hanging(f"{number}  ", title + new, width, LABEL)
    if not play.now.advices:
        lines += wrapped(sentences.NO_ADVICE, width)
    return lines
