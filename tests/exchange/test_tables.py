"""What a spreadsheet does to a table of typed-in forms: read rightly, or named in one line with cell and remedy.

``tests/data/cases`` holds inputs that once went wrong, ``tests/data/rekenprogramma`` what LibreOffice Calc with
Dutch settings saved (see make.py there).
"""

import csv
import io
import os
import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from samenspel.exchange.receive.csv_forms import is_forms, read_forms
from samenspel.exchange.receive.csv_table import MOST_COLUMNS, MOST_ROWS, SIZE_LIMIT
from samenspel.exchange.receive.forms import FormsError, cell_name, columns, some
from samenspel.exchange.receive.rewritten import is_error, understood

DATA = Path(__file__).parents[1] / "data"
CASES, SAVED = DATA / "cases", DATA / "rekenprogramma"
FULL = bool(os.environ.get("SAMENSPEL_FULL"))
TAB = "\t"
FORMULA = "is een fout van een formule, geen antwoord. Typ wat op het formulier staat, met een apostrof (') ervoor."
FORMATTED = "dit werd een percentage, bedrag, tijd of WAAR. Zet de kolom op ‘Tekst’ en typ het antwoord opnieuw."
BROKEN = "hier zijn letters veranderd in vreemde tekens. Verbeter ze, en bewaar het bestand als ‘CSV UTF-8’."
OLD = "regel 2 is geen UTF-8. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’."
WIDER = (
    "Haal de extra cellen weg. Staat het teken tussen de cellen ook in een tekst? Zet die tekst tussen "
    "aanhalingstekens."
)
TURNED = (
    "de formulieren staan naast elkaar. Elk formulier hoort op een eigen rij. Kopieer de tabel, en kies bij het "
    "plakken voor ‘Transponeren’."
)
NO_COLUMNS = "samenspel ziet niet waar een kolom ophoudt. Bewaar het blad in uw rekenprogramma als ‘CSV UTF-8’."
SAVE = "Open het in uw rekenprogramma, en bewaar het blad als ‘CSV UTF-8’."


