"""What people can give and what they look for, and what they ask each other; by subject.

Whoever gives and whoever looks for something use words of their own, as people do.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that some know about and others want to know about.

    :param topic: a few words.
    :param offer: what somebody can give.
    :param need: what somebody else looks for.
    :param question: what is asked when nobody is found.
    :param answer: what somebody answers to it.
    """

    topic: str
    offer: str
    need: str
    question: str
    answer: str


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "Chairing meetings",
        "I have chaired large meetings for years, and show how to keep them short and fair.",
        "I chair a meeting of thirty people every month and want it to be fair and shorter.",
        "How do you stop three people from talking through the whole meeting?",
        "We go round once before anybody speaks twice. It felt stiff at first, then normal.",
    ),
    Subject(
        "Fundraising letters",
        "I write fundraising letters for small charities and read drafts of yours.",
        "Somebody to read the draft of my first fundraising letter for our small charity.",
        "When in the year do letters to donors bring most?",
        "Late November for us, and a second one in May that only says what the money did.",
    ),
    Subject(
        "Volunteers who stay",
        "How we keep volunteers for longer than a year: I share our welcome and our rota.",
        "Our volunteers leave after some months. I look for a rota and a welcome that keep them.",
        "What do you do in the first month so that volunteers stay?",
        "Somebody calls them after the second shift and asks what was odd. It is always small.",
    ),
    Subject(
        "Reading a budget",
        "An hour with your budget: I explain what each line means, without accounting words.",
        "I have joined a board and cannot read the budget. Who explains it line by line?",
        "How much money should a small association keep as a reserve?",
        "Our auditor says three months of fixed costs. We aim for that and publish it.",
    ),
    Subject(
        "Hearing aids and sound",
        "I set up induction loops and microphones so that everybody in a hall can hear.",
        "People at the back of our hall cannot hear. Who knows about microphones and loops?",
        "Which microphone works for people who have never held one?",
        "One that is thrown. A soft cube gets passed on and nobody stands with it for long.",
    ),
    Subject(
        "Interviews with neighbours",
        "I collect life stories in my street and lend recorder, questions and consent forms.",
        "I would like to record stories of old neighbours and need questions and consent forms.",
        "How do you begin an interview with somebody who says they have nothing to tell?",
        "I bring a photograph of the street. The first sentence is always about what is missing.",
    ),
    Subject(
        "First months as a lead",
        "I became a team lead twice and talk with anybody who just has, over a coffee.",
        "I lead a team since January and would like to talk with a lead who has done it before.",
        "What do you wish somebody had told you before you led a team?",
        "That the silence in the first meeting is about me, and that I may say so.",
    ),
    Subject(
        "Saying no to work",
        "I was a head of ward and show how to refuse work without harm to patients.",
        "How can we refuse work on the ward without letting patients down? Somebody experienced.",
        "Who has a sentence for saying no to a good idea?",
        "Not before March, and then with you. Half of them come back, half have forgotten it.",
    ),
    Subject(
        "Library for everybody",
        "Plans of our library without desks, and what visitors said about them.",
        "We rebuild our library and look for plans without desks, and what visitors think.",
        "What can a library lend that is no book?",
        "Tools, cake tins and a sewing machine. The drill is out more often than any novel.",
    ),
    Subject(
        "Remote teams",
        "Our rules for meetings in which half the team is remote, after five years.",
        "Half my team is remote, and meetings are bad for them. I look for rules that work.",
        "How do you bring people in who are only on the screen?",
        "Everybody on their own screen, even in one building. We grumbled and then forgot it.",
    ),
    Subject(
        "Handing over a project",
        "I handed over two projects that I had founded, and help with the third: yours.",
        "I founded a project and get tired. Who has handed one over and tells how?",
        "When do you tell people that you will leave what you founded?",
        "A year before, with a date. Without the date nobody believed it, me included.",
    ),
    Subject(
        "Deciding in a street",
        "How our street decided on its trees: a method for forty households, with material.",
        "Our street has to agree on parking. I look for a method for many households.",
        "What do you do with the one household that never comes?",
        "I go there with the question on one page, and read their line out at the meeting.",
    ),
    Subject(
        "Plain language",
        "I turn forms and letters into plain language and teach it in an afternoon.",
        "Our letters are hard to read. Who teaches plain language in an afternoon?",
        "Is there a test whether a letter is plain enough?",
        "Give it to somebody who is twelve and ask what they would have to do now.",
    ),
    Subject(
        "Conflict in a team",
        "As a mediator I listen for an hour to whoever is stuck in a conflict at work.",
        "Two people in my team do not talk to each other. I need a mediator's ear.",
        "Do you speak with both together first, or with each alone?",
        "With each alone, on the same day, and I tell both that I do.",
    ),
    Subject(
        "Spanish and Portuguese",
        "I practise Spanish and Portuguese with beginners on Thursdays.",
        "I begin with Portuguese and look for somebody to practise with.",
        "How do you learn to listen in a language that you hardly speak?",
        "I repeat what I understood. It is slow, and people like it.",
    ),
    Subject(
        "Gardens in schools",
        "Seeds, tools and a plan for a year of gardening at a school.",
        "We begin a school garden and look for a plan for the year, and seeds.",
        "What grows in a school garden before the summer holidays?",
        "Radishes, peas and lettuce. Potatoes too, if a caretaker waters them.",
    ),
    Subject(
        "Facilitating a fishbowl",
        "I have facilitated twenty fishbowls and come along to your first one.",
        "I facilitate my first fishbowl in spring and would like somebody experienced beside me.",
        "What do you do when nobody takes the empty chair?",
        "I wait until it hurts, and then a little. Somebody always came.",
    ),
    Subject(
        "Evaluation without forms",
        "Ways to find out what a course did, without a questionnaire.",
        "How do I evaluate a course without another questionnaire?",
        "What is one question that says whether an evening was good?",
        "What will you do on Monday? We write it down and ask on Tuesday.",
    ),
)
"""What people at a conference on listening know about."""

_ELSE = "I do not know it for sure, but I would ask somebody who has just begun: they still see it."


def answer_to(question: str) -> str:
    """What somebody answers to a question."""
    return next((one.answer for one in SUBJECTS if one.question == question), _ELSE)
