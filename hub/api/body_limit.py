"""How much one request may bring: 1 MB, and 16 MB where files are sent. The rest is not even read."""

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 1_000_000
MOST_BYTES_WITH_FILES = 16_000_000


class BodyLimit:
    """ASGI middleware: raises 413 from within the reading of the body, so that it is told like any other error."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        most = limit_for(headers)
        announced = headers.get("content-length", "0")
        read = 0

        async def counted() -> Message:
            nonlocal read
            if announced.isdigit() and int(announced) > most:
                raise HTTPException(413)
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def limit_for(headers: Headers) -> int:
    with_files = headers.get("content-type", "").startswith("multipart/form-data")
    return MOST_BYTES_WITH_FILES if with_files else MOST_BYTES