@pytest.fixture
def write(tmp_path):
    def writer(content, name="forms.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writer


def told(path, questionnaire):
    with pytest.raises(FormsError) as caught:
        read_forms(path, questionnaire)
    return str(caught.value).splitlines()


# Inputs that went wrong. ----------------------------------------------------------------------------------------------


@pytest.fixture
def plain(real, write):
    """What stands in each of the cases."""
    text = (CASES / "c01-sep-regel.csv").read_text(encoding="utf-8-sig").removeprefix("sep=;\n")
    assert text.startswith("respondent;")
    return read_forms(write(text), real)


@pytest.mark.parametrize(
    "name", ["c01-sep-regel.csv", "c02-datum-1-mrt.csv", "c03-lege-kolommen-achteraan.csv", "c06-tab.txt"]
)
def test_what_a_spreadsheet_added_or_changed_is_read(real, plain, name):
    assert read_forms(CASES / name, real) == plain


def test_capitals_are_read(real, plain):
    found = read_forms(CASES / "c09-hoofdletters-autocorrectie.csv", real)
    as_typed = [replace(form, response=replace(form.response, area=form.response.area.lower())) for form in found]
    assert tuple(as_typed) == plain


def test_the_error_of_a_formula_is_refused_with_its_cells(real):
    (line,) = told(CASES / "c11-naam-fout.csv", real)
    assert line == f"c11-naam-fout.csv, rij 2, 3 en 4, kolom BM (toe-goed): ‘#NAAM?’ {FORMULA}"


def test_a_title_above_the_header_is_one_line(real):
    (line,) = told(CASES / "c15-titelrij.csv", real)
    assert line == (
        "c15-titelrij.csv: de namen van de kolommen staan op rij 3. Haal weg wat erboven staat "
        "(rij 1: ‘Formulieren wijk noord’)."
    )


# What a spreadsheet saved. --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def example(real):
    return read_forms(Path(__file__).parents[2] / "docs" / "voorbeeld-formulieren.csv", real)


@pytest.mark.parametrize(
    "name",
    [
        *sorted(path.name for path in SAVED.glob("datum*")),
        *(f"getal-{kind}.csv" for kind in ("een-decimaal", "voorloopnul", "wetenschappelijk")),
        "gewoon.csv",
    ],
)
def test_the_example_survives_being_opened_and_saved(real, example, name):
    assert read_forms(SAVED / name, real) == example
    assert is_forms(SAVED / name, real)


TEXTS = [
    {
        "toe-goed": 'Eén vast café; wij, ‘de wijk’, zeggen: "ja".\nEn: geëerde collega\'s.',
        "toe-tips": "Vaker samen eten; ’s avonds, bij José.",
    },
    {"toe-goed": "Wij zien elkaar weinig – maar één keer.", "toe-minder": "Wij zien elkaar weinig."},
]


@pytest.mark.parametrize(
    "name",
    [
        *("teksten.csv", "teksten-windows.csv", "teksten-windows-komma.csv", "teksten-utf16.txt"),
        *("een-kolom-komma.csv", "een-kolom-tab.csv", "een-kolom-puntkomma.csv"),
    ],
)
def test_texts_survive_other_encodings_separators_and_quotes(real, example, name):
    found = read_forms(SAVED / name, real)
    assert [form.response.open for form in found] == TEXTS
    assert [replace(form.response, open={}) for form in found] == [replace(one.response, open={}) for one in example]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("teksten-mac.csv", [f": {OLD}"]),
        ("teksten-dos.csv", [f": {OLD}"]),
        (
            "verkeerd-geopend.csv",
            [f", rij 2 en 3, kolom BQ (toe-goed): {BROKEN}", f", rij 2, kolom BT (toe-tips): {BROKEN}"],
        ),
        ("getal-procent.csv", [f", cellen G2, H2 en 64 andere: {FORMATTED}"]),
        ("getal-waar-onwaar.csv", [f", cellen G2, H2 en 64 andere: {FORMATTED}"]),
        *(
            (f"werkmap{kind}", [f": dit is een werkmap van een rekenprogramma. {SAVE}"])
            for kind in (".xlsx", ".ods", ".xls", ".slk", ".dif", "-2003.xml")
        ),
        ("webpagina.html", [f": dit is een webpagina. {SAVE}"]),
    ],
)
def test_what_cannot_be_read_with_certainty_is_named(real, name, lines):
    assert told(SAVED / name, real) == [name + line for line in lines]


# More of the same kinds. ----------------------------------------------------------------------------------------------

HEAD = "respondent;partij;vorm;ervaring;overleg;rol-eigen;rol-ander;kennis-brood;toe-goed;toe-activiteiten\n"
ROW = "7;slager;kort;nog-niet;geen;4;0;weet-niet;Het contact.;lunch|anders+\n"


@pytest.fixture
def right(small, write):
    return read_forms(write(HEAD + ROW), small)


