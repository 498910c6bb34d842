"""What several tests of the store use."""

from datetime import datetime

NOW = datetime(2026, 1, 31, 9, 30)  # noqa: DTZ001 - a person's own clock, as the app has it


def names(folder):
    """Every file and folder below ``folder``, by name."""
    return sorted(path.name for path in folder.rglob("*"))


def answered(number):
    """A change that answers one item, different for each number."""
    from msgspec.structs import replace

    def change(selftest):
        response = selftest.response
        return replace(selftest, response=replace(response, notes={**response.notes, f"item-{number}": str(number)}))

    return change
