"""What a check found, in words: the warnings, and which bands and advices the trial run reached."""

from samenspel.authoring.lint import Checked
from samenspel.taal import _, meervoud, opsomming


def told(checked: Checked) -> list[str]:
    """Return what to say of a questionnaire without errors, line by line; what stands below a line is indented."""
    lines = []
    if count := len(checked.warnings):
        lines.append(meervoud("Eén ding kan beter:", "{n} dingen kunnen beter:", count).format(n=count))
        lines += [f"  {warning}" for warning in checked.warnings]
    lines.append(_("Proefronde met {n} verzonnen mensen:").format(n=checked.trial.people))
    return lines + [f"  {line}" for line in [*_bands(checked), *_advices(checked), *_alone(checked)]]


def _bands(checked: Checked) -> list[str]:
    asked, reached = checked.questionnaire.asked, checked.trial.bands
    lines = []
    for dimension in asked.dimensions:
        if absent := [band.name for band in asked.bands if band.id not in reached[dimension.id]]:
            text = _("Bij ‘{dimensie}’ kwam niet voor: {banden}.")
            lines.append(text.format(dimensie=dimension.name, banden=opsomming(absent)))
    every = opsomming([band.name for band in asked.bands])
    return lines or [_("Scores: bij elke dimensie komt alles voor: {banden}.").format(banden=every)]


def _advices(checked: Checked) -> list[str]:
    advices, top = checked.questionnaire.advices, checked.trial.top
    absent = [advice.id for advice in advices if advice.id not in top]
    if not absent:
        return [_("Adviezen: elk advies kan bij de eerste vijf komen ({n}).").format(n=len(advices))]
    text = _("Adviezen: {n} van {van} kwamen bij de eerste vijf. Deze niet: {ids}.")
    return [text.format(n=len(top), van=len(advices), ids=", ".join(absent))]


def _alone(checked: Checked) -> list[str]:
    """Name the statements that no advice has as a trigger: that may be meant so, or forgotten."""
    named = {key for advice in checked.questionnaire.advices for key in advice.triggers}
    ids = [item.id for item in checked.questionnaire.asked.items if item.id not in named]
    return [_("Stellingen die geen advies oproepen: {ids}.").format(ids=", ".join(ids))] if ids else []
