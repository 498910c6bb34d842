"""One browser for all these tests, and the forms that they open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from form_page import Page, chromium

from samenspel.exchange.browser.form import browser_form
from samenspel.questionnaire.model import Questionnaire
from samenspel.response import Form


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    downloads = tmp_path_factory.mktemp("downloads")
    driver = chromium(downloads)
    yield Page(driver, downloads)
    driver.quit()


@pytest.fixture(scope="session")
def form_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write a form, and return where it is."""
    folder = tmp_path_factory.mktemp("forms")

    def written(questionnaire: Questionnaire, form: Form = "volledig", party: str = "") -> Path:
        path = folder / f"{questionnaire.id}-{form}-{party}.html"
        path.write_text(browser_form(questionnaire, form, party), encoding="utf-8")
        return path

    return written