@pytest.mark.parametrize(
    "content",
    [
        f"sep=,\n{HEAD}{ROW}".replace(";", ","),
        f'"sep=;"\r\n{HEAD}{ROW}',
        f"SEP=;;;;\n{HEAD}{ROW}",
        f"sep=\t\n{HEAD}{ROW}".replace(";", TAB),
        "sep=|\n" + (HEAD + ROW.replace("lunch|anders+", '"lunch|anders+"')).replace(";", "|"),
        f"sep=,\n{HEAD}{ROW}",  # it says so, but it is not
        HEAD.replace(";", ";;", 3) + ROW.replace(";", ";;", 3),  # empty columns in between
        ";" + HEAD + ";" + ROW,
        "\n;;;\n\n" + HEAD + "\n;\n" + ROW + "\n\n;;;;\n",
        HEAD.upper() + ROW.upper().replace("HET CONTACT.", "Het contact."),
        HEAD.replace("-", "–") + ROW.replace("weet-niet", "weet–niet"),
        HEAD.replace("rol-eigen", " 'Rol Eigen' ")
        + ROW.replace("weet-niet", "Weet niet").replace("nog-niet", "Nog niet"),
        HEAD + ROW.replace("slager", "\u00a0Slager\u00a0").replace("geen", "‘geen’").replace(";4;", ";'4;"),
        HEAD + ROW.replace(";4;", ";4,0;").replace(";0;", ";0.00;"),
        HEAD + ROW.replace(";4;", ";+4;").replace(";0;", ";00;"),
        HEAD + ROW.replace(";4;", ';="4";').replace("slager", '"=""slager"""'),
        HEAD + ROW.replace("lunch|anders+", " Lunch | ANDERS + "),
        (HEAD + ROW).encode("utf-16-le"),
        (HEAD + ROW).replace(";", TAB).encode("utf-16-be"),
        "\ufeff\ufeff" + HEAD + ROW,
        HEAD + "'" + ROW,
        "\ufeff" + '"' + HEAD.strip().replace(";", '";"') + '"\n' + ROW,
        "".join(f'"{line}"\n' for line in (HEAD + ROW).splitlines()),
        HEAD + f'"{ROW.strip()}"\n',
        HEAD.strip() + ";\u200b;\u00a0\n" + ROW.strip() + ";\u200e;  \n",
    ],
)
def test_more_that_is_read(small, write, right, content):
    assert read_forms(write(content), small) == right


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            f"Overzicht;;van team Noord\n\n{HEAD}{ROW}",
            ["de namen van de kolommen staan op rij 3. Haal weg wat erboven staat (rij 1: ‘Overzicht’)."],
        ),
        (
            f"sep=;\n;Titel\n{HEAD}{ROW}",
            ["de namen van de kolommen staan op rij 2. Haal weg wat erboven staat (rij 1: ‘Titel’)."],
        ),
        (
            HEAD + ROW + "\n\n" + HEAD + ROW,
            ["rij 5: hier staat nog een kop. Zet elke tabel in een eigen bestand, of haal deze rij weg."],
        ),
        (
            HEAD + ROW + "\nNaam;Respondent;Partij\nx;9;kok\n",
            ["rij 4: hier staat nog een kop. Zet elke tabel in een eigen bestand, of haal deze rij weg."],
        ),
        (HEAD + ROW + "Totaal;;;;;4;0\n", ["rij 3: dit lijkt een rij met totalen. Haal die rij weg."]),
        (HEAD + ROW + ";;Gemiddelde:;;;4;0\n", ["rij 3: dit lijkt een rij met totalen. Haal die rij weg."]),
        (
            HEAD + ROW + "\n;;;;;;;;0 = weet ik niet\n",
            [
                (
                    "rij 4: dit is geen formulier: er staat geen respondent en geen partij. Vul de rij aan, of haal "
                    "hem weg."
                )
            ],
        ),
        (
            HEAD + ROW + "8;;;;;3\n9;;;;;2\n",  # cells that were one
            ["rij 3 en 4, kolom B (partij): hier staat niets. Kies uit: bakker, slager of andere-rol."],
        ),
        (
            HEAD + ROW.replace("7;", "1E+05;", 1),
            [
                (
                    "rij 2, kolom A (respondent): ‘1E+05’ is een afgekort getal. Zet de kolom op ‘Tekst’ en typ het "
                    "nummer opnieuw."
                )
            ],
        ),
        (
            HEAD + ROW.replace("7;slager", "#####;#N/B"),
            [
                f"rij 2, kolom A (respondent): ‘#####’ {FORMULA}",
                f"rij 2, kolom B (partij): ‘#N/B’ {FORMULA}",
            ],
        ),
        (
            HEAD.replace("rol-ander", "#VERW!") + ROW,
            ["rij 1, kolom G: ‘#VERW!’ is een fout van een formule. Typ hier de naam van de kolom."],
        ),
        (
            HEAD + ROW.replace(";4;", ";€ 4,00;").replace(";0;", ";12:30;"),
            [f"rij 2, kolom {column}: {FORMATTED}" for column in ("F (rol-eigen)", "G (rol-ander)")],
        ),
        (
            HEAD + ROW.replace("Het contact.", "Het caf\ufffd."),
            [f"rij 2, kolom I (toe-goed): {BROKEN}"],
        ),
        (
            "maand;cijfer\nmei;4\n",
            [
                (
                    "dit is geen tabel met formulieren: er is geen kop met ‘respondent’ en ‘partij’. Zet de namen van "
                    "de kolommen in de eerste rij."
                )
            ],
        ),
        (
            HEAD.replace("kennis-brood", "") + ROW,
            [
                (
                    "rij 2, kolom H: deze kolom heeft geen naam, maar er staat wel iets in. Geef hem een naam of haal "
                    "hem weg."
                )
            ],
        ),
        (
            HEAD.replace(";", ",") + ROW.replace(";", ",").replace("Het contact.", "Het contact, en meer"),
            [f"rij 2: deze rij heeft 11 cellen, de kop heeft er 10. {WIDER}"],
        ),
        (  # all moves one place, over a cell that was empty
            HEAD + ROW.replace("geen;", ";").replace(";4;", ";;", 1).replace("kort;nog-niet", "kort;;nog-niet"),
            [f"rij 2: deze rij heeft 11 cellen, de kop heeft er 10. {WIDER}"],
        ),
        (
            "respondent;partij;toe-goed;gebied\n1;bakker;koffie; en thee;\n2;bakker;x;;\n3;slager;x;y\n",
            [f"rij 2 en 3: deze rij heeft 5 cellen, de kop heeft er 4. {WIDER}"],
        ),
        ("respondent;7;8\npartij;bakker;slager\nrol-eigen;4;3\n", [TURNED]),
        ("Partij,bakker\n\nRol-eigen,4\nRespondent,7\n", [TURNED]),
        (HEAD.replace(";", "   ") + ROW.replace(";", "   "), [NO_COLUMNS]),  # as a printer has it
        (HEAD.replace(";", ":") + ROW.replace(";", ":"), [NO_COLUMNS]),
    ],
)
def test_more_that_is_named_with_its_place(small, write, content, lines):
    found = told(write(content), small)
    assert [line.removeprefix("forms.csv").removeprefix(", ").removeprefix(": ") for line in found][
        : len(lines)
    ] == lines


