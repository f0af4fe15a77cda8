"""Minutes told as the estimate that they are: a rounded band, in words, never one figure."""

from graph.model.lists.entry import Language
from matching.travel.estimate import Journey, Mode

# The estimate's mean error (see roads.py), a little rounded up.
EITHER_WAY = 0.12
# Up to so many minutes, round to so many; STEP_OF_LONG beyond.
STEPS = ((60, 5), (180, 10), (720, 30))
STEP_OF_LONG = 60


def travel_band(minutes: int) -> tuple[int, int]:
    """The lower and upper end in minutes; `minutes` lies between them, and the ends differ.

    Raises ValueError for negative minutes.
    """
    if minutes < 0:
        raise ValueError(f"minutes of a journey are 0 or more, not {minutes}")
    step = _step(minutes)
    lower = min(round(minutes * (1 - EITHER_WAY) / step), minutes // step) * step
    upper = max(round(minutes * (1 + EITHER_WAY) / step), -(-minutes // step)) * step
    return lower, max(upper, lower + step)


def band_in_words(journey: Journey, language: Language) -> str:
    """«περίπου 1 ώρα – 1 ώρα 20′, με πλοίο (εκτίμηση)» or "about 1 h – 1 h 20 min, by ferry (estimate)"."""
    lower, upper = travel_band(journey.minutes)
    if language == "el":
        by_ferry = ", με πλοίο" if journey.mode is Mode.FERRY else ""
        return f"{_span_el(lower, upper)}{by_ferry} (εκτίμηση)"
    by_ferry = ", by ferry" if journey.mode is Mode.FERRY else ""
    return f"{_span_en(lower, upper)}{by_ferry} (estimate)"


def _step(minutes: int) -> int:
    return next((step for limit, step in STEPS if minutes < limit), STEP_OF_LONG)


def _span_el(lower: int, upper: int) -> str:
    return f"περίπου {_time_el(lower)} – {_time_el(upper)}" if lower else f"έως {_time_el(upper)}"


def _span_en(lower: int, upper: int) -> str:
    return f"about {_time_en(lower)} – {_time_en(upper)}" if lower else f"up to {_time_en(upper)}"


def _time_el(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} {'ώρα' if hours == 1 else 'ώρες'}"] if hours else []
    return " ".join(parts + [f"{rest}′"] if rest else parts)


def _time_en(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest else []))
