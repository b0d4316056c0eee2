"""The end of a conference: its figures, and the page with what there is to look at."""

from fishbowl.simulation.conference.conference import Conference
from fishbowl.simulation.conference.looking import LETTERS, Look, write_page
from fishbowl.simulation.conference.passes import pass_link
from fishbowl.simulation.conference.programme import NAME
from fishbowl.simulation.conference.telling import counted


def tell_figures(conference: Conference) -> None:
    """Tell what became of the conference."""
    book, guests = conference.book, conference.guests
    known = [one for one in guests if one.is_known]
    say = conference.telling.line
    say(f"\n{book.sessions} sessions, {book.seats} visits, {book.turns} turns on a chair.")
    say(
        f"{len(known)} of {len(guests)} people are members; {book.links} visits are on their pages."
    )
    back = counted(len(book.back), "person", "people")
    say(f"{back} came back on the second day and were greeted by name.")
    if conference.circle is not None:
        say(
            f"{counted(book.turns_taken, 'date', 'dates')} of the circle afterwards "
            f"{'has' if book.turns_taken == 1 else 'have'} somebody whose turn it is; "
            f"{counted(book.come, 'person says', 'people say')} that they come."
        )
    say(f"{book.kept} of {book.promises} promises were kept by the second morning.")


def write_looks(conference: Conference) -> None:
    """Write the page with what there is to look at; its member is who has been to most sessions."""
    options = conference.options
    looks = [
        Look(
            "The host's pages",
            "Signed in as the host: see Today, Series and Members at the top.",
            f"{options.url}/o#{options.key}",
        ),
        Look("The letters", "As they would have been sent; mail programs open them.", LETTERS),
    ]
    circle = None if conference.circle is None else conference.circle.series
    for series, title in (
        (conference.series, "The conference, as everybody sees it"),
        (circle, "The circle that goes on afterwards"),
    ):
        if series is not None:
            page = f"{options.url}{series.path}"
            looks.insert(-1, Look(title, "Its public page, with dates and what was found.", page))
    known = [one for one in conference.guests if one.is_known]
    if known:
        most = max(known, key=lambda one: (len(one.links), bool(one.visitor.address)))
        name = most.visitor.name
        link = pass_link(options.url, most.written, most.mark)
        looks.insert(1, Look(f"The page of {name}", "Sessions, promises, turns.", link))
    write_page(options.folder, NAME, looks)
