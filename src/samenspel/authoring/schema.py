"""The JSON Schema of the three files, generated from the model: for editors, and for telling what is wrong.

``python -m samenspel.authoring.schema`` prints it; ``questionnaires/schema.json`` is that output.
"""

import json
import sys
from functools import cache
from typing import Any

from msgspec.json import schema_components

from samenspel.authoring.descriptions import descriptions
from samenspel.questionnaire.model import AdviceFile, EducationFile, QuestionnaireFile
from samenspel.taal import _


@cache
def schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12). Its root is ``vragenlijst.yaml``; ``$defs`` holds all three files.

    The other files point an editor at ``schema.json#/$defs/AdviceFile`` and ``schema.json#/$defs/EducationFile``.
    The same dictionary is returned each time: treat it as read-only.
    """
    files = (QuestionnaireFile, AdviceFile, EducationFile)
    (root, *_others), components = schema_components(files, ref_template="#/$defs/{name}")
    for name, words in descriptions().items():
        # The types' docstrings are English and for developers; what an editor shows is for trainers.
        component = components[name]
        component["description"] = words[""]
        del component["title"]
        for key, part in component["properties"].items():
            part["description"] = words[key]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _("Een vragenlijst van samenspel"),
        **root,
        "$defs": components,
    }


def dumped() -> str:
    """Return the schema as it stands in ``schema.json``: the same text each time."""
    return json.dumps(schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # it is a text stream here
    sys.stdout.write(dumped())
