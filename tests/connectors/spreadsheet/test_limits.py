import io

import pytest

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.limits import MEGABYTE, Limits, fingerprint, take_upload


class EndlessStream(io.RawIOBase):
    """Gives as many bytes as it is asked for, up to a size, and remembers how many it gave."""

    def __init__(self, size: int) -> None:
        self.left = size
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        taken = self.left if size < 0 else min(size, self.left)
        self.left -= taken
        self.given += taken
        return b"x" * taken


def test_an_upload_within_the_limit_comes_back_whole() -> None:
    assert take_upload(io.BytesIO(b"abc" * 100_000), Limits()) == b"abc" * 100_000


def test_an_upload_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() -> None:
    limits = Limits(upload_bytes=1_000)
    assert len(take_upload(io.BytesIO(b"x" * 1_000), limits)) == 1_000
    with pytest.raises(RefusedInputError):
        take_upload(io.BytesIO(b"x" * 1_001), limits)


def test_a_file_of_200_megabytes_is_refused_with_most_of_it_unread() -> None:
    stream = EndlessStream(200 * MEGABYTE)
    with pytest.raises(RefusedInputError) as refused:
        take_upload(stream, Limits())  # type: ignore[arg-type]
    assert refused.value.code == "file-too-large"
    assert "5 MB" in refused.value.in_language("el")
    assert stream.given < 6 * MEGABYTE


def test_the_same_bytes_have_the_same_fingerprint_and_others_another() -> None:
    assert fingerprint(b"a;b") == fingerprint(b"a;b")
    assert fingerprint(b"a;b") != fingerprint(b"a;c")
    assert len(fingerprint(b"")) == 64
