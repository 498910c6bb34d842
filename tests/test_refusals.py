"""What the system refuses, in Dutch: one table of reasons, and the sentence that fits what a person was doing."""

import errno
import os

import pytest

from samenspel.refusals import RefusalError, not_done, not_kept, not_opened, not_read, not_saved, why_not_read

LOOP = errno.errorcode[errno.ELOOP]  # Windows has another name for it
KEPT = (
    "samenspel kan niet bij de map map: {}. Uw eerdere antwoorden zijn niet veranderd. Maak die map vrij, of kies een "
    "andere map met SAMENSPEL_DATA."
)
OPENED = "Het bestand pad is niet te lezen: {}. Het is niet veranderd."
KEPT_FULL = (
    "De schijf is vol. Dit laatste is niet bewaard; uw eerdere antwoorden zijn bewaard. "
    "Maak ruimte vrij en probeer het nog eens."
)
NOT_THERE = "dit bestand is er niet. Kijk of de naam en de map kloppen."
SAID = {
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG): (
        KEPT_FULL,
        None,
        None,
        "De schijf is vol. Maak ruimte en probeer het opnieuw.",
        "De schijf is vol. Maak ruimte vrij en probeer het nog eens.",
    ),
    (errno.EACCES, errno.EPERM): (
        KEPT.format("u hebt er geen toegang toe"),
        OPENED.format("u hebt er geen toegang toe"),
        "u mag het niet lezen. Vraag iemand die dat mag.",
        "U mag niet schrijven in deze map: map. Kies een andere map.",
        "Bij ‘x.pdf’ lukt het niet: u mag daar niet schrijven.",
    ),
    (errno.EROFS,): (
        KEPT.format("daar mag alleen gelezen worden"),
        OPENED.format("daar mag alleen gelezen worden"),
        "het is niet te lezen (fout EROFS).",
        "U mag niet schrijven in deze map: map. Kies een andere map.",
        "Bij ‘x.pdf’ lukt het niet: u mag daar niet schrijven.",
    ),
    (errno.ENOENT,): (
        KEPT.format("die plek bestaat niet"),
        OPENED.format("die plek bestaat niet"),
        NOT_THERE,
        "Deze map bestaat niet: map. Kies een andere map.",
        "Bij ‘x.pdf’ lukt het niet: die plek bestaat niet.",
    ),
    (errno.ENOTDIR,): (
        KEPT.format("daar staat een bestand in de weg"),
        OPENED.format("daar staat een bestand in de weg"),
        NOT_THERE,
        "Dit is geen map: map. Kies een andere map.",
        "Bij ‘x.pdf’ lukt het niet: daar staat een bestand in de weg.",
    ),
    (errno.EEXIST,): (
        KEPT.format("daar staat een bestand in de weg"),
        None,
        None,
        "Bewaren lukt niet in map: EEXIST",
        "Bij ‘x.pdf’ lukt het niet: daar staat een bestand in de weg.",
    ),
    (errno.EISDIR,): (
        KEPT.format("daar staat een map in de weg"),
        OPENED.format("daar staat een map in de weg"),
        "het is niet te lezen (fout EISDIR).",
        "Bewaren lukt niet in map: EISDIR",
        "Bij ‘x.pdf’ lukt het niet: daar staat een map in de weg.",
    ),
    (errno.ENAMETOOLONG,): (
        KEPT.format("de naam is te lang"),
        OPENED.format("de naam is te lang"),
        NOT_THERE,
        "Deze naam is te lang. Kies een kortere naam.",
        "Bij ‘x.pdf’ lukt het niet: de naam is te lang.",
    ),
    (errno.EIO,): (
        KEPT.format("de schijf geeft een fout"),
        OPENED.format("de schijf geeft een fout"),
        "het is niet te lezen (fout EIO).",
        "Bewaren lukt niet in map: EIO",
        "Bij ‘x.pdf’ lukt het niet: de schijf geeft een fout.",
    ),
    (errno.EBUSY,): (
        KEPT.format("een ander programma heeft het open"),
        OPENED.format("een ander programma heeft het open"),
        "een ander programma heeft het open. Sluit het daar, en probeer het nog eens.",
        "Dit bestand is open in een ander programma. Sluit het daar, of kies een andere naam.",
        "Bij ‘x.pdf’ lukt het niet: een ander programma heeft het open.",
    ),
    (errno.EINVAL,): (
        KEPT.format("die naam kan hier niet"),
        OPENED.format("die naam kan hier niet"),
        NOT_THERE,
        "Deze naam kan hier niet. Kies een andere naam.",
        "Bij ‘x.pdf’ lukt het niet: die naam kan hier niet.",
    ),
    (errno.ELOOP, errno.EMLINK): (
        None,
        None,
        "dit is een snelkoppeling. Geef het bestand zelf.",
        None,
        None,
    ),
    (errno.ENXIO, errno.ENODEV): (None, None, "dit is geen gewoon bestand.", None, None),
    (errno.ENOSYS,): (
        KEPT.format("fout ENOSYS"),
        OPENED.format("fout ENOSYS"),
        "het is niet te lezen (fout ENOSYS).",
        "Bewaren lukt niet in map: ENOSYS",
        "Bij ‘x.pdf’ lukt het niet: fout ENOSYS.",
    ),
}


