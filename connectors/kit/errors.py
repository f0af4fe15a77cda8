"""What can go wrong with other people's systems.

ConnectorError              permanent or not, with a wait
├─ RefusedInputError        permanent: what was sent cannot be used as it is
└─ SourceUnavailableError   temporary: the same call may succeed later
"""

from connectors.kit.messages import Message, Param, Params
from graph.model.lists.entry import Language


class ConnectorError(Exception):
    """Something stopped a connector.

    `permanent`: trying the same again cannot help. `retry_after`: seconds to wait before a retry, where the
    other side said so. Its text is English, for logs; readers get `in_language`.
    """

    def __init__(self, message: Message, params: Params, *, permanent: bool, retry_after: int | None = None) -> None:
        super().__init__(message.in_language("en", params))
        self.message = message
        self.params = params
        self.permanent = permanent
        self.retry_after = retry_after

    @property
    def code(self) -> str:
        return self.message.code

    def in_language(self, language: Language) -> str:
        return self.message.in_language(language, self.params)


class RefusedInputError(ConnectorError):
    """What was sent cannot be used as it is; the sender must change it."""

    def __init__(self, message: Message, /, **params: Param) -> None:
        super().__init__(message, params, permanent=True)


class SourceUnavailableError(ConnectorError):
    """The other side did not answer, or asked us to come back later."""

    def __init__(self, message: Message, params: Params, *, retry_after: int | None = None) -> None:
        super().__init__(message, params, permanent=False, retry_after=retry_after)
