"""Numbers as people write them, and names as people look for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.errors import InputProblem
from duty_console.people.rules import digits_of, pinyin_of, tidy_phone

TAKEN = [
    ("", ""),
    ("13800000001", "138 0000 0001"),
    ("138-0000-0001", "138 0000 0001"),
    ("+86 138 0000 0001", "138 0000 0001"),
    ("008613800000001", "138 0000 0001"),
    ("１３８００００ ０００１", "138 0000 0001"),
    ("010-60000000", "010-60000000"),
    ("(0371) 6000 0000", "0371-60000000"),
    ("（0371）6000-0000", "0371-60000000"),
    ("+86 371 60000000", "0371-60000000"),
    ("+86-10-60000000", "010-60000000"),
    ("0371-60000000-801", "0371-60000000转801"),
    ("0371-60000000转801", "0371-60000000转801"),
    ("0371 60000000 ext. 801", "0371-60000000转801"),
    ("0398-2000000", "0398-2000000"),
    ("60000000", "60000000"),
    ("6000-0000", "60000000"),
    ("8001", "8001"),
    ("110", "110"),
    ("6000-801", "6000转801"),
    ("400-000-0001", "400-000-0001"),
]
REFUSED = [
    "12",
    "abc",
    "123456789",
    "1380000000",
    "138000000012",
    "12800000001",
    "0371-100",
    "0371-16000000",
    "138 0000 000a",
    "110,119",
    "电话",
    "٣٤٥a",
]


@pytest.mark.parametrize(("entered", "kept"), TAKEN)
def test_a_number_is_kept_as_it_is_read_aloud(entered: str, kept: str) -> None:
    assert tidy_phone("phone", entered) == kept


@pytest.mark.parametrize("entered", REFUSED)
def test_what_is_no_number_is_refused_at_its_field(entered: str) -> None:
    with pytest.raises(InputProblem) as caught:
        tidy_phone("second_phone", entered)
    assert (caught.value.field, caught.value.code) == ("second_phone", "phone_malformed")


@given(st.from_regex(r"\A1[3-9][0-9]{9}\Z"), st.lists(st.integers(1, 10), max_size=4))
def test_a_mobile_keeps_its_digits_wherever_blanks_stand(number: str, cuts: list[int]) -> None:
    written = "".join(each + (" " if at in cuts else "") for at, each in enumerate(number))
    kept = tidy_phone("phone", written)
    assert digits_of(kept) == number
    assert tidy_phone("phone", kept) == kept


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("林晓舟", "linxiaozhou", "lxz"),
        ("单雄", "shanxiong", "sx"),
        ("曾一鸣", "zengyiming", "zym"),
        ("吕布衣", "lvbuyi", "lby"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("Anna Li", "annali", "al"),
    ],
)
def test_pinyin_is_what_one_would_type(name: str, full: str, initials: str) -> None:
    assert pinyin_of(name) == (full, initials)
