"""A file that cannot be read is set aside, whole, and never hangs, crashes or hides the others."""

import json
import os
import re
import socket
import sys
from datetime import timedelta

import pytest
from stored import NOW, answered, names

from samenspel.response import Response
from samenspel.storage import NewerError, StorageError, UnreadableError
from samenspel.storage.durable import LIMIT
from samenspel.storage.selftest import FORM
from samenspel.storage.selftests import SelfTests


def changed(**fields):
    """The whole file with some fields of its document changed."""

    def make(content):
        tables = json.loads(content)
        tables["zelftest"]["1"].update(fields)
        return json.dumps(tables).encode()

    return make


def without(field):
    def make(content):
        tables = json.loads(content)
        del tables["zelftest"]["1"][field]
        return json.dumps(tables).encode()

    return make


REFERENCE = {"id": "klein", "version": "1.0.0", "hash": "0" * 64}
BAD = {
    "empty": lambda _content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "cut by one byte": lambda content: content[:-1],
    "zeros": lambda content: bytes(len(content)),
    "not JSON": lambda _content: b"Dit is een brief.",
    "a byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "not UTF-8": lambda content: content.replace(b"bakker", b"b\xffkker"),
    "a lone surrogate": lambda content: content.replace(b"bakker", rb"\ud800"),
    "a list": lambda _content: b"[]",
    "null": lambda _content: b"null",
    "no tables": lambda _content: b"{}",
    "another table": lambda content: content.replace(b'"zelftest"', b'"groep"'),
    "no document": lambda _content: b'{"zelftest":{}}',
    "a document that is a list": lambda _content: b'{"zelftest":{"1":[]}}',
    "a document without number": lambda content: content.replace(b'"1":', b'"een":'),
    "too deep": lambda _content: b'{"zelftest":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too large": lambda content: content + b" " * LIMIT,
    "no schema": without("schema"),
    "schema zero": changed(schema=0),
    "an escape in a note": changed(response={"notes": {"rol-eigen": "\x1b[31mrood"}}),
    "a note without end": changed(response={"notes": {"rol-eigen": "x" * 2_001}}),
    "an override in an open answer": changed(response={"open": {"toe-goed": "\u202egoed"}}),
    "two lines and an escape as area": changed(response={"area": "west\x07"}),
    "a schema in words": changed(schema="1"),
    "no response": without("response"),
    "an answer in words": changed(response={"answers": {"rol-eigen": "vier"}}),
    "an unknown field": changed(naam="Jansen"),
    "a date in words": changed(started="gisteren"),
    "an impossible date": changed(finished="2026-02-31T10:00:00"),
    "a hash that is a path": changed(questionnaire=REFERENCE | {"hash": "../" * 20 + "abcd"}),
    "a questionnaire that is a path": changed(questionnaire=REFERENCE | {"id": "../../klein"}),
    "a version that is an escape": changed(questionnaire=REFERENCE | {"version": "\x1b[31m1.0.0"}),
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_a_bad_file_is_set_aside_as_it_is(store, small, begun, file_of, make):
    other = store.create(small, Response(), at="party", now=NOW + timedelta(days=1))
    bad = make(file_of(begun).read_bytes())
    file_of(begun).write_bytes(bad)
    aside = file_of(begun).with_name(f"{begun.id}.onleesbaar.json")

    with pytest.raises(UnreadableError) as raised:
        store.update(begun.id, answered(1))

    assert str(aside) in str(raised.value)
    assert aside.read_bytes() == bad
    assert names(store.folder / "zelftests") == sorted([aside.name, f"{other.id}.json"])
    assert store.ids() == [other.id]
    assert store.read(other.id) == other
    with pytest.raises(UnreadableError, match=re.escape(str(aside))):  # asked for once more, it is not forgotten
        store.read(begun.id)


def fifo(path):
    os.mkfifo(path)


def listening(path):
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(path.parent, os.O_RDONLY)
        try:  # a socket's address is short: bind through the folder's handle
            server.bind(f"/proc/self/fd/{here}/{path.name}")
        finally:
            os.close(here)


KINDS = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": fifo,
    "a socket": listening,
    "a link to a device that never ends": lambda path: path.symlink_to("/dev/zero"),
    "a link to nothing": lambda path: path.symlink_to("nergens"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to another file": lambda path: path.symlink_to("/etc/passwd"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="these kinds of files are Linux's")
@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_what_is_no_file_is_set_aside(store, begun, file_of, make):
    file_of(begun).unlink()
    make(file_of(begun))
    with pytest.raises(UnreadableError):
        store.read(begun.id)
    assert store.ids() == []
    assert names(store.folder / "zelftests") == [f"{begun.id}.onleesbaar.json"]


def test_what_was_set_aside_is_never_overwritten(store, begun, file_of):
    content = file_of(begun).read_bytes()
    for bad in ("een", "twee", "drie"):
        file_of(begun).write_text(bad)
        with pytest.raises(UnreadableError):
            store.read(begun.id)
    folder = file_of(begun).parent
    assert [(folder / f"{begun.id}.onleesbaar{nth}.json").read_text() for nth in ("", "-2", "-3")] == [
        "een",
        "twee",
        "drie",
    ]
    file_of(begun).write_bytes(content)  # put back by hand, from a backup
    assert store.read(begun.id) == begun


def test_a_file_of_a_newer_samenspel_is_left_alone(store, begun, file_of):
    newer = changed(schema=FORM.schema + 1, mood="fine")(file_of(begun).read_bytes())
    file_of(begun).write_bytes(newer)
    for ask in (store.read, lambda known: store.update(known, answered(1))):
        with pytest.raises(NewerError, match="Werk samenspel bij"):
            ask(begun.id)
    assert file_of(begun).read_bytes() == newer
    assert store.ids() == [begun.id]


def test_the_list_goes_on_past_what_cannot_be_read_and_says_so_once(store, small, file_of):
    days = [store.create(small, Response(), at="party", now=NOW + timedelta(days=day)) for day in range(4)]
    file_of(days[1]).write_text("kapot")
    file_of(days[2]).write_bytes(changed(schema=FORM.schema + 1)(file_of(days[2]).read_bytes()))
    for _again in range(2):
        assert [selftest.id for selftest in store.newest()] == [days[3].id, days[0].id]
    assert len(store.notices) == 2
    assert days[2].id in store.notices[0]
    assert f"{days[1].id}.onleesbaar.json" in store.notices[1]


def test_other_names_in_the_folder_are_no_self_tests(store, begun, file_of):
    folder = file_of(begun).parent
    for name in ("notities.txt", "kopie van mijn zelftest.json", ".DS_Store", "20260131-093000-abcd.json.bak"):
        (folder / name).write_text("van mij")
    assert store.ids() == [begun.id]
    assert [selftest.id for selftest in store.newest()] == [begun.id]


def test_what_the_system_does_not_let_us_read_stays_where_it_is(store, begun, file_of, monkeypatch):
    before = file_of(begun).read_bytes()

    def refuse(_path, _limit):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("samenspel.storage.durable.read", refuse)
        with pytest.raises(UnreadableError, match="geen toegang"):
            store.read(begun.id)
    assert file_of(begun).read_bytes() == before
    assert store.read(begun.id) == begun


def test_what_cannot_be_set_aside_is_said_and_left(store, begun, file_of, monkeypatch):
    file_of(begun).write_text("kapot")

    def refuse(_path, _target):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.rename", refuse)
        with pytest.raises(StorageError, match="geen toegang"):
            store.read(begun.id)
    assert file_of(begun).read_text() == "kapot"


def test_leftovers_of_a_crash_are_cleaned_and_nothing_else(store, begun, file_of):
    folder = file_of(begun).parent
    leftovers = [folder / f".{begun.id}.json.{nth}1b2c3d4.tmp" for nth in "0f"]
    mine = [folder / ".verborgen.tmp", folder / "los.0a1b2c3d.tmp", folder / f".{begun.id}.json.tmp"]
    for path in (*leftovers, *mine):
        path.write_text("half")
    SelfTests(store.folder).read(begun.id)
    assert not any(path.exists() for path in leftovers)
    assert all(path.exists() for path in mine)
