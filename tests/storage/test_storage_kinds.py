"""What each file of the store is, for whoever shows them."""

import pytest
from stored import NOW

from samenspel.response import Response
from samenspel.storage import inventory


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("zelftests/20250101-090000-aaaa.json", "selftest"),
        ("zelftests/20250101-090000-aaaa.onleesbaar.json", "aside"),
        ("zelftests/20250101-090000-aaaa.onleesbaar-2.json", "aside"),
        ("zelftests/20250101-090000-aaaa.txt", "aside"),
        ("zelftests/.20250101-090000-aaaa.json.0123abcd.tmp", "leftover"),
        ("vragenlijsten/x.json", "questionnaire"),
        ("voorkeuren.json", "preferences"),
        (".samenspel.lock", "help"),
    ],
)
def test_the_kind_of_a_file(store, name, kind):
    assert inventory.kind(store.folder, store.folder / name) == kind


def test_each_file_that_the_store_makes_has_its_kind(store, begun, small):
    store.create(small, Response(party="slager"), at="welcome", now=NOW)
    kinds = sorted(inventory.kind(store.folder, path) for path in inventory.files(store.folder))
    assert kinds == ["help", "questionnaire", "selftest", "selftest"]
