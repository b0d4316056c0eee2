"""What pages about pairing rounds say."""

from fishbowl.domain.community.ids import Reason, RoundKind
from fishbowl.views.community.rounds import Draft, Fit, Going, Part, Proposed
from fishbowl.web.i18n import gettext as _
from fishbowl.web.i18n import ngettext as n_


def kind_words(kind: RoundKind) -> str:
    """What a round does."""
    return _("Seasoned to newer") if kind == "seasoned" else _("Who would not otherwise meet")


def fit_words(fit: Fit) -> str:
    """How well a group fits."""
    return {"weak": _("weak"), "fair": _("fair"), "strong": _("strong")}[fit]


def part_words(part: Part) -> str:
    """Who somebody is in a round of seasoned and newer members."""
    return {"seasoned": _("seasoned"), "newer": _("newer"), "": ""}[part]


def why_words(group: Proposed) -> str:
    """Why a group is proposed: sentences about what its members share."""
    topic = {"topic": group.topic}
    if group.topic:
        words: dict[Reason, str] = {
            "mutual": _("Each gives what the other looks for: “%(topic)s”.") % topic,
            "offer_need": _("One gives what the other looks for: “%(topic)s”.") % topic,
            "topic": _("Both share the topic “%(topic)s”.") % topic,
        }
    else:
        words = {}
    words["other_organisation"] = _("They work in different organisations.")
    said = [words[reason] for reason in group.reasons if reason in words]
    return " ".join(said) or _("They share no line yet.")


def found_words(draft: Draft) -> str:
    """How many groups were found."""
    pairs, threes = draft.pairs, draft.threes
    two = n_("%(n)s pair", "%(n)s pairs", pairs) % {"n": pairs}
    three = n_("%(n)s three", "%(n)s threes", threes) % {"n": threes}
    if pairs and threes:
        return _("%(pairs)s and %(threes)s") % {"pairs": two, "threes": three}
    return two if pairs else three if threes else _("Nobody is paired yet")


def agreed_words(draft: Draft) -> str:
    """Among how many."""
    return n_(
        "of %(n)s person who agreed to meet", "of %(n)s people who agreed to meet", draft.agreed
    ) % {"n": draft.agreed}


def left_words(count: int) -> str:
    """A heading over those who have nobody."""
    return n_("%(n)s person has nobody", "%(n)s people have nobody", count) % {"n": count}


def met_words(going: Going) -> str:
    """How many have met; nothing before the first group came about."""
    met, made = going.counts.get("met", 0), going.of - going.counts.get("asked", 0)
    if not made:
        return _("Everybody is asked")
    if not going.is_counted:
        return _("Fewer than five, so no number is told")
    if not met:
        return _("None has met") if going.is_over else _("None has met yet")
    return n_("%(met)s of %(n)s has met", "%(met)s of %(n)s have met", made) % {
        "met": met,
        "n": made,
    }


def refusal(code: str, why: str = "") -> str:
    """Why something was refused, as a sentence. Why two may not meet is told to nobody."""
    words = {
        "round_over": _("That round is over. Nothing has changed."),
        "round_asked": _("People are asked already, so this round stays as it is."),
        "round_open": _(
            "Another round of this kind is going on. End it first, or wait until it is over. "
            "Nobody was asked."
        ),
        "nobody_to_pair": _(
            "Nobody can be paired yet. Members have to agree to meet somebody, and in a round of "
            "seasoned and newer people, to say their years."
        ),
        "solve_again": _("Something has changed since this was solved. Solve again, then ask."),
        "may_not_meet": _("These two cannot be brought together in a round. Nothing has changed."),
        "same_member": _("That is twice the same person. Nothing has changed."),
        "member_unknown": _("That member is none any more. Nothing has changed."),
        "consent_needed": _("One of the two does not agree to meet now. Nothing has changed."),
        "pair_forbidden": _("You said “not these two”. Allow them again first."),
        "pair_pinned": _("These two are pinned. Take the pin away first."),
        "pinned_already": _(
            "One of the two is pinned to somebody else and has no place left. Nothing has changed."
        ),
        "not_solved": _(
            "It took too long, and nothing has changed. Please try again when less is going on."
        ),
        "switched_off": _("Pairing rounds are switched off. Nothing has changed."),
        "name_needed": _("Please give the round a name. Nothing has changed."),
        "limit_reached": _("There are too many drafts. Throw one away first."),
        "kept_at_home": _("This changes at the home of this installation alone."),
    }
    return words.get(code, _("This could not be done. Nothing has changed."))


def said(code: str, changed: int) -> str:
    """What a press has done."""
    if code == "solved":
        return (
            n_(
                "Solved for everybody at once. %(n)s pair has changed. The weakest stand first.",
                "Solved for everybody at once. %(n)s pairs have changed. The weakest stand first.",
                changed,
            )
            % {"n": changed}
            if changed
            else _("Solved for everybody at once. Nothing has changed. The weakest stand first.")
        )
    words = {
        "pinned": _("Pinned. Solve again, and they stay together."),
        "forbidden": _("Noted. They are not told. Solve again to see who is with whom then."),
        "freed": _("Undone."),
        "changed": _("It is saved. Solve again with it."),
        "asked": _("Everybody is asked, each alone."),
        "ended": _("The round has ended. Who was brought together stays so."),
        "discarded": _("The draft is gone. Nobody was asked."),
    }
    return words.get(code, "")
