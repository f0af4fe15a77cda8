"""What can keep a graph server from starting, in one sentence for the person who started it."""


class GraphServerError(Exception):
    """The message is one sentence that says what is wrong and what to do."""


class NotDurable(GraphServerError):
    """The server would acknowledge writes that are not on the disk yet."""


class NeverReady(GraphServerError):
    """The server ended or did not answer in the time it was given."""
