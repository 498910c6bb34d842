import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samenspel import hygiene
from samenspel.exchange.receive.csv_forms import MANY, read_forms
from samenspel.exchange.receive.csv_table import SIZE_LIMIT
from samenspel.exchange.receive.forms import FormsError, columns
from samenspel.questionnaire import model as m
from samenspel.response import Response
from strategies import responses


def refused(small: m.Questionnaire, path: Path) -> list[str]:
    with pytest.raises(FormsError) as caught:
        read_forms(path, small)
    return str(caught.value).splitlines()


@pytest.fixture
def write(tmp_path: Path):
    def writer(content: str | bytes) -> Path:
        path = tmp_path / "forms.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return writer


ROW = (
    "respondent;partij;vorm;gebied;ervaring;overleg;rol-eigen;rol-brood;rol-ander;kennis-brood;toe-goed;toe-activiteiten\n"
    "7;slager;kort;Zuid-West;nog-niet;geen;4;2;0;weet-niet;Het contact.;lunch | anders+\n"
)
EXPECTED = Response(
    party="slager",
    form="kort",
    area="Zuid-West",
    experience="nog-niet",
    meeting="geen",
    answers={"rol-eigen": 4, "rol-brood": 2, "rol-ander": 0},
    knowledge={"kennis-brood": "weet-niet"},
    open={"toe-goed": "Het contact."},
    activities={"lunch": False, "anders": True},
)


@pytest.mark.parametrize(
    "content",
    [
        ROW,
        ROW.replace("\n", "\r\n"),
        ROW.replace(";", ","),
        ROW.replace("\n", "\r"),
        "\ufeff" + ROW,
        ROW.rstrip("\n"),
        ROW.encode("utf-16"),
        "\n" + ROW,
        ";;\n\n" + ROW,
        ROW + "\n;;;;\n\n",
        ROW.replace(";4;", "; 4 ;"),
    ],
)
def test_every_usual_way_of_writing_is_read(small: m.Questionnaire, write, content: str | bytes) -> None:
    (form,) = read_forms(write(content), small)
    assert form.respondent == "7"
    assert form.response == EXPECTED


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_first_row_says_which_separator_it_is(small: m.Questionnaire, write, end: str) -> None:
    (form,) = read_forms(write(f"respondent,partij,toe-goed{end}1,slager,Koffie; en brood.{end}"), small)
    assert form.response == Response(party="slager", open={"toe-goed": "Koffie; en brood."})


def test_only_respondent_and_party_are_required(small: m.Questionnaire, write) -> None:
    forms = read_forms(write("partij;respondent\nbakker;a\nandere-rol;b"), small)
    assert [(f.respondent, f.response) for f in forms] == [
        ("a", Response(party="bakker")),
        ("b", Response(party="andere-rol")),
    ]


