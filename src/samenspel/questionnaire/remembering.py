"""What follows from a questionnaire alone is worked out once: a page asks for it several times at every key."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from samenspel.questionnaire.model import Questionnaire

P = ParamSpec("P")
R = TypeVar("R")


def once(work: Callable[Concatenate[Questionnaire, P], R]) -> Callable[Concatenate[Questionnaire, P], R]:
    """Make ``work`` run once for a questionnaire and what else it is given, by place and hashable.

    What comes out must not be changed by whoever gets it. It is remembered with the questionnaire, which never changes,
    and is forgotten with it. Two that are equal do not share it: comparing them takes as long as the work.
    """

    @wraps(work)
    def remembered(questionnaire: Questionnaire, /, *args: P.args, **kwargs: P.kwargs) -> R:
        found: dict[object, R] = questionnaire.remembered.setdefault(work, {})
        if args not in found:
            found[args] = work(questionnaire, *args, **kwargs)
        return found[args]

    return remembered