@pytest.mark.parametrize(
    ("code", "says"), [(code, says) for codes, says in SAID.items() for code in codes], ids=lambda v: str(v)[:12]
)
def test_each_occasion_has_its_own_sentence(code, says):
    error = OSError(code, os.strerror(code), "x.pdf")
    found = (
        not_kept(error, "map"),
        not_opened(error, "pad"),
        not_read(error),
        not_saved(error, "map"),
        not_done(error),
    )
    for sentence, expected in zip(found, says, strict=True):
        assert expected in {None, sentence}


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.EACCES, "u mag het niet lezen"),
        (errno.ENAMETOOLONG, "de naam is te lang"),
        (errno.ELOOP, f"fout {LOOP}"),
    ],
)
def test_a_reason_in_a_few_words(code, says):
    assert why_not_read(OSError(code, "x")) == says


@pytest.mark.parametrize("number", [32, 33])
def test_what_windows_says_of_a_file_that_is_held(number):
    error = PermissionError(errno.EACCES, "sharing violation", "x.pdf")
    error.winerror = number
    assert not_saved(error, "map").startswith("Dit bestand is open in een ander programma.")
    assert why_not_read(error) == "een ander programma heeft het open"


@pytest.mark.parametrize(("length", "says"), [(259, "die plek bestaat niet"), (260, "de naam is te lang")])
def test_a_path_that_is_too_long_for_windows_is_told_as_such(monkeypatch, length, says):
    """It says itself only that there is no such place."""
    error = FileNotFoundError(errno.ENOENT, "not found", "x.pdf", None, "m" * length)
    monkeypatch.setattr("sys.platform", "linux")
    assert why_not_read(error) == "die plek bestaat niet"
    monkeypatch.setattr("sys.platform", "win32")
    assert why_not_read(error) == says


def test_an_error_without_a_number_or_a_name():
    assert not_read(ValueError("embedded null byte")) == NOT_THERE
    assert not_kept(OSError("?"), "map") == KEPT.format("fout ?")
    assert not_done(OSError(errno.EACCES, "x")) == "Schrijven lukt niet: u mag daar niet schrijven."


def test_what_a_person_is_told_is_one_kind_of_error():
    from samenspel.group.workshop import WorkshopError
    from samenspel.storage import NewerError, NotFoundError, StorageError, UnreadableError

    for kind in (StorageError, NotFoundError, UnreadableError, NewerError, WorkshopError):
        assert issubclass(kind, RefusalError)
    assert str(StorageError("Dit kan niet.")) == "Dit kan niet."
