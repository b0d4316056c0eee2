"""Forms are filled in and sent as browsers do it."""

from fishbowl.simulation.conference.forms import form_with, forms, links

PAGE = """
<a href="/me/asks/7">One</a><a href="/me/asks/7">again</a><a href="/elsewhere">no</a>
<form method="post" action="/me/offers"><input type="hidden" name="id" value="a&amp;b">
  <input type="radio" name="side" value="offer" checked>
  <input type="radio" name="side" value="need">
  <input type="checkbox" name="keep"><input type="checkbox" name="named" checked>
  <textarea name="words">What &lt;stands&gt; there</textarea>
  <select name="days"><option value="30">1</option><option value="90" selected>3</option></select>
  <select name="urgency"><option value="none">-</option><option value="days">soon</option></select>
  <input type="file" name="picture"><button>Keep it</button></form>
<form action="/me/offers/9"><button name="do" value="share">Share</button>
  <button name="do" value="end">End</button></form>
"""


def test_what_stands_in_the_fields_is_sent_unless_it_is_changed():
    (form, _) = forms(PAGE)
    assert form.filled(words="Mine") == {
        "id": "a&b",
        "side": "offer",
        "named": "on",
        "words": "Mine",
        "days": "90",
        "urgency": "none",
    }
    assert form.fields["words"] == "What <stands> there"
    assert form.choices["side"] == ["offer", "need"]
    assert form.choices["days"] == ["30", "90"]


def test_a_button_is_sent_with_its_name():
    form = form_with(PAGE, "/me/offers/", "end")
    assert form is not None
    assert (form.action, form.filled("end")) == ("/me/offers/9", {"do": "end"})
    assert form_with(PAGE, "/me/offers/", "keep") is None


def test_links_are_found_once_each():
    assert list(links(PAGE, "/me/asks/")) == ["/me/asks/7"]


def test_a_form_without_an_address_is_sent_to_its_page():
    page = '<form method="post"><button name="do" value="yes">Yes</button></form>'
    form = form_with(page, "/me", "yes", at="/me/suggestions/4")
    assert form is not None
    assert form.action == "/me/suggestions/4"