TYPED = ["één keer", "cafés", "geïnd", "à la", "Éénmaal", "zo’n", "– ja", "coëxistent", "voilà", "reünie"]
SYSTEMS = [("cp1252", "mac-roman"), ("cp1252", "cp850"), ("mac-roman", "cp1252"), ("cp850", "cp1252")]
WRONGLY = ["cp1252", "latin-1", "mac-roman", "cp850", "cp437"]


@pytest.mark.parametrize("encoding", WRONGLY)
@pytest.mark.parametrize("typed", TYPED)
def test_letters_that_were_opened_in_another_encoding_are_named(small, write, typed, encoding):
    seen = typed.encode().decode(encoding, "ignore")
    (line,) = told(write(HEAD + ROW.replace("Het contact.", f"{seen} en meer")), small)
    assert line == f"forms.csv, rij 2, kolom I (toe-goed): {BROKEN}"


@pytest.mark.parametrize(
    ("saved_as", "opened_as"),
    [("cp1252", "mac-roman"), ("cp1252", "cp850"), ("mac-roman", "cp1252"), ("cp850", "cp1252")],
)
@pytest.mark.parametrize("typed", ["één keer", "een café.", "wij zijn reëel"])
def test_so_are_letters_of_older_systems(small, write, typed, saved_as, opened_as):
    seen = typed.encode(saved_as).decode(opened_as)
    (line,) = told(write(HEAD + ROW.replace("Het contact.", seen)), small)
    assert line == f"forms.csv, rij 2, kolom I (toe-goed): {BROKEN}"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            *TYPED,
            "ÉÉN KEER",
            "ÉÉN keer",
            "IJsland",
            "İstanbul",
            "São Paulo",
            "SÃO",
            "Âge d’or",
            "‘Ècht’ zei hij",
            "maar…dus",
        ),
        *(
            "foto’s",
            "50 ‰",
            "a • b",
            "x√2",
            "½ uur",
            "Ångström",
            "naïef ©",
            "e-mail → app",
            "👍 goed",
            "├ ja",
            "Ælfred Østergård",
        ),
    ],
)
def test_letters_that_somebody_typed_stay(small, write, typed):
    (form,) = read_forms(write(HEAD + ROW.replace("Het contact.", typed)), small)
    assert form.response.open["toe-goed"] == typed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_that_is_no_utf_8_is_counted_as_it_ends(small, write, end):
    content = (HEAD + ROW + ROW.replace("7;", "8;", 1).replace("Het", "Één")).replace("\n", end).encode("mac-roman")
    path = write(content)
    (line,) = told(path, small)
    assert line == "forms.csv: regel 3 is geen UTF-8. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’."
    assert is_forms(path, small)  # in a folder, it is told too


