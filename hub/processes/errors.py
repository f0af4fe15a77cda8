"""What keeps the hub from starting or running, each in one sentence for the person at the terminal."""


class ProcessError(Exception):
    """The message is one sentence that says what is wrong and what to do about it."""


class PortInUse(ProcessError):
    def __init__(self, port: int, host: str) -> None:
        super().__init__(
            f"Port {port} on {host} is in use: stop the program that uses it, or choose another port, "
            f"for instance --port {port + 1}."
        )


class DataFolderInUse(ProcessError):
    def __init__(self, folder: object, pid: str) -> None:
        super().__init__(
            f"Another hub (process {pid}) is running on the data folder {folder}: stop it, "
            "or choose another folder with --data."
        )


class MissingProgram(ProcessError):
    pass


class NotReady(ProcessError):
    pass


class KeepsDying(ProcessError):
    pass


class StepFailed(ProcessError):
    pass
