"""What all tests share: the real questionnaire, and a small one that fits in a head."""

import asyncio
import gc
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from samenspel.questionnaire import model as m

settings.register_profile("suite", deadline=None, derandomize=True, max_examples=24)
settings.register_profile("full", deadline=None, max_examples=500)
FULL = bool(os.environ.get("SAMENSPEL_FULL"))
settings.load_profile("full" if FULL else "suite")

# What a developer has set, and how the tests were started, must not decide what they see, and what the programs see
# that they start.
for name in list(os.environ):
    if name.startswith(("LC_", "PYTHON", "XDG_")) or name in {
        *("ACCESSIBLE", "COLUMNS", "FORCE_COLOR", "LANGUAGE", "LINES", "NO_COLOR", "SAMENSPEL_DATA"),
        *("TEXTUAL", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER", "TEXTUAL_FPS", "TEXTUAL_THEME"),
    }:
        del os.environ[name]
os.environ |= {"LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "Europe/Amsterdam"}
if hasattr(time, "tzset"):
    time.tzset()
os.umask(0o022)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell does so with what it starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Nor how long they take. Without compiled files each process compiles all tests again, and each ``samenspel`` that is
# started all modules. And a screen is thousands of objects: to look through all of them after each 700 new ones, as
# Python does by itself, takes a third of the time.
sys.dont_write_bytecode = False
gc.set_threshold(20_000, 20, 10)

ROOT = Path(__file__).parent.parent

APART = {
    "browser": "the form and the presentation for a browser, in a real Chromium (minutes)",
    "wine": "the folder for Windows, made anew and run on its own Python under Wine (minutes)",
}
"""Parts that a plain ``pytest`` leaves out, as it says at the end: marker → what it is. ``-m wine`` brings one in."""


def _left_out(config: pytest.Config) -> dict[str, str]:
    """What was not asked for by its marker."""
    return {marker: what for marker, what in APART.items() if marker not in config.option.markexpr}


def pytest_configure(config: pytest.Config) -> None:
    for marker, what in APART.items():
        config.addinivalue_line("markers", f"{marker}: {what}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if os.environ.get("CI") and terminalreporter.stats.get("skipped"):
        terminalreporter.write_line("SKIPPED: where a change is judged, that counts as failed")
    for marker, what in _left_out(config).items():
        terminalreporter.write_line(f"LEFT OUT: {what}; pytest -m {marker} runs it")


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the tests an empty home of their own: they must not find, and cannot hurt, what stands in a real one."""
    home = str(tmp_path_factory.mktemp("home"))
    os.environ |= {"HOME": home, "USERPROFILE": home}


@pytest.fixture(scope="session", autouse=True)
def _disk_that_does_not_wait() -> Iterator[None]:
    """Let nothing in this process wait until it is really on the disk: what is killed is a process of its own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _handle: None)
        yield


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some tests wait, for a process or for the disk."""
    return 1 + (os.cpu_count() or 1)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Let a test be called by no more than the beginning of a long text: Windows has no room for it."""
    long = isinstance(val, str | bytes) and len(val) > 100
    return ascii(val[:60]) if long else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let nothing be skipped where a change is judged: there is all that the tests need."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_collection_finish() -> None:
    """What is there now stays until the end: garbage is only looked for among what the tests make."""
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the parts apart. The screens first: a long test that comes last keeps all but one process waiting."""
    apart = {item for item in items for marker in _left_out(config) if item.get_closest_marker(marker)}
    if not FULL:
        apart |= {item for item in items if any(one.kwargs.get("sample") == 0 for one in item.iter_markers("campaign"))}
    if apart:
        config.hook.pytest_deselected(items=list(apart))
    items[:] = [item for item in items if item not in apart]
    items.sort(key=lambda item: "tui" not in item.path.parts)


@pytest.fixture
def by_a_person(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``run_test`` give a ``Person``, who waits for what there is to wait for.

    What changes is drawn only when a test looks at the screen, or is marked as ``drawn``: drawing is a third of the
    time, and is thrown away without a terminal.
    """
    from pilot import Person, undrawn

    async def no_wait(_seconds: float) -> None:
        """Wait for nothing after a key: a ``Person`` does."""

    monkeypatch.setattr("textual.pilot.Pilot", Person)
    if sys.platform == "win32":  # Textual waits in a thread there, which would look like work
        monkeypatch.setattr("textual.timer.sleep", asyncio.sleep)
    monkeypatch.setattr("textual.app.wait_for_idle", no_wait)
    if request.node.get_closest_marker("drawn") is None:
        monkeypatch.setattr("textual.screen.Screen._compositor_refresh", undrawn)


@pytest.fixture(scope="session")
def real() -> m.Questionnaire:
    """The questionnaire that we ship."""
    from samenspel.authoring import load

    return load(ROOT / "questionnaires" / "samenwerking-jeugd")


@pytest.fixture(scope="session")
def small() -> m.Questionnaire:
    """Two dimensions, every kind of item, two cards, two open questions, three advices."""
    return small_questionnaire()


def small_questionnaire() -> m.Questionnaire:
    def item(id_: str, dimension: str, **kind: object) -> m.Item:
        return m.Item(
            id=id_,
            text=f"Dit is stelling {id_} over de {{anderen}}.",
            dimension=dimension,
            condition=f"{dimension}.een",
            topic=f"onderwerp van {id_}",
            discussion=f"Wat merkt u bij {id_}?",
            **kind,
        )

    def advice(id_: str, weight: float, triggers: dict, worksheet: m.Worksheet | None = None) -> m.Advice:
        return m.Advice(
            id=id_,
            title=f"Advies {id_}",
            what=f"Dit is wat {id_} is, samen met de {{anderen}}.",
            first_step="Bel vandaag een {ander}.",
            who="U zelf.",
            effort="Een uur.",
            lasting="Plan meteen de volgende keer.",
            evidence="In de studie noemden 4 mensen dit.",
            evidence_weight=weight,
            triggers=triggers,
            worksheet=worksheet,
        )

    sheet = m.Worksheet(
        title="Werkblad praten",
        intro="Vul dit samen in.",
        parts=(
            m.WorksheetPart(heading="Kruis aan", ticks=("Wij spreken een dag af.", "Wij nemen iets mee.")),
            m.WorksheetPart(questions=("Wat wilt u weten?",)),
            m.WorksheetPart(heading="Wie doet wat", columns=("wat", "wie", "wanneer"), rows=3),
        ),
    )
    return m.Questionnaire(
        hash="0" * 64,
        asked=m.QuestionnaireFile(
            id="klein",
            version="1.0.0",
            title="Kleine zelftest",
            summary="Een kleine vragenlijst om mee te testen.",
            parties=(m.Party("bakker", "bakker", "bakkers"), m.Party("slager", "slager", "slagers")),
            context=m.Context(
                party=m.ContextQuestion("Bij welke partij hoort u?"),
                area=m.ContextQuestion("Waar werkt u?", suggestions=("noord", "zuid")),
                experience=m.ContextQuestion(
                    "Hoe lang werkt u met {anderen} samen?",
                    choices=(m.Choice("nog-niet", "nog niet"), m.Choice("langer-1", "langer dan 1 jaar")),
                ),
                meeting=m.ContextQuestion(
                    "Doet u mee aan een overleg?",
                    choices=(m.Choice("ja", "ja"), m.Choice("geen", "er is geen overleg", no_meeting=True)),
                ),
            ),
            we="Met wij bedoelen wij: u en de {anderen} samen.",
            scale=m.Scale(
                labels=("helemaal oneens", "oneens", "niet eens, niet oneens", "eens", "helemaal eens"),
                dont_know="weet ik niet",
            ),
            bands=(
                m.Band("knelpunt", "knelpunt", 1.0),
                m.Band("aandachtspunt", "aandachtspunt", 3.0),
                m.Band("sterk", "sterk", 4.0),
            ),
            unclear_from=0.25,
            dimensions=(
                m.Dimension("rol", "Rolduidelijkheid", "Weten wie wat doet.", (m.Condition("rol.een", "eigen rol"),)),
                m.Dimension("rel", "Relatie", "Elkaar kennen.", (m.Condition("rel.een", "elkaar kennen"),)),
            ),
            items=(
                item("rol-eigen", "rol", dont_know=False, short=True),
                item("rol-brood", "rol", only=("bakker",)),
                item("rol-ander", "rol", short=True, study="In de studie wisten 4 van de 11 bakkers dit niet."),
                item("rel-overleg", "rel", needs_meeting=True, short=True),
                item("rel-kennen", "rel"),
                item("rel-lastig", "rel", reverse=True),
            ),
            card_question="Wie doet dit?",
            cards=(
                m.Card("kennis-brood", "Bakt brood.", "bakker", "De bakker bakt brood."),
                m.Card("kennis-klant", "Helpt klanten.", m.BOTH, "Beide helpen klanten."),
            ),
            open_questions=(
                m.OpenQuestion("toe-goed", "Wat gaat goed?"),
                m.OpenQuestion(
                    "toe-activiteiten",
                    "Wat deed u samen?",
                    activities=(m.Activity("lunch", "samen lunchen"), m.Activity("anders", "iets anders")),
                ),
            ),
            account=("Dit is een kleine test. Zij meet niets echts.",),
        ),
        advices=(
            advice("praten", 1, {"rol-ander": 4, "rol-eigen": 2, "kennis": 1}, sheet),
            advice("kennismaken", 0.6, {"rel-kennen": 3, "ervaring": m.ContextTrigger(3, {"nog-niet": 1})}),
            advice("overleggen", 0.3, {"rel-overleg": 6}),
        ),
        education=m.EducationFile(
            theories=(
                m.Theory("rol", "Wie weet wie wat doet, werkt beter samen.", "Suter (2009)"),
                m.Theory("rel", "Wie elkaar kent, belt elkaar sneller.", "Kaats en Opheij (2012)"),
            ),
            sources=("Suter, E. (2009).",),
        ),
    )
