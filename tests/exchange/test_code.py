"""The typed code: what goes in comes out, and no slip of the hand gets through."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.exchange.code import ALPHABET, GROUP, CodeError, as_code, decode, encode, held, wrong_groups
from samenspel.group.model import contribution
from samenspel.questionnaire.applicability import applicable_items
from samenspel.response import Response
from strategies import responses


def needed(questionnaire, response):
    """What a group needs of a response: no texts, and the answers to what is asked of this person."""
    asked = {item.id for item in applicable_items(questionnaire, response)}
    given_ = contribution(questionnaire, response)
    answers = {item: answer for item, answer in response.answers.items() if item in asked}
    return replace(given_, response=replace(given_.response, answers=answers, open={}, activities={}, shared=()))


@given(st.data())
@pytest.mark.parametrize("which", ["small", "real"])
def test_any_response_comes_back(request, which, data):
    questionnaire = request.getfixturevalue(which)
    response = data.draw(responses(questionnaire, with_texts=True))
    code = encode(questionnaire, response)
    entry = decode(questionnaire, code)
    assert entry.contribution == needed(questionnaire, response)
    assert wrong_groups(code) == ()
    assert decode(questionnaire, code) == entry  # the same code has the same name
    # A response that came in as a file is known by it too; without the experience, which a wave keeps apart.
    bare = held(questionnaire, contribution(questionnaire, response))
    assert bare == replace(entry.contribution, response=replace(entry.contribution.response, experience=""))
    assert as_code(bare).id == entry.id


@given(st.data())
def test_a_code_is_as_long_as_its_form_whoever_answers(real, data):
    response = data.draw(responses(real))
    groups = encode(real, response).split("-")
    assert len(groups) == (10 if response.form == "volledig" else 6)
    assert {len(group) for group in groups} == {GROUP}
    assert set("".join(groups)) <= set(ALPHABET)


@pytest.fixture(scope="module")
def code(real):
    chance = random.Random(3)
    response = Response(
        party="wijkcoach",
        meeting="ja",
        experience="1-3",
        answers={item.id: chance.randint(1, 5) for item in real.asked.items},
        knowledge={card.id: "allebei" for card in real.asked.cards},
    )
    return encode(real, response)


def test_it_is_taken_however_it_is_typed(real, code):
    entry = decode(real, code)
    bare = code.replace("-", "")
    for typed in (
        code.lower(),
        bare,
        f"  {code}  \n",
        " ".join(bare),
        "-".join(bare),
        "".join(f"{pair} - " for pair in map("".join, itertools.zip_longest(bare[::2], bare[1::2], fillvalue=""))),
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l"),
        code.replace("-", "\t–\u00a0"),
    ):
        assert decode(real, typed) == entry
        assert wrong_groups(typed) == ()


def test_every_single_wrong_character_is_found_in_its_group(real, code):
    for place, character in enumerate(code):
        if character == "-":
            continue
        for other in set(ALPHABET + "U*é") - {character}:
            typed = code[:place] + other + code[place + 1 :]
            group = place // (GROUP + 1) + 1
            assert wrong_groups(typed) == (group,)
            with pytest.raises(CodeError, match=f"Groep {group} klopt niet") as raised:
                decode(real, typed)
            assert raised.value.groups == (group,)


def test_every_swap_of_neighbours_is_found(real):
    chance = random.Random(5)
    in_group, over_groups, by_the_whole = 0, 0, 0
    for _nth in range(60):
        answers = {item.id: chance.randint(1, 5) for item in real.asked.items}
        bare = encode(real, Response(party="jongerenwerker", answers=answers)).replace("-", "")
        for place, (first, second) in enumerate(itertools.pairwise(bare)):
            if first == second:
                continue
            typed = bare[:place] + second + first + bare[place + 2 :]
            with pytest.raises(CodeError):
                decode(real, typed)
            groups = (place // GROUP + 1, (place + 1) // GROUP + 1)
            if {first, second} == {"0", "Z"} and groups[0] == groups[1]:
                assert wrong_groups(typed) == ()
                by_the_whole += 1
            else:
                assert wrong_groups(typed) == tuple(sorted(set(groups)))
                in_group += groups[0] == groups[1]
                over_groups += groups[0] != groups[1]
    assert in_group > 1_000
    assert over_groups > 300
    assert by_the_whole > 2


def test_the_pair_that_luhn_misses_is_named(real):
    for nth in itertools.count():
        answers = {item.id: 1 + (nth >> place) % 5 for place, item in enumerate(real.asked.items)}
        bare = encode(real, Response(party="wijkcoach", answers=answers)).replace("-", "")
        places = [p for p in range(len(bare) - 1) if bare[p : p + 2] in {"0Z", "Z0"} and p % GROUP < GROUP - 1]
        if places:
            break
    place = places[0]
    with pytest.raises(CodeError, match="een 0 en een Z verwisseld"):
        decode(real, bare[:place] + bare[place : place + 2][::-1] + bare[place + 2 :])


def test_groups_in_another_order_are_found(real, code):
    groups = code.split("-")
    for first, second in itertools.combinations(range(len(groups)), 2):
        swapped = groups.copy()
        swapped[first], swapped[second] = swapped[second], swapped[first]
        if swapped != groups:
            with pytest.raises(CodeError, match=r"goede volgorde|andere vragenlijst|ontbreken|te veel"):
                decode(real, "-".join(swapped))


def test_what_is_typed_so_far_is_judged_group_by_group(code):
    bare = code.replace("-", "")
    for length in range(len(bare) + 1):
        assert wrong_groups(bare[:length]) == ()
    wrong = bare[:7] + ("2" if bare[7] != "2" else "3") + bare[8:]
    assert [wrong_groups(wrong[:length]) for length in (7, 8, 9, 10, 11)] == [(), (), (), (2,), (2,)]
    assert wrong_groups(bare[:7] + "u") == (2,)  # no code has it: that need not wait
    assert wrong_groups("") == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda bare: bare[:-1], "Er ontbreekt nog 1 teken"),
        (lambda bare: bare[:-7], "Er ontbreken nog 7 tekens"),
        (lambda bare: bare[:-5], "Er ontbreken nog 5 tekens"),
        (lambda bare: bare + "2", "Er staat 1 teken te veel"),
        (lambda bare: bare + bare[:5], "Er staan 5 tekens te veel"),
        (lambda bare: bare[:6] + bare[7:], "Begin bij groep 2: misschien staat daar een teken te veel of te weinig"),
        (lambda bare: bare[:6] + "7" + bare[6:], "Begin bij groep 2"),
        (lambda _bare: "", "Typ de code over"),
        (lambda _bare: " - ", "Typ de code over"),
        (lambda bare: bare * 100, "er staan 5000 tekens"),
        (lambda _bare: "\x00\x1b[31m", "klopt niet"),
    ],
)
def test_a_code_that_is_not_whole_says_what_is_wrong(real, code, change, says):
    with pytest.raises(CodeError, match=says):
        decode(real, change(code.replace("-", "")))


def test_a_code_of_another_questionnaire_says_so(real, small):
    other = encode(small, Response(party="bakker", answers={"rol-eigen": 4}))
    with pytest.raises(CodeError, match="andere vragenlijst"):
        decode(real, other)
    for we in ("anders", "weer anders"):
        newer = replace(small, asked=replace(small.asked, we=we))
        with pytest.raises(CodeError, match="een andere versie van deze vragenlijst"):
            decode(small, encode(newer, Response(party="bakker")))


@given(st.text(ALPHABET, min_size=50, max_size=50))
def test_a_random_code_is_refused(real, text):
    with pytest.raises(CodeError):
        decode(real, text)


@given(st.text(max_size=60))
def test_any_text_is_refused_with_one_line(real, text):
    with pytest.raises(CodeError) as raised:
        decode(real, text)
    assert "\n" not in str(raised.value)
    wrong_groups(text)


def test_no_code_without_a_party(real):
    with pytest.raises(CodeError, match="partij"):
        encode(real, Response())


def test_the_second_person_with_the_same_answers_has_another_name(small):
    response = Response(party="bakker", answers={"rol-eigen": 4}, experience="nog-niet")
    first = decode(small, encode(small, response))
    names = {first.id, as_code(first.contribution, 2).id, as_code(first.contribution, 3).id}
    assert len(names) == 3
    assert as_code(first.contribution, 2).contribution == first.contribution
    assert as_code(first.contribution, 2) == as_code(first.contribution, 2)
    # Whoever holds the files cannot find the experience by trying: it is not in the name.
    assert decode(small, encode(small, replace(response, experience="langer-1"))).id == first.id
