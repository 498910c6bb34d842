"""Makes the files in this folder: the example of typed-in forms, as LibreOffice Calc with Dutch settings saves it.

Run once by hand, with the Python that LibreOffice's UNO belongs to; the tests only read what it made:

    samenspel vragenlijst papier samenwerking-jeugd --csv -o leeg.csv
    python3 make.py PROFILE OUT

PROFILE is the folder of a fresh LibreOffice profile (it is made Dutch), OUT an existing folder.
"""

# ruff: noqa: FBT003 - UNO takes no names

import csv
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

EXAMPLE = Path(__file__).parents[3] / "docs" / "voorbeeld-formulieren.csv"
EMPTY = Path(__file__).with_name("leeg.csv")
CSV = "Text - txt - csv (StarCalc)"
UTF8, UTF16, WINDOWS, MAC, DOS = 76, 65535, 1, 2, 4  # as LibreOffice numbers them
SEMICOLON, COMMA, TAB = 59, 44, 9
DUTCH_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop>
<prop oor:name="ooLocale" oor:op="fuse"><value>nl</value></prop>
</item>
</oor:items>
"""
TEXTS = {  # with every sign that a separator, a quote or an encoding can break
    (1, "toe-goed"): 'Eén vast café; wij, ‘de wijk’, zeggen: "ja".\nEn: geëerde collega\'s.',
    (1, "toe-tips"): "Vaker samen eten; ’s avonds, bij José.",
    (2, "toe-goed"): "Wij zien elkaar weinig – maar één keer.",
}
DAYS = {
    "d-mmm": ("D-MMM", "nl"),
    "d-mmm-jj": ("D-MMM-JJ", "nl"),
    "voluit": ("NNNND MMMM JJJJ", "nl"),
    "iso-tijd": ("JJJJ-MM-DD UU:MM", "nl"),
    "engels": ("MMMM D, YYYY", "en"),
    "vs": ("MM/DD/YY", "en"),
    "getal": ("0", "nl"),
}
NUMBERS = {
    "een-decimaal": ("0,0", "nl"),
    "wetenschappelijk": ("0,00E+00", "nl"),
    "voorloopnul": ("00", "nl"),
    "procent": ("0%", "nl"),
    "waar-onwaar": ("BOOLEAN", "nl"),
}
LOCALES = {"nl": Locale("nl", "NL", ""), "en": Locale("en", "US", "")}
EXPERIENCE, ITEMS = [4], range(6, 55)


def said(**values: object) -> tuple[PropertyValue, ...]:
    found = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


def options(separator: int, charset: int, *, quote_texts: bool = False, dates: bool = True) -> str:
    """Dutch; as it is shown."""
    return f"{separator},34,{charset},1,,1043,{str(quote_texts).lower()},{str(dates).lower()},false".replace(" ", "")


class Calc:
    def __init__(self, profile: Path) -> None:
        user = profile / "user"
        user.mkdir(parents=True, exist_ok=True)
        (user / "registrymodifications.xcu").write_text(DUTCH_PROFILE)
        at = "pipe,name=samenspel;urp;"
        subprocess.Popen(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", f"--accept={at}"])
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        for _attempt in range(60):
            try:
                there = resolver.resolve(f"uno:{at}StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(1)
        self.desk = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)

    def opened(self, path: Path, filter_options: str):
        more = said(Hidden=True, FilterName=CSV, FilterOptions=filter_options)
        return self.desk.loadComponentFromURL(path.as_uri(), "_blank", 0, more)

    def empty(self):
        return self.desk.loadComponentFromURL("private:factory/scalc", "_blank", 0, said(Hidden=True))


def save(document, path: Path, filter_name: str = CSV, filter_options: str = "") -> None:
    document.storeToURL(path.as_uri(), said(FilterName=filter_name, FilterOptions=filter_options))


def main() -> None:
    calc, out = Calc(Path(sys.argv[1]).absolute()), Path(sys.argv[2]).absolute()
    opened_and_saved(calc, out)
    typed(calc, out)
    opened_wrongly(calc, out)
    typed_over(calc, out)
    for kind, formats, columns in (("datum", DAYS, EXPERIENCE), ("getal", NUMBERS, ITEMS)):
        for name, (code, language) in formats.items():
            formatted(calc, out / f"{kind}-{name}.csv", code, LOCALES[language], columns)
    calc.desk.terminate()


def opened_and_saved(calc: Calc, out: Path) -> None:
    """The dates not recognised (as it asks by default) and recognised."""
    book = calc.opened(EXAMPLE, options(SEMICOLON, UTF8, dates=False))
    save(book, out / "gewoon.csv", filter_options=options(SEMICOLON, UTF8))
    book.close(True)
    book = calc.opened(EXAMPLE, options(SEMICOLON, UTF8))
    save(book, out / "datum.csv", filter_options=options(SEMICOLON, UTF8))
    save(book, out / "datum-komma.csv", filter_options=options(COMMA, UTF8))
    save(book, out / "datum-tab.txt", filter_options=options(TAB, WINDOWS))
    save(book, out / "datum-utf16.txt", filter_options=options(TAB, UTF16))
    save(book, out / "datum-aanhalingstekens.csv", filter_options=options(SEMICOLON, UTF8, quote_texts=True))
    for name, filter_name in {
        "werkmap.xlsx": "Calc MS Excel 2007 XML",
        "werkmap.ods": "calc8",
        "werkmap.xls": "MS Excel 97",
        "werkmap-2003.xml": "MS Excel 2003 XML",
        "werkmap.dif": "DIF",
        "werkmap.slk": "SYLK",
        "webpagina.html": "HTML (StarCalc)",
    }.items():
        save(book, out / name, filter_name)
    book.close(True)


def typed(calc: Calc, out: Path) -> None:
    """Typed by hand, with texts."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    for (row, column), text in TEXTS.items():
        rows[row][rows[0].index(column)] = text
    book = calc.empty()
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            target = book.Sheets.getByIndex(0).getCellByPosition(column, place)
            if "\n" in cell:
                target.setString(cell)
            else:
                target.FormulaLocal = cell
    save(book, out / "teksten.csv", filter_options=options(SEMICOLON, UTF8))
    save(book, out / "teksten-windows.csv", filter_options=options(SEMICOLON, WINDOWS))
    save(book, out / "teksten-windows-komma.csv", filter_options=options(COMMA, WINDOWS))
    save(book, out / "teksten-mac.csv", filter_options=options(SEMICOLON, MAC))
    save(book, out / "teksten-dos.csv", filter_options=options(SEMICOLON, DOS))
    save(book, out / "teksten-utf16.txt", filter_options=options(TAB, UTF16))
    book.close(True)


