"""Bringing files for a wave in one step, as the commands and the app do in two."""

from collections.abc import Collection, Iterable
from pathlib import Path

from samenspel.collecting.files import Brought, bring, look
from samenspel.questionnaire.model import Questionnaire
from samenspel.storage.groups import Groups


def brought(
    groups: Groups, group_id: str, questionnaire: Questionnaire, paths: Iterable[Path], also: Collection[int] = ()
) -> Brought:
    return bring(groups, group_id, questionnaire, look(groups, group_id, questionnaire, paths), also)
