"""Rows that are measured only when seen: whatever was measured in whatever order, places stay consistent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.incidents.row_heights import RowHeights

TRUE = st.lists(st.integers(20, 90), min_size=1, max_size=60)


def heights_of(true: list[int]) -> RowHeights:
    heights = RowHeights(lambda row: true[row])
    heights.guess([40] * len(true))
    return heights


@given(TRUE, st.data())
def test_every_height_leads_to_its_row(true: list[int], data: st.DataObject) -> None:
    heights = heights_of(true)
    for _ in range(data.draw(st.integers(0, 3))):
        row, room = data.draw(st.integers(0, len(true) - 1)), data.draw(st.integers(0, 600))
        data.draw(st.sampled_from((heights.measure_down, heights.measure_up)))(row, room)
    for row in range(len(true)):
        assert heights.row_at(heights.top(row)) == row
        assert heights.row_at(heights.top(row) + heights.height(row) - 1) == row
    assert heights.row_at(-1) == heights.row_at(heights.total) == -1


@given(TRUE, st.integers(0, 59), st.integers(1, 600))
def test_what_is_in_view_has_its_true_height(true: list[int], first: int, room: int) -> None:
    first = min(first, len(true) - 1)
    heights = heights_of(true)
    last = heights.measure_down(first, room)
    assert [heights.height(row) for row in range(first, last + 1)] == true[first : last + 1]
    assert sum(true[first : last + 1]) >= room or last == len(true) - 1


@given(TRUE, TRUE, st.integers(0, 60))
def test_rows_that_come_and_go_leave_the_others_as_they_were(true: list[int], new: list[int], place: int) -> None:
    place = min(place, len(true))
    now = list(true)
    heights = RowHeights(lambda row: now[row])
    heights.guess([40] * len(true))
    heights.measure_down(0, 10**6)
    now[place:place] = new
    heights.insert(place, [40] * len(new))
    heights.measure_up(len(now) - 1, 10**6)
    assert [heights.height(row) for row in range(len(now))] == now
    heights.remove(place, place + len(new) - 1)
    assert [heights.height(row) for row in range(len(true))] == true
    assert heights.total == sum(true)