def typed_over(calc: Calc, out: Path) -> None:
    """The empty table with printed numbers, opened with dates recognised, and the rows of the example typed into it."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    book = calc.opened(EMPTY, options(SEMICOLON, UTF8))
    head = EMPTY.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    for place, row in enumerate(rows, start=2):
        for column, name in enumerate(head):
            book.Sheets.getByIndex(0).getCellByPosition(column, place).FormulaLocal = row[name]
    save(book, out / "overgetypt.csv", filter_options=options(SEMICOLON, UTF8))
    save(book, out / "overgetypt-windows.csv", filter_options=options(SEMICOLON, WINDOWS))
    save(book, out / "overgetypt-tab.txt", filter_options=options(TAB, UTF16))
    book.close(True)


def opened_wrongly(calc: Calc, out: Path) -> None:
    """The file that was typed, opened with the wrong separator or encoding, and saved so."""
    for name, wrong, separator in (
        ("een-kolom-komma", COMMA, COMMA),
        ("een-kolom-tab", TAB, TAB),
        ("een-kolom-puntkomma", TAB, SEMICOLON),
    ):
        book = calc.opened(out / "teksten.csv", options(wrong, UTF8, dates=False))
        save(book, out / f"{name}.csv", filter_options=options(separator, UTF8))
        book.close(True)
    book = calc.opened(out / "teksten.csv", options(SEMICOLON, WINDOWS, dates=False))
    save(book, out / "verkeerd-geopend.csv", filter_options=options(SEMICOLON, UTF8))
    book.close(True)


def formatted(calc: Calc, path: Path, code: str, locale: Locale, columns: Iterable[int]) -> None:
    """Columns that somebody gave a format."""
    book = calc.opened(EXAMPLE, options(SEMICOLON, UTF8))
    key = book.NumberFormats.queryKey(code, locale, False)
    if key < 0:
        key = book.NumberFormats.addNew(code, locale)
    for column in columns:
        for row in (1, 2):
            book.Sheets.getByIndex(0).getCellByPosition(column, row).NumberFormat = key
    save(book, path, filter_options=options(SEMICOLON, UTF8))
    book.close(True)


if __name__ == "__main__":
    main()
