"""Response files: what goes in comes out, what is private stays out, and a changed byte is noticed."""

import json
import os
import sys
import zipfile
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from samenspel.exchange.handover import LIMIT, HandoverError, Reading, asked_in, ours, to_file
from samenspel.group.model import contribution
from samenspel.response import Response
from strategies import responses

ID = "0123456789abcdef" * 2
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
RESPONSE = Response(
    party="bakker",
    area="Zuid-West",
    experience="nog-niet",
    meeting="ja",
    answers={"rol-eigen": 4, "rol-brood": 2},
    notes={"rol-eigen": "Vraag Jan."},
    knowledge={"kennis-brood": "bakker"},
    open={"toe-goed": "Het contact."},
    activities={"lunch": True},
    shared=("toe-goed",),
)


@given(st.data())
def test_any_response_comes_back_as_the_group_needs_it(small, data):
    response = data.draw(responses(small, with_texts=True))
    entry = Reading(small).content(to_file(small, response, ID))
    assert entry.id == ID
    assert entry.contribution == contribution(small, response)


def test_the_file_can_be_read_and_holds_nothing_private(small):
    text = to_file(small, RESPONSE, ID).decode()
    assert list(json.loads(text)) == ["samenspel", "schema", "id", "questionnaire", "contribution", "check"]
    assert text.count("\n") > 20
    assert "Het contact." in text
    for private in ("Zuid-West", "Vraag Jan", "lunch", "kennis-brood", "area", "notes", "time", "2026"):
        assert private not in text


def test_every_changed_byte_gives_one_clear_message(small):
    data = to_file(small, RESPONSE, ID)
    reading = Reading(small)
    for place in range(len(data)):
        for flip in (1, 32):
            changed = data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]
            try:
                assert reading.content(changed).contribution == contribution(small, RESPONSE)
            except HandoverError as error:
                assert "\n" not in str(error)  # noqa: PT017 - either way is right
                assert any(  # noqa: PT017
                    word in str(error)
                    for word in ("veranderd of beschadigd", "geen antwoord van", "nieuwere versie van samenspel")
                )
            else:
                assert changed[place : place + 1].isspace()  # white space says nothing


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_as_a_text_program_saves_it_it_is_still_read(small, tmp_path, encoding):
    path = tmp_path / "a.json"
    path.write_bytes(to_file(small, replace(RESPONSE, open={"toe-goed": "Eén keer."}), ID).decode().encode(encoding))
    assert Reading(small).file(path).contribution.response.open == {"toe-goed": "Eén keer."}
    data = path.read_bytes()
    assert ours(data)
    assert asked_in(data).id == small.id
    with pytest.raises(HandoverError, match="veranderd of beschadigd"):
        Reading(small).content(data[:-40])


def forged(data, **fields):
    """A file with other content and a check that fits: whoever can read this program can make one."""
    file = json.loads(data)
    for path, value in fields.items():
        at, *rest = path.split("__")[::-1]
        inside = file
        for key in rest[::-1]:
            inside = inside[key]
        inside[at] = value
    # As handover does it: the canonical rest, defaults left out.
    from samenspel.exchange.handover import _CANONICAL, AskedRef
    from samenspel.group.model import Contribution

    rest = {
        "samenspel": file["samenspel"],
        "schema": file["schema"],
        "id": file["id"],
        "questionnaire": msgspec.convert(file["questionnaire"], AskedRef),
        "contribution": msgspec.convert(file["contribution"], Contribution),
    }
    file["check"] = sha256(_CANONICAL.encode(rest)).hexdigest()
    return json.dumps(file).encode()


def test_a_forged_file_that_fits_is_taken_for_true(small):
    data = forged(to_file(small, RESPONSE, ID), contribution__response__answers={"rol-eigen": 1})
    assert Reading(small).content(data).contribution.response.answers == {"rol-eigen": 1}


@pytest.mark.parametrize(
    "fields",
    [
        {"contribution__response__party": "kapper"},
        {"contribution__response__party": ""},
        {"contribution__response__answers": {"rol-eigen": 0}},
        {"contribution__response__answers": {"rol-onzin": 3}},
        {"contribution__response__meeting": "onzin"},
        {"contribution__response__experience": "onzin"},
        {"contribution__response__area": "west"},
        {"contribution__response__notes": {"rol-eigen": "Jan"}},
        {"contribution__response__knowledge": {"kennis-brood": "bakker"}},
        {"contribution__response__open": {"toe-goed": "\x1b[31mrood"}},
        {"contribution__response__open": {"toe-goed": "\u202egoed"}},
        {"contribution__response__open": {"toe-goed": "x" * 2_001}},
        {"contribution__response__open": {"toe-goed": ""}},
        {"contribution__response__open": {"toe-anders": "x"}},
        {"contribution__response__activities": {"lunch": True}},
        {"contribution__response__shared": ["toe-goed", "toe-goed"]},
        {"contribution__response__shared": ["toe-onzin"]},
        {"contribution__knowledge": {"right": 3, "of": 2, "unknown": 0}},
        {"contribution__knowledge": {"right": 1, "of": 2, "unknown": 2}},
        {"contribution__knowledge": {"right": 0, "of": 0, "unknown": 0}},
        {"contribution__knowledge": {"right": -1, "of": 2, "unknown": 0}},
        {"contribution__knowledge": {"right": 1, "of": 3, "unknown": 0}},
    ],
    ids=lambda fields: json.dumps(fields)[:60],
)
def test_what_does_not_belong_there_is_refused_though_the_check_fits(small, fields):
    data = forged(to_file(small, RESPONSE, ID), **fields)
    with pytest.raises(HandoverError, match="niet bij de vragenlijst horen"):
        Reading(small).content(data)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"id": "../../etc/passwd"}, "veranderd of beschadigd"),
        ({"id": ID + "\n"}, "veranderd of beschadigd"),
        ({"samenspel": "groep"}, "geen antwoord van samenspel|veranderd"),
        ({"schema": 2}, "nieuwere versie van samenspel"),
        ({"schema": 0}, "veranderd of beschadigd"),
        ({"naam": "Jansen"}, "veranderd of beschadigd"),
        ({"questionnaire": {"id": "\x1b[31m", "version": "1.0.0", "hash": "0" * 64}}, "veranderd of beschadigd"),
        ({"check": ""}, "veranderd of beschadigd"),
    ],
)
def test_a_file_of_another_shape_is_refused(small, fields, says):
    file = json.loads(to_file(small, RESPONSE, ID)) | fields
    with pytest.raises(HandoverError, match=says):
        Reading(small).content(json.dumps(file).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"Dit is een brief.",
        bytes(100),
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"\xff\xfe{",
        b"1e999",
    ],
    ids=lambda value: repr(value)[:60],  # Windows has no room for more
)
def test_what_is_no_response_file_is_refused(small, data):
    with pytest.raises(HandoverError, match="geen antwoord van samenspel"):
        Reading(small).content(data)