def test_columns_are_the_contract(small: m.Questionnaire) -> None:
    assert list(columns(small))[:7] == ["respondent", "partij", "vorm", "gebied", "ervaring", "overleg", "rol-eigen"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("respondent;partij;rol-eigne\n1;bakker;3", "rij 1, kolom C (rol-eigne): deze kolom hoort er niet bij"),
        ("respondent;partij;rol-eigne\n1;bakker;3", "Bedoelde u ‘rol-eigen’?"),
        ("respondent;partij;partij\n1;bakker;bakker", "rij 1, kolom C (partij): deze kolom staat er twee keer"),
        ("respondent;;partij\n1;x;bakker", "rij 2, kolom B: deze kolom heeft geen naam, maar er staat wel iets in"),
        ("partij\nbakker", "rij 1, kolom respondent: deze kolom ontbreekt"),
        ("respondent\n1", "rij 1, kolom partij: deze kolom ontbreekt"),
        (
            "respondent;partij;rol-ander\n1;bakker;6",
            "rij 2, kolom C (rol-ander): ‘6’ mag hier niet. Kies uit: 0, 1, 2, 3, 4 of 5",
        ),
        (
            "respondent;partij;rol-eigen\n1;bakker;0",
            "kolom C (rol-eigen): ‘0’ mag hier niet. Kies uit: 1, 2, 3, 4 of 5",
        ),
        (
            "respondent;partij\n1;baker",
            "kolom B (partij): ‘baker’ is geen partij. Kies uit: bakker, slager of andere-rol. Bedoelde u ‘bakker’?",
        ),
        ("respondent;partij\n1;", "rij 2, kolom B (partij): hier staat niets"),
        ("respondent;partij\n;bakker", "rij 2, kolom A (respondent): hier staat niets"),
        ("respondent;partij\n1;bakker\n1;slager", "rij 3, kolom A (respondent): ‘1’ staat ook in rij 2"),
        ("respondent;partij\n1;bakker;3", "rij 2: deze rij heeft 3 cellen, de kop heeft er 2"),
        (
            "respondent;partij;vorm\n1;bakker;lang",
            "rij 2, kolom C (vorm): ‘lang’ mag hier niet. Kies uit: volledig of kort",
        ),
        ("respondent;partij;ervaring\n1;bakker;lang", "rij 2, kolom C (ervaring): ‘lang’ mag hier niet"),
        (
            "respondent;partij;overleg\n1;bakker;nee",
            "rij 2, kolom C (overleg): ‘nee’ mag hier niet. Kies uit: ja of geen",
        ),
        ("respondent;partij;kennis-brood\n1;bakker;beide", "kolom C (kennis-brood): ‘beide’ mag hier niet"),
        ("respondent;partij;toe-activiteiten\n1;bakker;dans", "kolom C (toe-activiteiten): ‘dans’ mag hier niet"),
        (
            "respondent;partij;toe-goed\n1;bakker;" + "x" * 20_000,
            "kolom C (toe-goed): deze tekst heeft 20000 tekens, hooguit 2000",
        ),
        (
            "respondent;partij\n" + "9" * 200 + ";bakker",
            "kolom A (respondent): deze tekst heeft 200 tekens, hooguit 60",
        ),
        ("respondent;partij\n", "er staan geen ingevulde formulieren in"),
        ("", "het bestand is leeg"),
        ("\n\n", "het bestand is leeg"),
        ('respondent;partij\n1;"bakker', "is niet te lezen"),
        ("respondent;partij\n1;b\u00e4kker".encode("mac-roman"), "regel 2 is geen UTF-8"),
        (b"respondent;partij\n1;bak\0ker", "dit is geen tekstbestand"),
        (b"PK\x03\x04" + bytes(100), "dit is een ingepakt bestand, zoals een ZIP. Pak het eerst uit."),
        (b"x" * (SIZE_LIMIT + 1), "het bestand is te groot: hooguit 5 MB"),
    ],
)
def test_refused(small: m.Questionnaire, write, content: str | bytes, expected: str) -> None:
    lines = refused(small, write(content))
    assert all(line.startswith("forms.csv") for line in lines)
    assert any(expected in line for line in lines), lines


def test_all_errors_at_once(small: m.Questionnaire, write) -> None:
    path = write("respondent;partij;rol-eigen;rol-ander\n1;bakker;0;9\n1;kok;x;3\n;slager;3;3;3\n")
    places = [line.split(": ", 1)[0] for line in refused(small, path)]
    assert places == [
        "forms.csv, rij 2, kolom C (rol-eigen)",
        "forms.csv, rij 2, kolom D (rol-ander)",
        "forms.csv, rij 3, kolom A (respondent)",
        "forms.csv, rij 3, kolom B (partij)",
        "forms.csv, rij 3, kolom C (rol-eigen)",
        "forms.csv, rij 4",
        "forms.csv, rij 4, kolom A (respondent)",
    ]


def test_hostile_cells_cannot_write_on_the_terminal(small: m.Questionnaire, write) -> None:
    (line,) = refused(small, write("respondent;partij\n1;\x1b[31m\u202ekok" + "x" * 500))
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert len(line) < 200


def test_a_hundred_megabytes_are_refused_without_being_read(small: m.Questionnaire, tmp_path: Path) -> None:
    path = tmp_path / "forms.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (line,) = refused(small, path)
    assert "te groot" in line


def test_what_is_no_file(small: m.Questionnaire, tmp_path: Path) -> None:
    assert "dit is een map. Noem het CSV-bestand zelf" in refused(small, tmp_path)[0]
    assert "dit bestand is er niet" in refused(small, tmp_path / "weg.csv")[0]


