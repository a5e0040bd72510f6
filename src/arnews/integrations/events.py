"""Events of a collection with their tables: what ``Collection.events`` gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

from arnews.events.records import Event
from arnews.extras import need
from arnews.integrations import event_tables, frames, tables

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from arnews.integrations.event_tables import EventTable


class Events(Sequence[Event]):
    """Events in the order of their first days, as a sequence and as tables ``events`` and ``reports``."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = tuple(events)

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, item: int | str) -> Event: ...

    @overload
    def __getitem__(self, item: slice) -> Events: ...

    def __getitem__(self, item: int | str | slice) -> Event | Events:
        """An event by its place or its id, or some of them. Raises ``KeyError`` for an id that is not there."""
        if isinstance(item, slice):
            return Events(self._events[item])
        if isinstance(item, int):
            return self._events[item]
        for event in self._events:
            if event.id == item:
                return event
        raise KeyError(f"no event {item!r}")

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def _rows(self, table: str) -> Iterator[tables.Row]:
        tables.check(table, tuple(event_tables.COLUMNS))
        return (row for event in self._events for row in event_tables.rows(event, table))

    def to_frame(self, table: EventTable = "events") -> pandas.DataFrame:
        """``events`` or ``reports`` as a pandas frame (extra ``frames``). Raises ``ValueError`` for another table."""
        return frames.pandas_frame(self._rows(table), event_tables.COLUMNS[table])

    def to_arrow(self, table: EventTable = "events") -> pyarrow.Table:
        """The same tables as Arrow tables of fixed schema (extra ``frames``)."""
        rows = self._rows(table)
        return frames.arrow_table(rows, frames.schema_of(event_tables.COLUMNS[table]))

    def to_polars(self, table: EventTable = "events") -> polars.DataFrame:
        """The same tables as polars frames (extra ``polars``)."""
        frame: polars.DataFrame = need("polars", "polars").from_arrow(self.to_arrow(table))
        return frame

    def to_ucdp(self) -> str:
        """The deaths as CSV with columns of UCDP GED; see ``event_tables.to_ucdp``."""
        return event_tables.to_ucdp(self._events)

    def to_geojson(self) -> str:
        """A GeoJSON ``FeatureCollection``; events without coordinates have no geometry."""
        return event_tables.to_geojson(self._events)

    def __repr__(self) -> str:
        many = sum(len({m.article for m in e.articles}) > 1 for e in self._events)
        return f"<Events: {len(self)}, {many} of them in more than one article>"
