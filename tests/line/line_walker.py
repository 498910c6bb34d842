"""Somebody who types lines into plain line mode, in the process of the test; and hears what comes of it."""

import io
import sys
from contextlib import contextmanager
from pathlib import Path

from samenspel.line import prompter_for, walk_through
from samenspel.storage.selftests import SelfTests


class Walker:
    """Types lines into plain line mode, on a store of its own."""

    def __init__(self, folder, questionnaire):
        self.store = SelfTests(Path(folder))
        self.questionnaire = questionnaire
        self.out = ""

    def type(self, *lines, form=None, named=False, selftest=None):
        with streams("".join(f"{line}\n" for line in lines)) as out:
            code = walk_through(
                self.store,
                prompter_for(plain=True),
                load_questionnaire=lambda: self.questionnaire,
                named=named,
                form=form,
                selftest=selftest,
            )
        self.out = out.getvalue()
        return code

    @property
    def stored(self):
        return next(self.store.newest())


@contextmanager
def streams(typed):
    old, out = (sys.stdin, sys.stdout), io.StringIO()
    sys.stdin, sys.stdout = io.StringIO(typed), out
    try:
        yield out
    finally:
        sys.stdin, sys.stdout = old


class Typist(io.StringIO):
    """A keyboard whose lines stand in ``out`` behind the question, as on a terminal; Enter where it is asked for."""

    def __init__(self, lines, out):
        super().__init__("".join(f"{line}\n" for line in lines))
        self.out = out

    def readline(self, *args):
        if self.out.getvalue().endswith("Druk op Enter om verder te gaan: "):
            return "\n"
        line = super().readline(*args)
        self.out.write(line.removesuffix("\n"))
        return line


def heard(folder, questionnaire, lines):
    """Do a self-test in ``folder`` with these lines, and return all that a screen reader reads out."""
    old, out = (sys.stdin, sys.stdout), io.StringIO()
    sys.stdin, sys.stdout = Typist(lines, out), out
    try:
        walk_through(
            SelfTests(folder),
            prompter_for(plain=True, spoken=True),
            load_questionnaire=lambda: questionnaire,
            named=False,
            form=None,
            somebody_there=True,
        )
    finally:
        sys.stdin, sys.stdout = old
    return out.getvalue().replace(str(folder), "MAP")
