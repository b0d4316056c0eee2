"""A conference on a site: its series, a programme of two rooms, and hosts who look after it."""

import io
from typing import Any

from flask.testing import FlaskClient

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.series import commands as c
from fishbowl.domain.series.ids import SeriesId
from fishbowl.domain.series.model import About, Occasion
from fishbowl.domain.series.state import Series
from tests.web.conftest import ORIGIN, Site

POST: dict[str, Any] = {"headers": {"Origin": ORIGIN}}
ID, SLUG = SeriesId("stewardship"), "stewardship-day"
DAY = "2027-01-15"
"""The day on which the clock of tests begins, at 08:00 UTC: 09:00 in Berlin."""
HEAD = "id,day,start,minutes,title,room"
KEYS, NOISE, MAPS = (
    f"k,{DAY},10:00,45,Keys,Weaving room",
    f"n,{DAY},10:00,45,Noise,Boiler house",
    f"m,{DAY},11:00,45,Maps,Boiler house",
)


class Conference:
    """Stewardship Day, which is public."""

    def __init__(self, site: Site, *, is_public: bool = True) -> None:
        self.site = site
        about = About(
            label="Stewardship Day", slug=SLUG, time_zone="Europe/Berlin", is_public=is_public
        )
        assert site.series.ask(ID, c.BeginSeries(id=ID, about=about), role=Role.OWNER).ok
        self.host: FlaskClient = site.owner()

    @property
    def series(self) -> Series:
        found = self.site.series.state(ID)
        assert found is not None
        return found

    def by_title(self, title: str) -> Occasion:
        return next(one for one in self.series.occasions.values() if one.slot.title == title)

    def looks(self, *lines: str) -> Any:
        """Choose a file."""
        file = (io.BytesIO("\n".join((HEAD, *lines)).encode()), "programme.csv")
        return self.host.post(self.path("/programme/look"), data={"file": file}, **POST)

    def takes(self, *lines: str, id: str = "once") -> Any:
        """Choose a file, look at it, and take it."""
        return self.sends(self.packed(*lines), id)

    def packed(self, *lines: str) -> str:
        """The lines of a file that was looked at, as the page gives them back."""
        page: str = self.looks(*lines).text
        return page.partition('name="lines" value="')[2].partition('"')[0]

    def sends(self, packed: str, id: str = "once") -> Any:
        """Take what was looked at."""
        form = {"lines": packed, "id": id}
        return self.host.post(self.path("/programme/take"), data=form, **POST)

    def opens(self, day: str = DAY) -> Any:
        """Open all rooms of a day."""
        return self.host.post(self.path("/programme/open"), data={"day": day}, **POST)

    def path(self, rest: str) -> str:
        """A page of hosts."""
        return f"/hosts/series/{ID}{rest}"

    def public(self, rest: str) -> str:
        """A page for everybody."""
        return f"/series/{SLUG}{rest}"
