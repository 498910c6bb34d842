"""An old result can be shown with the questions of then, as long as anything holds them."""

import pytest
from msgspec.structs import replace
from stored import NOW

from samenspel.response import Response
from samenspel.storage import StorageError


def kept(store, selftest):
    return store.snapshots / f"{selftest.questionnaire.hash}.json"


def test_the_questionnaire_is_kept_with_the_self_test(store, small, begun):
    assert store.questionnaire(begun) == small


@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_text("{}")], ids=["gone", "damaged"]
)
def test_without_it_the_built_in_one_serves_when_it_is_the_same(store, real, damage):
    begun = store.create(real, Response(), at="party", now=NOW)
    damage(kept(store, begun))
    assert store.questionnaire(begun) == real


@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_text("{}")], ids=["gone", "damaged"]
)
def test_another_one_never_serves_in_its_place(store, real, damage):
    changed = replace(real, hash="1" * 64)
    begun = store.create(changed, Response(), at="party", now=NOW)
    assert store.questionnaire(begun) == changed
    damage(kept(store, begun))
    with pytest.raises(StorageError, match="weg of beschadigd") as raised:
        store.questionnaire(begun)
    assert str(kept(store, begun)) in str(raised.value)


def test_a_new_self_test_mends_a_damaged_snapshot(store, small, begun):
    kept(store, begun).write_text("{}")
    store.create(small, Response(), at="party", now=NOW)
    assert store.questionnaire(begun) == small
