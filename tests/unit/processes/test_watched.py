"""How long a dying child is started again."""

import sys
import time
from pathlib import Path

from hub.processes.child import Child
from hub.processes.watched import News, Patience, Watched

QUICK = Patience(deaths=4, deaths_before_ready=2, first_pause=0.05, longest_pause=0.05)


def news_until_given_up(child: Child, logs: Path) -> list[News]:
    watched = Watched(child, logs, QUICK)
    watched.start()
    news: list[News] = []
    deadline = time.monotonic() + 20
    while News.GIVEN_UP not in news and time.monotonic() < deadline:
        seen = watched.look()
        if seen is not News.NOTHING:
            news.append(seen)
        time.sleep(0.005)
    return news


def test_a_child_that_never_was_ready_is_given_up_sooner(tmp_path: Path) -> None:
    child = Child("short", "Short", [sys.executable, "-c", "pass"], lambda _: False)
    assert news_until_given_up(child, tmp_path) == [News.DIED, News.GIVEN_UP]


def test_a_child_that_was_ready_gets_more_tries(tmp_path: Path) -> None:
    sleeper = [sys.executable, "-c", "import time; time.sleep(0.3)"]
    child = Child("short", "Short", sleeper, lambda _: True)
    news = news_until_given_up(child, tmp_path)
    assert news.count(News.DIED) == 3
    assert news.count(News.READY) == 4
    assert news[-1] is News.GIVEN_UP


def test_a_child_that_does_not_answer_in_time_is_too_slow(tmp_path: Path) -> None:
    sleeper = [sys.executable, "-c", "import time; time.sleep(30)"]
    watched = Watched(Child("slow", "Slow", sleeper, lambda _: False, start_seconds=0), tmp_path, QUICK)
    watched.start()
    time.sleep(0.01)
    assert watched.look() is News.TOO_SLOW
    watched.kill()


def test_what_a_child_says_is_in_its_log_and_its_environment_is_added(tmp_path: Path) -> None:
    code = "import os; print(os.environ['HUB_TOLD'])"
    child = Child("told", "Told", [sys.executable, "-c", code], lambda _: False, {"HUB_TOLD": "έτοιμο"})
    watched = Watched(child, tmp_path, QUICK)
    watched.start()
    while not watched.has_ended():
        time.sleep(0.01)
    assert watched.log.read_text(encoding="utf-8") == "έτοιμο\n"