def test_in_a_folder_a_table_that_is_too_large_is_one(small, write):
    path = write((HEAD + ROW + "8;bakker\n" * (SIZE_LIMIT // 9)).encode())
    assert is_forms(path, small)
    assert told(path, small) == ["forms.csv: het bestand is te groot: hooguit 5 MB mag. Splits het."]


ERRORS = "#NAAM? #NAME? #N/B #N/A #WAARDE! #VALUE! #VERW! #REF! #DEEL/0! #DIV/0! #GETAL! #NUM! #LEEG! #NULL! #SPILL!"
ERRORS += " #OVERLOPEN! #BEREKEN! #CALC! #ERROR! #FOUT! #GEBLOKKEERD! #WERT! Err:502 Fout:522 ## ########"


@pytest.mark.parametrize("error", ERRORS.split())
def test_no_error_of_a_formula_is_an_answer(small, write, error):
    for column in ("respondent", "partij", "vorm", "ervaring", "rol-eigen", "kennis-brood", "toe-goed"):
        row = dict(zip(HEAD.strip().split(";"), ROW.strip().split(";"), strict=True)) | {column: error}
        (line,) = told(write(HEAD + ";".join(row.values())), small)
        assert f"({column}): ‘{error}’ is een fout van een formule, geen antwoord." in line
    assert is_error(error)


def test_two_ids_that_become_one_date_are_named_with_the_remedy(real, write):
    context = real.asked.context
    choices = (*context.experience.choices, replace(context.experience.choices[0], id="3-1"))
    asked = replace(real.asked, context=replace(context, experience=replace(context.experience, choices=choices)))
    (line,) = told(write("respondent;partij;ervaring\n1;wijkcoach;1-mrt\n"), replace(real, asked=asked))
    assert line == (
        "forms.csv, rij 2, kolom C (ervaring): ‘1-mrt’ mag hier niet. Kies uit: nog-niet, korter-1, 1-3, langer-3 of "
        "3-1, of laat de cel leeg. Uw rekenprogramma maakte er een datum van. Typ een apostrof ervoor: '1-3"
    )
    assert understood("'1-3", ("1-3", "3-1")) == "1-3"


def test_columns_are_called_as_in_a_spreadsheet():
    assert [cell_name(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_names_are_told_with_how_many_more_there_are():
    assert some("ab") == "a en b"
    assert some(["a", "b", "a", "c"]) == "a, b en c"
    assert some("abcd") == "a, b en 2 andere"


# All of it at once: forms that somebody typed in, as any spreadsheet may give them back. ------------------------------

MONTHS_NL = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
WORDS = ["Wij bellen elkaar.", "één keer; vaker, graag", '‘De wijk’ zei: "ja"', "", "€ 5 voor koffie", "a\nb", "– 1-3"]


EXPERIENCE = ("nog-niet", "korter-1", "1-3", "langer-3")
SPOILT = ["#NAAM?", "#N/B", "300%", "WAAR", "3,5", "1-mrt", "€ 4,00", "6", "4 of 5", "########", "wijkcoach?", "-1"]


def as_shown(rnd, column, text, questionnaire):
    """The cell as a spreadsheet shows what was typed: most often as it is."""
    choices = {name: kind for name, kind in columns(questionnaire).items() if kind and kind.kind != "open"}
    if column == "ervaring" and text == "1-3":
        forms = ["1-mrt", "01-03-2026", "3/1/27", "2026-03-01 00:00", "1-3", "'1-3", "1 maart 2026", "46082", "3-Jan"]
        return rnd.choice(forms)
    if column in choices and text.isdigit():
        return rnd.choice(
            [text, text, f"{text},0", f"{text}.00", f"0{text}", f" {text} ", f"{text},00E+00", f"'{text}"]
        )
    if column in choices and column != "gebied":
        return rnd.choice([text, text.capitalize(), text.upper(), f" {text}\u00a0", text.replace("-", "–")])
    return text


def saved(rnd, rows):
    """The rows as a file: any separator, encoding and line end, and what a spreadsheet adds."""
    width = len(rows[0])
    extra = rnd.choice([0, 0, 3])
    rows = [row + [""] * extra for row in rows]
    if rnd.random() < 0.3:
        at = rnd.randrange(width)
        rows = [[*row[:at], "", *row[at:]] for row in rows]
    for _blank in range(rnd.choice([0, 0, 2])):
        rows.insert(rnd.randrange(len(rows) + 1), [""] * rnd.choice([0, len(rows[0])]))
    separator = rnd.choice([";", ";", ",", TAB, "|"])
    quoting = rnd.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=rnd.choice(["\n", "\r\n"]), quoting=quoting).writerows(rows)
    text = out.getvalue()
    if rnd.random() < 0.2:
        text = f"sep={separator}\r\n{text}"
    encoding = rnd.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
    return text.encode(encoding)


@pytest.mark.campaign
def test_forms_come_in_whole_however_a_spreadsheet_gives_them_back(real, write):
    """Nothing lost and nothing changed: what was typed, or a refusal, and never one where nothing was spoilt."""
    rnd = random.Random(11)
    steps = columns(real)
    items, cards = [i.id for i in real.asked.items], [c.id for c in real.asked.cards]
    for _round in range(2_000 if FULL else 40):
        typed = []
        for number in range(rnd.randrange(1, 4)):
            row = {
                "respondent": str(number + 1),
                "partij": rnd.choice(["wijkcoach", "jongerenwerker", "andere-rol"]),
                "vorm": rnd.choice(["", "kort", "volledig"]),
                "ervaring": rnd.choice(["", *EXPERIENCE, "1-3", "1-3"]),
                "overleg": rnd.choice(["", "ja", "soms", "geen"]),
            }
            row |= {id_: rnd.choice(["", *"12345"]) for id_ in items}
            row |= {id_: rnd.choice(["", "wijkcoach", "allebei", "weet-niet"]) for id_ in cards}
            row["toe-goed"] = rnd.choice(WORDS)
            row["toe-activiteiten"] = rnd.choice(["", "lunch+|kennismaking", "lunch"])
            typed.append(row)
        head = [name for name in steps if name in typed[0]]
        expected = io.StringIO()
        writer = csv.DictWriter(expected, head, delimiter=";")
        writer.writeheader()
        writer.writerows(typed)
        wanted = read_forms(write(expected.getvalue(), "wanted.csv"), real)
        shown = [[as_shown(rnd, name, row[name], real) for name in head] for row in typed]
        names = [rnd.choice([name, name.upper(), f" {name.capitalize()} "]) for name in head]
        if rnd.random() < 0.3:
            shown[-1][head.index(column := rnd.choice([*items, *cards]))] = rnd.choice(SPOILT)
            with pytest.raises(FormsError) as caught:
                read_forms(write(saved(rnd, [names, *shown])), real)
            (fault,) = caught.value.problems
            assert fault.column == column
        else:
            content = saved(rnd, [names, *shown])
            assert read_forms(write(content), real) == wanted, content


def test_so_many_rows_and_columns_are_read_and_no_more(small, write):
    rows = [f"{number};bakker\n" for number in range(MOST_ROWS + 1)]
    head = "respondent;partij\n"
    assert len(read_forms(write(head + "".join(rows[:-1]) + ";\n" * 10), small)) == MOST_ROWS
    for table in (head + "".join(rows), "".join(f'"{row[:-1]}"\n' for row in (head, *rows))):
        assert told(write(table), small) == ["forms.csv: er staan meer dan 5000 rijen in. Splits het bestand."]
    names = [f"k{number}" for number in range(MOST_COLUMNS - 1)]
    assert told(write(f"respondent;partij;{';'.join(names)}\n1;bakker\n"), small) == [
        "forms.csv: er staan 1001 kolommen in, hooguit 1000 mag. Haal weg wat er niet bij hoort."
    ]
    assert "hooguit" not in told(write(f"respondent;partij;{';'.join(names[1:])};;;\n1;bakker\n"), small)[0]
