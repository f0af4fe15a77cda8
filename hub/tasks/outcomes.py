"""The named states in which tasks end."""

from enum import StrEnum


class Outcome(StrEnum):
    DONE = "done"
    ALREADY_DONE = "already_done"
    """Somebody did it before: the same task ran twice, or its message came twice."""
    MOVED_ON = "moved_on"
    """What the task was about has changed since, or another worker has it: nothing is left to do here."""
    NOT_YET = "not_yet"
    """Something older comes first; what comes first brings this back, and so does the sweep."""
    NOTHING_TO_DO = "nothing_to_do"
    GAVE_UP = "gave_up"
    """Trying again does not help, or no longer: it is in the log. Where there is a sweep, it comes back."""
