"""Bytes into text: one order of encodings, and a warning wherever it is a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews.text.encoding import decode_bytes

TEXT = "أعلنت مديرية الصحة في بيان لها أمس مقتل 12 شخصا وإصابة 30 آخرين في انهيار مبنى سكني بمدينة طرابلس شمالي البلاد."
WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("declared", [None, "utf-8", "klingon"])
def test_what_is_certain_is_read_in_silence(encoding: str, declared: str | None) -> None:
    found = decode_bytes(TEXT.encode(encoding), declared)
    assert found.text == TEXT
    assert found.told() == () or declared == "klingon"


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", *WIDE])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
def test_what_is_guessed_is_told(encoding: str, declared: str | None) -> None:
    found = decode_bytes(TEXT.encode(encoding), declared)
    assert (found.text, found.encoding) == (TEXT, encoding)
    (warning,) = found.told()
    assert warning.code == "encoding"
    assert encoding in warning.message


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_what_is_declared_and_right_is_believed(encoding: str) -> None:
    found = decode_bytes(TEXT.encode(encoding), encoding)
    assert (found.text, found.warning) == (TEXT, None)


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1"])
def test_utf8_under_another_name_is_utf8(declared: str) -> None:
    found = decode_bytes(TEXT.encode(), declared)
    assert found.text == TEXT
    assert found.warning is not None
    assert declared in found.warning.message


def test_a_few_broken_bytes_are_no_other_encoding() -> None:
    found = decode_bytes(TEXT.encode()[:-20] + b"\xff" + TEXT.encode()[-20:], None)
    assert found.text.replace("\ufffd", "")[:40] == TEXT[:40]
    assert found.warning is not None


def test_french_that_is_declared_stays_french() -> None:
    assert decode_bytes("Été à Tunis, le président".encode("latin-1"), "iso-8859-1").text == "Été à Tunis, le président"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "windows-1256", "hex", "\0"]))
def test_all_bytes_are_read(data: bytes, declared: str | None) -> None:
    assert isinstance(decode_bytes(data, declared).text, str)
