"""What can go wrong while the page assets are built."""


class AssetsError(RuntimeError):
    """The assets could not be built; the message is one sentence that says what to do."""
