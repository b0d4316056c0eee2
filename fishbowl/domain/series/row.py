"""What the list of series tells about one, without its log."""

from fishbowl.domain.kernel.streams import StreamRow
from fishbowl.domain.series.state import Series


class SeriesRow(StreamRow, frozen=True, kw_only=True):
    """What a list shows and an address needs; time acts by the minute, so no deadline is told."""

    label: str = ""
    slug: str = ""
    is_public: bool = False
    is_ended: bool = False


def series_row(series: Series) -> SeriesRow:
    """The row of a series."""
    about = series.about
    return SeriesRow(
        label=about.label,
        slug=about.slug,
        is_public=about.is_public,
        is_ended=series.is_ended,
    )
