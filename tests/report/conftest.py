"""A filled-in response and its report, for the small and for the real questionnaire."""

import pytest
from report_help import DAY, filled_in

from samenspel.fictional.group import demo_group
from samenspel.group.model import Group, Wave
from samenspel.questionnaire import model as m
from samenspel.report import document as d
from samenspel.report.personal.parts import Personal
from samenspel.report.personal.report import personal_report
from samenspel.response import Response


@pytest.fixture
def filled(small: m.Questionnaire) -> Response:
    return filled_in(small)


@pytest.fixture
def report(small: m.Questionnaire, filled: Response) -> d.Document:
    return personal_report(small, filled, date=DAY)


@pytest.fixture(scope="session")
def real_parts(real: m.Questionnaire) -> dict[str, d.Document]:
    return dict(Personal(real, filled_in(real, experience="1-3"), DAY).parts())


@pytest.fixture(scope="session")
def real_report(real: m.Questionnaire) -> d.Document:
    return personal_report(real, filled_in(real, experience="1-3"), date=DAY)


@pytest.fixture(scope="session")
def demo(real: m.Questionnaire) -> tuple[Group, Wave, Wave]:
    """The fictional group, with both its waves."""
    return demo_group(real)