def test_a_file_of_another_questionnaire_says_which(small, real):
    data = to_file(real, Response(party="wijkcoach"), ID)
    for other in (False, True):
        with pytest.raises(HandoverError, match=r"‘samenwerking-jeugd’.*Deze groep gebruikt ‘klein’") as raised:
            Reading(small, other_version=other).content(data)
        assert not raised.value.other_version


def newer(small):
    """A next version: two statements the same, one that no longer offers 0, one new, one gone."""
    items = {item.id: item for item in small.asked.items}
    kept = [
        items["rol-eigen"],
        replace(items["rol-ander"], dont_know=False),
        replace(items["rol-brood"], id="rol-nieuw"),
    ]
    asked = replace(small.asked, version="1.1.0", items=(*kept, items["rel-kennen"]))
    return replace(small, hash="1" * 64, asked=asked)


def test_a_file_of_another_version_says_which_and_offers_what_can_be_compared(small):
    response = replace(RESPONSE, answers={"rol-eigen": 4, "rol-brood": 2, "rol-ander": 0, "rel-kennen": 0})
    data = to_file(small, response, ID)
    with pytest.raises(HandoverError) as raised:
        Reading(newer(small)).content(data)
    assert raised.value.other_version
    assert "versie 1.0.0 van de vragenlijst; deze groep gebruikt versie 1.1.0" in str(raised.value)
    assert "2 van de 4 beantwoorde stellingen staan in beide; neem die mee met --andere-versie" in str(raised.value)
    entry = Reading(newer(small), other_version=True).content(data)
    assert entry.contribution.response == Response(
        party="bakker", experience="nog-niet", meeting="ja", answers={"rol-eigen": 4, "rel-kennen": 0}
    )
    assert entry.contribution.knowledge is None
    with pytest.raises(HandoverError, match="andere uitgave"):
        Reading(replace(small, asked=replace(small.asked, we="anders"))).content(data)
    advised = replace(small, hash="2" * 64, advices=small.advices[:1])
    assert Reading(advised).content(data).contribution.response.answers == response.answers
    strangers = replace(
        small.asked, version="2.0.0", parties=tuple(replace(p, id=f"x-{p.id}") for p in small.asked.parties)
    )
    with pytest.raises(HandoverError, match="andere partijen"):
        Reading(replace(small, hash="3" * 64, asked=strangers), other_version=True).content(data)


def test_a_file_is_read(small, tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(to_file(small, RESPONSE, ID))
    assert Reading(small).file(path).id == ID


def a_folder(path, _good):
    path.mkdir()


def a_link(path, good):
    path.with_name("echt").write_bytes(good)
    path.symlink_to("echt")


def a_pipe(path, _good):
    os.mkfifo(path)


def a_socket_of_the_system(path, _good):
    path.symlink_to("/dev/zero")


def nothing(_path, _good):
    pass


def a_gigabyte(path, good):
    with path.open("wb") as file:
        file.write(good)
        file.truncate(1_000_000_000)


def a_zip(path, good):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.json", good)


@posix
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (a_folder, "geen gewoon bestand"),
        (a_link, "snelkoppeling"),
        (a_pipe, "geen gewoon bestand"),
        (a_socket_of_the_system, "snelkoppeling"),
        (nothing, "is er niet"),
        (a_gigabyte, "te groot"),
        (a_zip, "veranderd of beschadigd|geen antwoord"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_only_a_regular_file_of_a_size_is_opened(small, tmp_path, make, says):
    path = tmp_path / "samenspel-antwoord.json"
    make(path, to_file(small, RESPONSE, ID))
    with pytest.raises(HandoverError, match=says):
        Reading(small).file(path)


def test_a_name_that_no_file_can_have_is_refused(small, tmp_path):
    for name in ("x" * 300, "a\0b", "map/dan/niets.json"):
        with pytest.raises(HandoverError, match="is er niet"):
            Reading(small).file(str(tmp_path / name))


def test_the_largest_response_there_is_stays_far_below_the_limit(real):
    party = real.asked.parties[0].id
    full = Response(
        party=party,
        answers={item.id: 5 for item in real.asked.items},
        open={q.id: "é" * 2_000 for q in real.asked.open_questions},
        shared=tuple(q.id for q in real.asked.open_questions),
    )
    data = to_file(real, full, ID)
    assert len(data) < LIMIT / 4
    Reading(real).content(data)
