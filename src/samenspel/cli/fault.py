"""A fault of our own, in a command or in the app, as one sentence: never its words, which may hold an answer."""

from contextlib import suppress

import click

from samenspel.hygiene import one_line
from samenspel.storage import fault_report
from samenspel.storage.preferences import data_folder
from samenspel.taal import _


def tell(error: Exception) -> None:
    """Write the report of ``error``, and say on stderr what happened and where the report lies."""
    where = _("Een rapport van de fout kon niet worden bewaard.")
    with suppress(Exception):  # whatever is wrong with the disk: what went wrong before it is what must be told
        report = fault_report.keep(error, data_folder())
        where = _("Geef dit rapport aan wie u helpt; er staat niets van u in: {pad}").format(pad=one_line(report))
    click.echo(_("Er ging iets mis in samenspel zelf. Wat bewaard was, is bewaard gebleven.") + f" {where}", err=True)
