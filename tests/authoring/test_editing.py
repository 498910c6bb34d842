"""The text of a statement changed in the file: only that, and nothing of somebody else is lost."""

import pytest

from samenspel.authoring import QuestionnaireError, find, load
from samenspel.authoring.editing import (
    MOST_SIGNS,
    ChangedError,
    ReadOnlyError,
    as_read,
    change_statement,
    raise_version,
    remarks,
)
from samenspel.authoring.files import NAMES, QUESTIONNAIRE, decode, read_files

ITEM = "rol-ander"


@pytest.fixture
def folder(tmp_path):
    for name, raw in read_files(find("samenwerking-jeugd"), NAMES).items():
        (tmp_path / name).write_text(decode(name, raw), encoding="utf-8")
    return tmp_path


def text_of(folder, item=ITEM):
    return load(folder).item(item).text


def test_one_line_changes_and_the_version_only_when_asked(folder):
    before, file = text_of(folder), folder / QUESTIONNAIRE
    lines = file.read_text(encoding="utf-8").splitlines()
    changed = change_statement(folder, ITEM, before, "Ik weet wat een {ander} doet.")
    assert changed.item(ITEM).text == text_of(folder) == "Ik weet wat een {ander} doet."
    now = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in now if line not in lines] == ["    tekst: Ik weet wat een {ander} doet."]
    assert [line for line in lines if line.startswith("#")] == [line for line in now if line.startswith("#")]
    assert changed.version == "1.1.0"
    assert raise_version(folder).version == load(folder).version == "1.2.0"


def test_a_file_that_notepad_saved_keeps_its_line_ends_and_its_mark(folder):
    file = folder / QUESTIONNAIRE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_text("utf-8").replace("\n", "\r\n").encode())
    before = file.read_bytes()
    long = "Ik weet wat een {ander} doet, en ook wat ik zelf doe als het spannend wordt, " * 3
    change_statement(folder, ITEM, text_of(folder), long.strip(" ,"))
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# yaml")
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")


def test_what_another_changed_meanwhile_is_kept_and_told(folder):
    before, file = text_of(folder), folder / QUESTIONNAIRE
    elsewhere = file.read_text(encoding="utf-8").replace(text_of(folder, "rol-eigen"), "Ik weet wat ik doe.")
    file.write_text(elsewhere, encoding="utf-8")
    change_statement(folder, ITEM, before, "Ik weet wat de {anderen} doen.")
    assert text_of(folder, "rol-eigen") == "Ik weet wat ik doe."
    with pytest.raises(ChangedError, match="Er staat nu: ‘Ik weet wat de"):
        change_statement(folder, ITEM, before, "Iets anders.")
    assert text_of(folder) == "Ik weet wat de {anderen} doen."
    with pytest.raises(ChangedError, match="niet meer"):
        change_statement(folder, "rol-weg", before, "Iets anders.")


@pytest.mark.parametrize("text", ["", "{onzin}", "met\u200bonzichtbaar", "teken \U0001f600", "x" * (MOST_SIGNS + 1)])
def test_what_cannot_be_stored_is_said_beforehand_and_never_written(folder, text):
    assert any(one.wrong for one in remarks(text))
    before = (folder / QUESTIONNAIRE).read_bytes()
    with pytest.raises(QuestionnaireError):
        change_statement(folder, ITEM, text_of(folder), text)
    assert (folder / QUESTIONNAIRE).read_bytes() == before


def test_who_could_read_the_file_still_can_a_link_stays_one_and_read_only_means_it(folder):
    file = (folder / QUESTIONNAIRE).rename(folder / "echt.yaml")
    (folder / QUESTIONNAIRE).symlink_to(file)
    file.chmod(0o664)
    changed = change_statement(folder, ITEM, text_of(folder), "Ik weet wat een {ander} doet.")
    assert (folder / QUESTIONNAIRE).is_symlink()
    assert file.stat().st_mode & 0o777 == 0o664
    assert changed.item(ITEM).text in file.read_text(encoding="utf-8")
    file.chmod(0o444)
    with pytest.raises(ReadOnlyError, match=r"‘vragenlijst\.yaml’ mag alleen gelezen worden"):
        change_statement(folder, ITEM, text_of(folder), "Iets anders.")
    assert text_of(folder) == changed.item(ITEM).text


def test_a_broken_file_is_left_alone(folder):
    before = text_of(folder)
    file = folder / QUESTIONNAIRE
    file.write_text(file.read_text(encoding="utf-8").replace("dimensie: rol\n", "dimensie: roll\n"), encoding="utf-8")
    broken = file.read_bytes()
    with pytest.raises(QuestionnaireError):
        change_statement(folder, ITEM, before, "Ik weet het.")
    assert file.read_bytes() == broken


def test_what_would_read_easier_is_said_and_does_not_stand_in_the_way():
    said = [one.message for one in remarks("Ik weet niet nooit wat " + "woord " * 20)]
    assert any("lang" in one for one in said)
    assert any("ontkent twee keer" in one for one in said)
    assert not any(one.wrong for one in remarks("Ik weet niet wat hij doet."))
    assert list(remarks("Ik weet wat een {ander} doet.")) == []


def test_each_party_reads_the_other_ones_name(real):
    item = real.item(ITEM)
    assert as_read(real, item, "Ik ken een {ander}.") == [
        ("wijkcoaches", "Ik ken een jongerenwerker."),
        ("jongerenwerkers", "Ik ken een wijkcoach."),
    ]
    assert as_read(real, item, "Ik ken hen.") == [("iedereen", "Ik ken hen.")]
    assert as_read(real, real.item("rol-generalist"), "Ik leg het uit.") == [("wijkcoaches", "Ik leg het uit.")]
