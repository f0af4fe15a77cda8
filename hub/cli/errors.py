"""A mistake on the command line that argparse cannot see."""


class CommandError(Exception):
    """The message is one sentence that says what is wrong and what to do."""
