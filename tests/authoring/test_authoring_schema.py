"""The schema: the file in the repository is what the model says, in Dutch, and every rule in it can be explained."""

import pytest
from jsonschema import Draft202012Validator

from samenspel.authoring import builtin_root, load
from samenspel.authoring.nodes import read
from samenspel.authoring.schema import dumped, schema
from samenspel.authoring.shape import _EXPLAINERS


def objects(part):
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_the_file_is_what_the_model_says():
    assert (builtin_root() / "schema.json").read_text(encoding="utf-8") == dumped()


def test_it_is_a_schema_with_the_questionnaire_at_its_root():
    Draft202012Validator.check_schema(schema())
    assert schema()["$ref"] == "#/$defs/QuestionnaireFile"
    assert {"QuestionnaireFile", "AdviceFile", "EducationFile"} <= set(schema()["$defs"])


def test_every_block_and_key_has_a_dutch_description_and_none_of_the_docstrings():
    for name, component in schema()["$defs"].items():
        assert component["description"], name
        assert "``" not in component["description"]
        assert all(part["description"] for part in component["properties"].values())
        assert component["additionalProperties"] is False


def test_every_rule_can_be_explained():
    rules = {key for part in objects(schema()["$defs"]) if "properties" not in part for key in part}
    about = {"description", "default", "items", "properties", "propertyNames", "$ref"}
    named = set(schema()["$defs"]) | {key for part in schema()["$defs"].values() for key in part["properties"]}
    assert rules - about - named - set(_EXPLAINERS) <= {"additionalProperties", "title"}
    patterned = [part for part in objects(schema()) if isinstance(part.get("pattern"), str)]
    assert patterned
    assert all(part["description"] for part in patterned)


@pytest.mark.parametrize("name", ["vragenlijst.yaml", "adviezen.yaml", "voorlichting.yaml"])
def test_the_schema_accepts_what_the_loader_accepts(klein, name):
    assert load(klein)
    root = {"v": "QuestionnaireFile", "a": "AdviceFile"}.get(name[0], "EducationFile")
    root = "EducationFile" if name == "voorlichting.yaml" else root
    data = read(name, (klein / name).read_text("utf-8")).data
    assert not list(Draft202012Validator({**schema(), "$ref": f"#/$defs/{root}"}).iter_errors(data))