@given(st.data())
def test_any_response_survives_the_table(
    small: m.Questionnaire, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    import csv

    given_ = data.draw(responses(small, with_texts=True))
    assume(not any(map(hygiene.is_misread, (given_.area, *given_.open.values()))))
    path = tmp_path_factory.mktemp("csv") / "forms.csv"
    activities = "|".join(id_ + "+" * lasted for id_, lasted in given_.activities.items())
    row = {
        "respondent": "1",
        "partij": given_.party,
        "vorm": given_.form,
        "gebied": given_.area,
        "ervaring": given_.experience,
        "overleg": given_.meeting,
        **given_.answers,
        **given_.knowledge,
        **given_.open,
        "toe-activiteiten": activities,
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns(small)), delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    (form,) = read_forms(path, small)
    read = form.response
    assert (read.party, read.form, read.area, read.experience, read.meeting) == (
        given_.party,
        given_.form,
        given_.area,
        given_.experience,
        given_.meeting,
    )
    assert (read.answers, read.knowledge, read.open, read.activities) == (
        given_.answers,
        given_.knowledge,
        given_.open,
        given_.activities,
    )


@given(st.binary(max_size=400))
def test_any_bytes_give_forms_or_our_error(
    small: m.Questionnaire, tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("csv") / "forms.csv"
    path.write_bytes(b"respondent;partij;rol-eigen\n1;bakker;" + content)
    with suppress(FormsError):
        read_forms(path, small)


def test_marks_that_nobody_sees_are_no_part_of_an_answer(small, write):
    path = write("respondent;partij\u200b;rol-eigen;toe-goed\n1;\u200bslager;4\u200e;een\u202e\n")
    (form,) = read_forms(path, small)
    assert (form.response.party, form.response.answers) == ("slager", {"rol-eigen": 4})
    assert form.response.open == {"toe-goed": "een"}


def test_a_quote_that_never_closes_is_told_with_the_line_where_its_row_begins(small, write):
    content = 'respondent;partij;toe-goed\n1;slager;goed\n2;bakker;"open\n3;slager;x\n4;slager;x\n'
    assert "de rij vanaf regel 3" in refused(small, write(content))[0]


@pytest.mark.parametrize(
    "content",
    [
        "respondent;partij;" + ";".join(f"k{nth}" for nth in range(900)) + "\n",
        "respondent;partij;" + "rol-eigen;" * 900 + "\n",
        "respondent;partij" + ";" * 900 + "rol-eigen\n1;slager" + ";x" * 900,
        "respondent;partij\n" + "".join(f"{nth};slagr\n" for nth in range(4_000)),
        "respondent;partij;rol-eigen\n" + "".join(f"{nth};slager;{nth}x\n" for nth in range(4_000)),
    ],
    ids=["unknown", "double", "without a name", "rows", "cells"],
)
def test_of_endless_faults_the_first_are_told(small, write, content):
    with pytest.raises(FormsError) as caught:
        read_forms(write(content), small)
    assert len(caught.value.problems) == MANY + 1
    assert len(str(caught.value).splitlines()) <= MANY + 1
    assert str(caught.value).endswith(f"forms.csv: dit zijn de eerste {MANY} fouten. Verbeter die eerst.")


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("1;bakker;9;;\n2;bakker;4;;", "rij 2, kolom C (rol-eigen): ‘9’ mag hier niet."),
        (
            "1;bakker;9;;\n2;slager;9;;\n3;slager;4;;\n4;slager;9;;",
            "rij 2, 3 en 5, kolom C (rol-eigen): ‘9’ mag hier niet.",
        ),
        (
            "".join(f"{n};bakker;9;;\n" for n in range(16)),
            "rij 2, 3 en 14 andere, kolom C (rol-eigen): ‘9’ mag hier niet.",
        ),
        ("1;bakker;;9;9", "rij 2, kolom D (rol-brood): ‘9’ mag hier niet."),
        ("1;bakker;8%;9%;10%\n2;bakker;1%;2%;", "rij 2 en 3, kolom C (rol-eigen): dit werd een percentage"),
    ],
)
def test_the_same_fault_in_more_rows_is_one_line(small, write, rows, line):
    told = refused(small, write(f"respondent;partij;rol-eigen;rol-brood;rol-ander\n{rows}"))
    assert told[0].startswith(f"forms.csv, {line}")


def test_the_same_fault_in_many_columns_is_one_line(small, write):
    items = [item.id for item in small.asked.items]
    head = ";".join(["respondent", "partij", *items])
    (one,) = refused(small, write(f"{head}\n1;bakker" + ";#N/B" * len(items)))
    assert one.startswith("forms.csv, rij 2, kolom C (rol-eigen), D (rol-brood) en 4 andere: ‘#N/B’ is een fout")
    (two,) = refused(small, write(f"{head}\n1;bakker" + ";#N/B" * len(items) + "\n2;slager;;#N/B"))
    assert two.startswith("forms.csv, cellen C2, D2 en 5 andere: ‘#N/B’ is een fout van een formule, geen antwoord.")
    many = ";".join(["respondent", "partij", *(f"vraag{n}" for n in range(9))])
    (three,) = refused(small, write(f"{many}\n1;bakker"))
    assert three.startswith("forms.csv, rij 1, kolom C (vraag0), D (vraag1) en 7 andere: deze kolom hoort er niet bij.")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other limits")
def test_why_a_file_cannot_be_opened_is_told_in_dutch(small, tmp_path):
    loop = tmp_path / "kring.csv"
    loop.symlink_to(loop)
    assert refused(small, loop) == ["kring.csv: dit bestand gaat niet open (fout ELOOP)."]
    (line,) = refused(small, tmp_path / ("x" * 300))
    assert "de naam is te lang" in line
